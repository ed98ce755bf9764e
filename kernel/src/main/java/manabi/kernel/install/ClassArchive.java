package manabi.kernel.install;

import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The archive of an installed kernel's classes, which later starts read instead of parsing and
 * verifying them again. A start ignores an archive that does not fit its Java or its class path.
 *
 * @param spec the installed kernelspec
 * @param folder where it is installed: an archive is bound to the place of its jars
 */
record ClassArchive(KernelSpec spec, Path folder) {
  private static final int END_SECONDS = 120;

  /** Runs a session in the installed kernel and keeps what it has loaded. */
  void make() throws InstallFailure {
    Path workspace = Installation.workspace(folder);
    try {
      Files.createDirectories(workspace);
      try {
        Path archive = train(workspace);
        archive.toFile().setWritable(true); // Windows could not delete it.
        Files.move(archive, folder.resolve(KernelSpec.ARCHIVE), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Installation.delete(workspace);
      }
    } catch (IOException e) {
      throw new InstallFailure(e.getMessage(), e);
    }
  }

  private Path train(Path workspace) throws IOException {
    Path archive = workspace.resolve(KernelSpec.ARCHIVE);
    Path connectionFile = workspace.resolve("connection.json");
    KernelConnectionProperties connection = connection();
    Files.writeString(connectionFile, connection.toJsonString());
    String option = ArchiveKind.of(spec.java()).make(archive);
    Process kernel = start(spec.command(folder.toString(), option, connectionFile.toString()));
    try (TrainingClient client = new TrainingClient(connection, kernel::isAlive)) {
      TrainingSession.run(client);
      // The JVM writes the archive before it ends.
      if (!kernel.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("the kernel did not end within " + END_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      kernel.destroyForcibly();
    }
    if (!Files.exists(archive)) {
      throw new IOException("the JVM wrote none and ended with " + kernel.exitValue());
    }
    return archive;
  }

  private static Process start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    // So that the kernel ends with this process, however it ends.
    builder.environment().put("JPY_PARENT_PID", String.valueOf(ProcessHandle.current().pid()));
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  private static KernelConnectionProperties connection() throws IOException {
    List<Integer> ports = freePorts(5);
    return new KernelConnectionProperties(
        InetAddress.getLoopbackAddress().getHostAddress(),
        ports.get(0),
        ports.get(1),
        ports.get(2),
        ports.get(3),
        ports.get(4),
        "tcp",
        "hmac-sha256",
        UUID.randomUUID().toString());
  }

  private static List<Integer> freePorts(int count) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }
}

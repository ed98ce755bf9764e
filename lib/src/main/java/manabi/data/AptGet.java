package manabi.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code apt-get download}, which needs no root. */
final class AptGet implements PackageDownload {

  private static final Duration LIMIT = Duration.ofMinutes(4);

  /** Asks with the machine's lists of packages first, and if that fails with fresh ones. */
  @Override
  public Path fetch(String name, Path workspace) {
    SystemCommand.require("apt-get");
    try {
      try {
        run(workspace, List.of(), "download", name);
      } catch (DataException e) {
        Files.createDirectories(workspace.resolve("state/lists/partial"));
        List<String> ownLists = List.of("-o", "Dir::State=" + workspace.resolve("state"));
        run(workspace, ownLists, "update");
        run(workspace, ownLists, "download", name);
      }
      return packageFile(workspace);
    } catch (IOException e) {
      throw new DataException(workspace + " cannot be used: " + Failures.reason(e), e);
    }
  }

  private static void run(Path workspace, List<String> options, String... arguments) {
    List<String> command = new ArrayList<>(List.of("apt-get"));
    command.addAll(List.of(arguments));
    // The cache of its own keeps apt from writing to the system's; no connection is waited for
    // long.
    command.addAll(List.of("-o", "Dir::Cache=" + workspace, "-o", "Acquire::Retries=1"));
    command.addAll(List.of("-o", "Acquire::http::Timeout=15", "-o", "Acquire::https::Timeout=15"));
    command.addAll(options);
    SystemCommand.run(workspace, LIMIT, command);
  }

  private static Path packageFile(Path workspace) throws IOException {
    try (Stream<Path> files = Files.list(workspace)) {
      return files
          .filter(file -> file.toString().endsWith(".deb"))
          .findFirst()
          .orElseThrow(() -> new DataException("apt-get download brought no .deb file"));
    }
  }
}

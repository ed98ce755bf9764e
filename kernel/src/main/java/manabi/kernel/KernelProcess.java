package manabi.kernel;

import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Logger;
import manabi.kernel.protocol.KernelConnection;

/** The process that a Jupyter client starts: {@code java … KernelProcess CONNECTION_FILE}. */
public final class KernelProcess {
  private static final Logger LOG = Logger.getLogger("manabi.kernel");

  private KernelProcess() {}

  /** Runs the kernel of a connection file until a client shuts it down. */
  public static void main(String[] args)
      throws IOException, GeneralSecurityException, InterruptedException {
    if (args.length != 1) {
      System.err.println("usage: java … " + KernelProcess.class.getName() + " CONNECTION_FILE");
      System.exit(2);
    }
    EngineStart start = EngineStart.begin();
    // The kernel's own log goes to the process' stderr; what cells log is shown like what they
    // print.
    LOG.addHandler(new LogHandler());
    LOG.setUseParentHandlers(false);
    var properties = KernelConnectionProperties.parse(Files.readString(Path.of(args[0])));
    KernelConnection connection = new KernelConnection(properties);
    JavaKernel.serve(connection, start);
    endWithClient(System.getenv("JPY_PARENT_PID"));
    new CountDownLatch(1).await(); // The shutdown request ends the process.
  }

  /** Ends this process when the client that started it is gone without a word. */
  private static void endWithClient(String clientId) {
    if (clientId != null && clientId.matches("\\d{1,18}")) {
      Optional<ProcessHandle> client = ProcessHandle.of(Long.parseLong(clientId));
      var unused = client.map(handle -> handle.onExit().thenRun(() -> System.exit(0)));
    }
  }
}

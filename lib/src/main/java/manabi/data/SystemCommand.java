package manabi.data;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Programs of the operating system, run with a time limit. */
final class SystemCommand {

  private SystemCommand() {}

  /**
   * Checks that a program of this name is on the PATH.
   *
   * @throws DataException if it is not
   */
  static void require(String program) {
    if (!exists(program)) {
      throw new DataException("this machine has no " + program);
    }
  }

  private static boolean exists(String program) {
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /**
   * Runs a program to its end.
   *
   * @throws DataException if it fails, with the last line it printed, or takes longer than {@code
   *     limit}
   */
  static void run(Path folder, Duration limit, List<String> command) {
    String name = String.join(" ", command.subList(0, Math.min(2, command.size())));
    Path log = folder.resolve("output.log");
    try {
      Process process = start(folder, log, command);
      try {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new DataException(name + " took longer than " + limit.toSeconds() + " s");
        }
      } finally {
        process.destroyForcibly();
      }
      if (process.exitValue() != 0) {
        throw new DataException(
            name + " ended with " + process.exitValue() + ": " + lastLine(Files.readString(log)));
      }
    } catch (IOException e) {
      throw new DataException(name + " cannot be run: " + Failures.reason(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled(name);
    }
  }

  private static Process start(Path folder, Path log, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("LC_ALL", "C");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private static CancellationException cancelled(String name) {
    return new CancellationException(name + " was interrupted");
  }

  private static String lastLine(String output) {
    return output.lines().filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
  }
}

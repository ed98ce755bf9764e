package manabi.kernel.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Java that runs the kernel.
 *
 * @param program its path, or a bare name that is looked up on the path
 * @param feature its version's first number, for example 17
 */
record JavaProgram(String program, int feature) {
  private static final int OLDEST = 17;
  private static final int SECONDS = 60;
  private static final Pattern VERSION =
      Pattern.compile("java\\.specification\\.version = (?:1\\.)?(\\d+)");

  /**
   * Starts {@code program} once to see what it is.
   *
   * @param options options of the user's own for it
   * @throws InstallFailure if it does not start with the options, is too old or is no JDK
   */
  static JavaProgram probe(String program, List<String> options) throws InstallFailure {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(options);
    command.addAll(List.of("--add-modules", "jdk.jshell", "-XshowSettings:properties", "-version"));
    String answer = answer(command);
    Matcher version = VERSION.matcher(answer);
    int feature = version.find() ? Integer.parseInt(version.group(1)) : 0;
    if (feature < OLDEST) {
      String found = feature == 0 ? "answered " + answer.strip() : "is Java " + feature;
      throw new InstallFailure("--java must be Java 17 or newer, " + program + " " + found);
    }
    return new JavaProgram(program, feature);
  }

  private static String answer(List<String> command) throws InstallFailure {
    try {
      Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
      java.getOutputStream().close();
      String answer = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!java.waitFor(SECONDS, TimeUnit.SECONDS) || java.exitValue() != 0) {
        throw new InstallFailure(failure(command, answer));
      }
      return answer;
    } catch (IOException e) {
      throw new InstallFailure(failure(command, e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InstallFailure("interrupted while " + command.get(0) + " started", e);
    }
  }

  private static String failure(List<String> command, String answer) {
    return "the kernel needs a JDK 17 or newer with the module jdk.jshell, but this does not run: "
        + String.join(" ", command)
        + "\n"
        + answer.strip();
  }
}

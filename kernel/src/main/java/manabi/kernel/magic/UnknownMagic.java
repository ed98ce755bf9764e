package manabi.kernel.magic;

import java.util.Collection;
import java.util.Map;
import manabi.kernel.eval.NearestName;

/** A magic that does not exist; the message says what to write in its place. */
final class UnknownMagic extends IllegalArgumentException {
  /** Names that other kernels have, and what does the same here. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "bash", "use new ProcessBuilder(\"bash\", \"-c\", …).inheritIO().start()",
          "sh", "use new ProcessBuilder(\"sh\", \"-c\", …).inheritIO().start()",
          "shell", "use new ProcessBuilder(…).inheritIO().start()",
          "cmd", "use new ProcessBuilder(…).inheritIO().start()",
          "log", "use java.util.logging.Logger",
          "cd", "Java cannot change its working directory, give paths to %load and to Path.of",
          "pwd", "use Path.of(\"\").toAbsolutePath()",
          "pip", "use %maven GROUP:ARTIFACT:VERSION");

  private UnknownMagic(String message) {
    super(message);
  }

  static UnknownMagic nearest(String prefix, String name, Collection<String> known) {
    if (ELSEWHERE.containsKey(name)) {
      return new UnknownMagic("there is no magic " + prefix + name + ": " + ELSEWHERE.get(name));
    }
    String nearest =
        NearestName.of(name, known)
            .map(other -> ", did you mean " + prefix + other + "?")
            .orElse("");
    return new UnknownMagic("unknown magic " + prefix + name + nearest + " (%lsmagic lists them)");
  }

  /** Returns the failure for a magic that exists, but with the other number of percent signs. */
  static UnknownMagic otherForm(String prefix, String name) {
    return new UnknownMagic(
        prefix.equals("%")
            ? "%" + name + " is a magic for a whole cell: begin the cell with %%" + name
            : "%%" + name + " is a magic for one line: write %" + name);
  }
}

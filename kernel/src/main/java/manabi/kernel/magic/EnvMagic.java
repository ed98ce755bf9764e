package manabi.kernel.magic;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** {@code %env}: shows environment variables. */
final class EnvMagic implements LineMagic {
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(key|token|secret|passw|credential).*");

  private final Map<String, String> environment;
  private final PrintStream out;

  EnvMagic(Map<String, String> environment, PrintStream out) {
    this.environment = environment;
    this.out = out;
  }

  @Override
  public String name() {
    return "env";
  }

  @Override
  public MagicHelp help() {
    return new MagicHelp(
        "%env\n%env NAME",
        """
        Shows an environment variable, or lists all of them. In the list, values whose names speak
        of keys, tokens or passwords are hidden. Java cannot set variables of its own process: set
        them before the kernel starts, in the "env" of its kernel.json or where Jupyter is started;
        for a process that a cell starts use ProcessBuilder.environment().""",
        "%env PATH");
  }

  @Override
  public MagicResult run(MagicLine line) {
    List<String> words = line.words();
    if (words.isEmpty()) {
      new TreeMap<>(environment)
          .forEach(
              (name, value) ->
                  out.println(name + "=" + (SECRET.matcher(name).matches() ? "(hidden)" : value)));
      return MagicResult.nothing();
    }
    if (words.size() > 1 || words.get(0).contains("=")) {
      throw new IllegalArgumentException(
          "Java cannot set environment variables of its own process: set them in the \"env\" of"
              + " the kernel's kernel.json, or for a child with ProcessBuilder.environment()");
    }
    String value = environment.get(words.get(0));
    if (value == null) {
      throw new IllegalArgumentException("there is no environment variable " + words.get(0));
    }
    return MagicResult.shown(value);
  }
}

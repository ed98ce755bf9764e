package manabi.kernel.magic;

import java.util.Collection;
import manabi.kernel.eval.NearestName;

/** A magic that does not exist; the message names the nearest one. */
final class UnknownMagic extends IllegalArgumentException {
  UnknownMagic(String prefix, String name, Collection<String> known) {
    super(message(prefix, name, known));
  }

  private static String message(String prefix, String name, Collection<String> known) {
    String nearest =
        NearestName.of(name, known)
            .map(other -> ", did you mean " + prefix + other + "?")
            .orElse("");
    return "unknown magic " + prefix + name + nearest + " (%lsmagic lists them)";
  }
}

package manabi.kernel.magic;

/**
 * What a magic is for.
 *
 * @param usage how it is written, a line for each form; what the reader fills in stands in capitals
 * @param description what it does; the first sentence stands in the list of all magics
 * @param example lines that work as they are
 */
public record MagicHelp(String usage, String description, String example) {

  /** Returns all of it, as {@code %name?} prints it. */
  public String text() {
    return usage.strip()
        + "\n\n"
        + description.strip()
        + "\n\nExample:\n"
        + example.strip().indent(2);
  }

  /** Returns the first sentence of the description, without its full stop. */
  public String summary() {
    return description.strip().split("\\.(\\s|$)", 2)[0].replace('\n', ' ');
  }

  /** Returns the failure to throw where the magic is not written as it should be. */
  public IllegalArgumentException wrongUse(String problem) {
    return new IllegalArgumentException(
        problem + "; usage: " + usage.strip().replace("\n", ", or "));
  }
}

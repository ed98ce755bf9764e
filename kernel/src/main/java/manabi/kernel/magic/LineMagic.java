package manabi.kernel.magic;

/** A magic that is one line: {@code %name text}. */
public interface LineMagic extends Magic {

  /**
   * Runs the magic. An interrupt ends it as it ends a cell.
   *
   * @param line what follows the name
   * @throws Exception which the reader sees as the failure of the cell
   */
  MagicResult run(MagicLine line) throws Exception;
}

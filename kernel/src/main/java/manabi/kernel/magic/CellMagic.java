package manabi.kernel.magic;

/** A magic that is a whole cell: {@code %%name text}, and below it anything, Java or not. */
public interface CellMagic extends Magic {

  /**
   * Runs the magic. An interrupt ends it as it ends a cell.
   *
   * @param line what follows the name in the first line
   * @param body the lines below it
   * @throws Exception which the reader sees as the failure of the cell
   */
  MagicResult run(MagicLine line, String body) throws Exception;
}

package manabi.kernel.eval;

/**
 * The code of a cell, or of a part of it, with its place in the cell.
 *
 * @param number the execution count that names the cell in error messages
 * @param source the whole cell
 * @param start where this part begins in {@code source}; below 0 if code stands before that
 * @param code this part
 * @param added what stands in {@code code} but not in {@code source}
 */
public record Cell(int number, String source, int start, String code, Insertions added) {
  private Cell(int number, String source, int start, String code) {
    this(number, source, start, code, Insertions.NONE);
  }

  /** Returns a whole cell. */
  public static Cell whole(int number, String source) {
    return new Cell(number, source, 0, source);
  }

  /** Returns a whole cell whose code stands between two pieces that are not part of it. */
  static Cell inside(String before, int number, String source, String after) {
    return new Cell(number, source, -before.length(), before + source + after);
  }

  /** Returns the part of this part that begins {@code offset} characters into it. */
  public Cell part(int offset, String partCode) {
    return new Cell(number, source, start + offset, partCode);
  }

  /** Returns this part with pieces of code that are not the reader's. */
  Cell with(Insertions pieces) {
    return new Cell(number, source, start, pieces.into(code), pieces);
  }

  /** Returns the cell's line, counted from 1, at a position in this part. */
  public int line(int position) {
    int end = place(position);
    return 1 + (int) source.substring(0, end).chars().filter(c -> c == '\n').count();
  }

  /** Returns the column, counted from 1, at a position in this part. */
  public int column(int position) {
    int end = place(position);
    return end - source.lastIndexOf('\n', end - 1);
  }

  private int place(int position) {
    return Math.max(0, Math.min(start + added.original(Math.max(position, 0)), source.length()));
  }

  /** Returns the text of a line of the cell, or nothing where there is none. */
  public String lineText(int line) {
    return source.lines().skip(line - 1L).findFirst().orElse("");
  }
}

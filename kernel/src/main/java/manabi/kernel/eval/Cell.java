package manabi.kernel.eval;

/**
 * The code of a cell, or of a part of it, with its place in the cell.
 *
 * @param number the execution count that names the cell in error messages
 * @param source the whole cell
 * @param start where this part begins in {@code source}
 * @param code this part
 */
record Cell(int number, String source, int start, String code) {

  static Cell whole(int number, String source) {
    return new Cell(number, source, 0, source);
  }

  /** Returns the part of this part that begins {@code offset} characters into it. */
  Cell part(int offset, String partCode) {
    return new Cell(number, source, start + offset, partCode);
  }

  /** Returns the cell's line, counted from 1, at a position in this part. */
  int line(int position) {
    int end = Math.min(start + Math.max(position, 0), source.length());
    return 1 + (int) source.substring(0, end).chars().filter(c -> c == '\n').count();
  }

  /** Returns the column, counted from 1, at a position in this part. */
  int column(int position) {
    int end = Math.min(start + Math.max(position, 0), source.length());
    return end - source.lastIndexOf('\n', end - 1);
  }

  /** Returns the text of a line of the cell, or nothing where there is none. */
  String lineText(int line) {
    return source.lines().skip(line - 1L).findFirst().orElse("");
  }
}

package manabi.kernel.display;

import java.util.List;

/**
 * Rows and columns to show, no more of them than are shown.
 *
 * @param titles the columns' names; none for a table without a head
 * @param rows the first rows; a row may be shorter than others
 * @param rowCount how many rows there are in all
 */
record Table(List<String> titles, List<List<?>> rows, int rowCount) {
  static final int MAX_ROWS = 50;
  static final int MAX_COLUMNS = 30;

  int columnCount() {
    return Math.max(titles.size(), rows.stream().mapToInt(List::size).max().orElse(0));
  }
}

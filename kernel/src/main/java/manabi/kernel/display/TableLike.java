package manabi.kernel.display;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of a class that the kernel does not know, by its methods {@code rowCount()}, {@code
 * columnNames()} and {@code get(row, column)}; tablesaw's tables have these. So they are seen as
 * tables, too, when a reader loads the library into a running kernel.
 */
final class TableLike {
  private final Object table;
  private final Method rowCount;
  private final Method columnNames;
  private final Method get;

  private TableLike(Object table) throws NoSuchMethodException {
    this.table = table;
    this.rowCount = table.getClass().getMethod("rowCount");
    this.columnNames = table.getClass().getMethod("columnNames");
    this.get = table.getClass().getMethod("get", int.class, int.class);
  }

  /** Returns the first rows of the table that {@code value} is; nothing if it is none. */
  static Optional<Table> of(Object value) {
    try {
      return new TableLike(value).table();
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return Optional.empty();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("a table's method failed: " + e.getCause(), e.getCause());
    }
  }

  private Optional<Table> table() throws IllegalAccessException, InvocationTargetException {
    Object names = columnNames.invoke(table);
    Object count = rowCount.invoke(table);
    if (!(names instanceof List<?> columns) || !(count instanceof Integer total)) {
      return Optional.empty();
    }
    List<List<?>> rows = new ArrayList<>();
    for (int row = 0; row < Math.min(total, Table.MAX_ROWS); row++) {
      rows.add(row(row, columns.size()));
    }
    return Optional.of(new Table(columns.stream().map(String::valueOf).toList(), rows, total));
  }

  private List<Object> row(int row, int columns)
      throws IllegalAccessException, InvocationTargetException {
    List<Object> cells = new ArrayList<>();
    for (int column = 0; column < Math.min(columns, Table.MAX_COLUMNS); column++) {
      Object cell = get.invoke(table, row, column);
      cells.add(cell == null ? "" : cell); // A missing value, as tablesaw's own text shows it.
    }
    return cells;
  }
}

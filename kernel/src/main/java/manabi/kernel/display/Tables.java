package manabi.kernel.display;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Rows and columns as HTML, with a limit to both. */
final class Tables {
  private static final int MAX_ROWS = 50;
  private static final int MAX_COLUMNS = 30;
  private static final int MAX_CELL_LENGTH = 200;

  private Tables() {}

  /** Returns a table of records of one type, a column a component; nothing for other rows. */
  static Optional<String> ofRecords(Collection<?> rows) {
    Optional<?> first = rows.stream().findFirst();
    if (first.isEmpty() || !first.get().getClass().isRecord()) {
      return Optional.empty();
    }
    Class<?> type = first.get().getClass();
    if (!rows.stream().allMatch(type::isInstance)) {
      return Optional.empty();
    }
    RecordComponent[] components = type.getRecordComponents();
    List<String> titles = Arrays.stream(components).map(RecordComponent::getName).toList();
    List<List<String>> cells = new ArrayList<>();
    rows.stream()
        .limit(MAX_ROWS)
        .forEach(
            row -> cells.add(Arrays.stream(components).map(c -> text(component(row, c))).toList()));
    return Optional.of(html(titles, cells, rows.size()));
  }

  /** Returns a table of a two-dimensional array; nothing for other arrays and for empty ones. */
  static Optional<String> ofGrid(Object[] rows) {
    Class<?> rowType = rows.getClass().getComponentType();
    boolean isGrid = rowType.isArray() && !rowType.getComponentType().isArray();
    if (!isGrid || rows.length == 0 || Arrays.stream(rows).anyMatch(row -> row == null)) {
      return Optional.empty();
    }
    List<List<String>> cells = new ArrayList<>();
    Arrays.stream(rows).limit(MAX_ROWS).forEach(row -> cells.add(gridRow(row)));
    return Optional.of(html(List.of(), cells, rows.length));
  }

  private static List<String> gridRow(Object row) {
    int length = Array.getLength(row);
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < Math.min(length, MAX_COLUMNS); i++) {
      cells.add(text(Array.get(row, i)));
    }
    if (length > MAX_COLUMNS) {
      cells.add("… " + (length - MAX_COLUMNS) + " more");
    }
    return cells;
  }

  private static Object component(Object row, RecordComponent component) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true); // Records of cells are not public.
      return accessor.invoke(row);
    } catch (IllegalAccessException e) {
      return "(not accessible)";
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(component.getName() + "() failed", e.getCause());
    }
  }

  private static String text(Object value) {
    String text = value == null ? "null" : PlainText.of(value);
    return text.length() <= MAX_CELL_LENGTH ? text : text.substring(0, MAX_CELL_LENGTH) + "…";
  }

  private static String html(List<String> titles, List<List<String>> rows, int total) {
    StringBuilder html = new StringBuilder("<table>");
    if (!titles.isEmpty()) {
      html.append("<thead>").append(row("th", titles)).append("</thead>");
    }
    html.append("<tbody>");
    rows.forEach(row -> html.append(row("td", row)));
    html.append("</tbody></table>");
    if (total > rows.size()) {
      html.append("<p>… ").append(total - rows.size()).append(" more rows</p>");
    }
    return html.toString();
  }

  private static String row(String tag, List<String> cells) {
    StringBuilder row = new StringBuilder("<tr>");
    for (String cell : cells) {
      row.append('<').append(tag).append('>').append(escape(cell));
      row.append("</").append(tag).append('>');
    }
    return row.append("</tr>").toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

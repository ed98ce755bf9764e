package manabi.kernel.display;

import static manabi.kernel.display.Table.MAX_COLUMNS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table as HTML; says how much more there is than it shows. */
final class HtmlTable {
  private static final int MAX_CELL_LENGTH = 200;
  // In the elements themselves: front ends align every cell right, and drop style sheets.
  private static final String LEFT = " style=\"text-align: left\"";
  private static final String RIGHT = " style=\"text-align: right\"";

  private final Table table;
  private final int columns;
  private final List<String> alignments;

  private HtmlTable(Table table) {
    this.table = table;
    this.columns = Math.min(MAX_COLUMNS, table.columnCount());
    this.alignments = IntStream.range(0, columns).mapToObj(this::alignment).toList();
  }

  static String of(Table table) {
    return new HtmlTable(table).html();
  }

  /** Returns {@code text} for the inside of an element. */
  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private String html() {
    StringBuilder html = new StringBuilder("<table>");
    if (!table.titles().isEmpty()) {
      html.append("<thead>");
      row(html, "th", table.titles());
      html.append("</thead>");
    }
    html.append("<tbody>");
    table.rows().forEach(row -> row(html, "td", row));
    return html.append("</tbody></table>").append(note()).toString();
  }

  private void row(StringBuilder html, String tag, List<?> cells) {
    html.append("<tr>");
    for (int column = 0; column < columns; column++) {
      html.append('<').append(tag).append(alignments.get(column)).append('>');
      html.append(column < cells.size() ? text(cells.get(column)) : "");
      html.append("</").append(tag).append('>');
    }
    html.append("</tr>");
  }

  private static String text(Object cell) {
    return escape(PlainText.of(cell, MAX_CELL_LENGTH)).replace("\n", "<br>");
  }

  /** Numbers stand below each other by their ends, everything else by its start. */
  private String alignment(int column) {
    List<?> cells =
        table.rows().stream().filter(r -> column < r.size()).map(r -> cell(r, column)).toList();
    return !cells.isEmpty() && cells.stream().allMatch(Number.class::isInstance) ? RIGHT : LEFT;
  }

  /** Returns the cell; what is missing among numbers aligns as they do. */
  private static Object cell(List<?> row, int column) {
    Object cell = row.get(column);
    return cell == null || cell.equals("") ? Double.NaN : cell;
  }

  private String note() {
    List<String> more = new ArrayList<>();
    if (table.rowCount() > table.rows().size()) {
      more.add(count(table.rowCount() - table.rows().size(), "row"));
    }
    if (table.columnCount() > columns) {
      more.add(count(table.columnCount() - columns, "column"));
    }
    return more.isEmpty() ? "" : "<p>… " + String.join(" and ", more) + "</p>";
  }

  private static String count(int count, String what) {
    return count + " more " + what + (count == 1 ? "" : "s");
  }
}

package manabi.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TablesTest {
  private static final String L = "<td style=\"text-align: left\">";
  private static final String R = "<td style=\"text-align: right\">";

  private record Point(int x, String name) {}

  private record Own(int x) {
    @Override
    public String toString() {
      return "own";
    }
  }

  /** As tablesaw's tables are. */
  public static final class Frame {
    private final int rows;

    Frame(int rows) {
      this.rows = rows;
    }

    /** Returns the number of rows. */
    public int rowCount() {
      return rows;
    }

    /** Returns the names of the columns. */
    public List<String> columnNames() {
      return List.of("n", "square");
    }

    /** Returns a cell. */
    public Object get(int row, int column) {
      return column == 0 ? "row " + row : row == 0 ? null : row * row;
    }
  }

  private static String html(Object value) {
    return (String) new ValueRenderers().render(value).data().get("text/html");
  }

  @Test
  void recordsAreRowsWithEscapedTextAndNumbersToTheRight() {
    assertThat(html(List.of(new Point(1, "<a>"), new Point(22, "b\nc"))))
        .isEqualTo(
            "<table><thead><tr><th style=\"text-align: right\">x</th>"
                + "<th style=\"text-align: left\">name</th></tr></thead><tbody><tr>"
                + (R + "1</td>" + L + "&lt;a&gt;</td></tr><tr>")
                + (R + "22</td>" + L + "b<br>c</td></tr></tbody></table>"));
    assertThat(html(new Point[] {new Point(1, "p")})).contains(R + "1</td>");
  }

  @Test
  void aRecordIsATableOfItsFields() {
    assertThat(html(new Point(3, null)))
        .isEqualTo(
            "<table><tbody><tr>"
                + (L + "x</td>" + R + "3</td></tr><tr>")
                + (L + "name</td>" + R + "null</td></tr></tbody></table>"));
  }

  @Test
  void aRecordsOwnTextWins() {
    assertThat(html(new Own(1))).isNull();
  }

  @Test
  void mapsAreTwoColumns() {
    assertThat(html(new TreeMap<>(Map.of("a", 1, "b", 2))))
        .isEqualTo(
            "<table><tbody><tr>"
                + (L + "a</td>" + R + "1</td></tr><tr>")
                + (L + "b</td>" + R + "2</td></tr></tbody></table>"));
    assertThat(html(Map.of())).isNull();
  }

  @Test
  void mapsInAListAreRows() {
    String html = html(List.of(Map.of("a", 1), new TreeMap<>(Map.of("a", 2, "b", "x"))));
    assertThat(html)
        .contains("a</th>", "b</th>", R + "1</td>" + L + "</td>", R + "2</td>" + L + "x</td>");
  }

  @Test
  void gridsAreTables() {
    assertThat(html(new double[][] {{1, 2}, {3}})).contains(R + "3.0</td>" + R + "</td></tr>");
    assertThat(html(List.of(List.of(1, 2.5), List.of(3)))).contains(R + "2.5</td>");
    assertThat(html(List.of(new int[] {1}, new int[] {2}))).contains(R + "2</td>");
    assertThat(html(List.of(List.of("a", 1), List.of("b", 2)))).contains(L + "b</td>" + R + "2");
  }

  @Test
  void otherCollectionsAreTextOnly() {
    assertThat(html(List.of(1, new Point(1, "p")))).isNull();
    assertThat(html(List.of(new Own(1), new Point(1, "p")))).isNull();
    assertThat(html(List.of(List.of("a", "sentence"), List.of("another")))).isNull();
    assertThat(html(List.of(List.of(List.of(1)), List.of(List.of(2))))).isNull();
    assertThat(html(new int[][][] {{{1}}})).isNull();
    assertThat(html(new int[][] {{1}, null})).isNull();
    assertThat(html(new int[0][0])).isNull();
    assertThat(html(List.of())).isNull();
    assertThat(html(Arrays.asList(null, null))).isNull();
  }

  @Test
  void tablesHaveLimitsAndSayHowMuchMoreThereIs() {
    assertThat(html(Collections.nCopies(53, new Point(1, "p"))))
        .endsWith("</table><p>… 3 more rows</p>");
    String wide = html(new int[51][1_000_031]);
    assertThat(wide).endsWith("<p>… 1 more row and 1000001 more columns</p>");
    assertThat(wide.split("<tr>")).hasSize(51);
    assertThat(wide.split("<td")).hasSize(1 + 50 * 30);
    assertThat(html(Map.of("k", "v".repeat(300)))).contains("vv… (300 characters)</td>");
  }

  @Test
  void tablesOfUnknownClassesAreKnownByTheirMethods() {
    String html = html(new Frame(60));
    assertThat(html)
        .contains(
            "square</th>", L + "row 0</td>" + R + "</td>", L + "row 49</td>" + R + "2401</td>");
    assertThat(html).endsWith("<p>… 10 more rows</p>").doesNotContain("row 50");
  }
}

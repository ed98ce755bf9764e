package manabi.kernel.display;

import static manabi.kernel.display.Table.MAX_ROWS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the table in collections, arrays and maps, where there is one. */
final class Tables {
  private Tables() {}

  /** Returns a table of records of one type, of maps, or of rows of numbers or equal length. */
  static Optional<Table> of(Collection<?> rows) {
    List<?> first = rows.stream().limit(MAX_ROWS).toList();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Object top = first.get(0);
    if (top instanceof Record && first.stream().allMatch(top.getClass()::isInstance)) {
      return Optional.of(ofRecords(top.getClass(), first, rows.size()));
    }
    if (first.stream().allMatch(Map.class::isInstance)) {
      return Optional.of(ofMaps(first, rows.size()));
    }
    List<List<?>> grid = first.stream().flatMap(row -> asRow(row).stream()).toList();
    boolean isGrid = grid.size() == first.size() && isRectangleOrNumbers(grid);
    return isGrid ? Optional.of(new Table(List.of(), grid, rows.size())) : Optional.empty();
  }

  /** Returns a table of an array of arrays of no arrays, or of what is a table as a collection. */
  static Optional<Table> of(Object[] rows) {
    Class<?> row = rows.getClass().getComponentType();
    if (!row.isArray()) {
      return of(Arrays.asList(rows));
    }
    boolean isGrid = !row.getComponentType().isArray() && rows.length > 0;
    if (!isGrid || Arrays.stream(rows).limit(MAX_ROWS).anyMatch(r -> r == null)) {
      return Optional.empty();
    }
    List<List<?>> first = new ArrayList<>();
    Arrays.stream(rows).limit(MAX_ROWS).forEach(r -> first.add(ArrayView.of(r)));
    return Optional.of(new Table(List.of(), first, rows.length));
  }

  /** Returns a table of keys and values. */
  static Table of(Map<?, ?> map) {
    List<List<?>> rows = new ArrayList<>();
    map.entrySet().stream()
        .limit(MAX_ROWS)
        .forEach(entry -> rows.add(Arrays.asList(entry.getKey(), entry.getValue())));
    return new Table(List.of(), rows, map.size());
  }

  /** Returns a table of a record's names and values. */
  static Table of(Record row) {
    List<List<?>> rows = new ArrayList<>();
    Iterator<Object> values = RecordFields.values(row).iterator();
    RecordFields.names(row.getClass())
        .forEach(name -> rows.add(Arrays.asList(name, values.next())));
    return new Table(List.of(), rows, rows.size());
  }

  private static Table ofRecords(Class<?> type, List<?> first, int count) {
    List<List<?>> rows = new ArrayList<>();
    first.forEach(row -> rows.add(RecordFields.values(row)));
    return new Table(RecordFields.names(type), rows, count);
  }

  private static Table ofMaps(List<?> first, int count) {
    Set<Object> keys = new LinkedHashSet<>();
    first.forEach(row -> keys.addAll(((Map<?, ?>) row).keySet()));
    List<List<?>> rows = new ArrayList<>();
    for (Object row : first) {
      Map<?, ?> cells = (Map<?, ?>) row;
      rows.add(
          Arrays.asList(
              keys.stream().map(k -> cells.containsKey(k) ? cells.get(k) : "").toArray()));
    }
    return new Table(keys.stream().map(key -> PlainText.of(key, 100)).toList(), rows, count);
  }

  private static Optional<List<?>> asRow(Object row) {
    if (row instanceof List<?> list && OwnText.isJavas(list)) {
      return Optional.of(list);
    }
    return row != null && row.getClass().isArray()
        ? Optional.of(ArrayView.of(row))
        : Optional.empty();
  }

  /** Sentences are lists of words, too, and read better as text: they differ in length. */
  private static boolean isRectangleOrNumbers(List<List<?>> rows) {
    int width = rows.get(0).size();
    boolean isRectangle = width > 0 && rows.stream().allMatch(row -> row.size() == width);
    return rows.stream()
        .flatMap(row -> row.stream().limit(Table.MAX_COLUMNS))
        .allMatch(cell -> isRectangle ? isOneValue(cell) : cell instanceof Number);
  }

  private static boolean isOneValue(Object cell) {
    return cell == null
        || !(cell instanceof Collection || cell instanceof Map || cell.getClass().isArray());
  }
}

package manabi.plot;

import java.util.List;
import java.util.Set;

/**
 * How an image grid is drawn.
 *
 * @param title text above all; may be empty
 * @param titles text above each picture, or none
 * @param highlighted numbers of the pictures that get a frame
 * @param columns pictures in a row
 * @param colors of pixels
 * @param range pixels with the first and the last colour
 */
record GridLook(
    String title,
    List<String> titles,
    Set<Integer> highlighted,
    int columns,
    ColorMap colors,
    ValueRange range) {

  GridLook withTitle(String text) {
    return new GridLook(text, titles, highlighted, columns, colors, range);
  }

  GridLook withTitles(List<String> texts) {
    return new GridLook(title, texts, highlighted, columns, colors, range);
  }

  GridLook withHighlighted(Set<Integer> numbers) {
    return new GridLook(title, titles, numbers, columns, colors, range);
  }

  GridLook withColumns(int count) {
    return new GridLook(title, titles, highlighted, count, colors, range);
  }

  GridLook withColors(ColorMap map, ValueRange newRange) {
    return new GridLook(title, titles, highlighted, columns, map, newRange);
  }
}

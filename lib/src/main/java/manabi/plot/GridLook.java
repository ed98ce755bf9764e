package manabi.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How an image grid is drawn.
 *
 * @param title text above all; may be empty
 * @param titles text above each picture, or none
 * @param highlighted numbers of the pictures that get a frame
 * @param boxes rectangles on pictures
 * @param columns pictures in a row
 * @param zoom side of an enlarged pixel; 0 for one that suits the pictures
 * @param colors of pixels
 * @param range pixels with the first and the last colour
 */
record GridLook(
    String title,
    List<String> titles,
    Set<Integer> highlighted,
    List<Box> boxes,
    int columns,
    int zoom,
    ColorMap colors,
    ValueRange range) {

  /**
   * A rectangle on a picture, in pixels of the picture.
   *
   * @param picture number of the picture, from 0
   */
  record Box(int picture, int top, int left, int height, int width) {}

  GridLook withTitle(String text) {
    return new GridLook(text, titles, highlighted, boxes, columns, zoom, colors, range);
  }

  GridLook withTitles(List<String> texts) {
    return new GridLook(title, texts, highlighted, boxes, columns, zoom, colors, range);
  }

  GridLook withHighlighted(Set<Integer> numbers) {
    return new GridLook(title, titles, numbers, boxes, columns, zoom, colors, range);
  }

  GridLook withBox(Box box) {
    List<Box> all = new ArrayList<>(boxes);
    all.add(box);
    return new GridLook(title, titles, highlighted, List.copyOf(all), columns, zoom, colors, range);
  }

  GridLook withColumns(int count) {
    return new GridLook(title, titles, highlighted, boxes, count, zoom, colors, range);
  }

  GridLook withZoom(int side) {
    return new GridLook(title, titles, highlighted, boxes, columns, side, colors, range);
  }

  GridLook withColors(ColorMap map, ValueRange newRange) {
    return new GridLook(title, titles, highlighted, boxes, columns, zoom, map, newRange);
  }
}

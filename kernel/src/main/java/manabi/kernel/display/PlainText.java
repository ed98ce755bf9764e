package manabi.kernel.display;

import java.util.Arrays;
import manabi.kernel.eval.SnippetNames;

/** Values as text: arrays with their elements, very long texts cut. */
final class PlainText {
  private static final int MAX_LENGTH = 20_000;

  private PlainText() {}

  static String of(Object value) {
    String text = value.getClass().isArray() ? array(value) : String.valueOf(value.toString());
    if (!(value instanceof CharSequence)) {
      text = SnippetNames.readable(text);
    }
    return text.length() <= MAX_LENGTH
        ? text
        : text.substring(0, MAX_LENGTH) + "… (" + text.length() + " characters)";
  }

  /** Returns the elements in brackets; the rows of a nested array below each other. */
  private static String array(Object array) {
    // deepToString has the words for arrays of every primitive type.
    String wrapped = Arrays.deepToString(new Object[] {array});
    String text = wrapped.substring(1, wrapped.length() - 1);
    boolean isNested = array.getClass().getComponentType().isArray();
    return isNested ? text.replace("], [", "],\n [") : text;
  }
}

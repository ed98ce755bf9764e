package manabi.kernel;

import java.util.List;
import manabi.kernel.display.MimeBundle;

/**
 * The calls that every cell sees without an import: show values, change and clear what is shown,
 * ask for input.
 */
public final class CellCalls {
  private static volatile CellServices services;

  private CellCalls() {}

  static void connect(CellServices cellServices) {
    services = cellServices;
  }

  private static CellServices services() {
    CellServices current = services;
    if (current == null) {
      throw new IllegalStateException("no kernel is running in this JVM");
    }
    return current;
  }

  /**
   * Shows a value below the cell.
   *
   * @param mimeTypes the formats to show it in, or none for all that the value has; a text is shown
   *     as what it is said to be, for example {@code display("<b>x</b>", "text/html")}
   * @return the display id, for {@link #updateDisplay}
   * @throws IllegalArgumentException if the value has none of the formats
   */
  public static String display(Object value, String... mimeTypes) {
    return services().show(render(value, mimeTypes));
  }

  /** Shows {@code value} in place of what was shown under {@code displayId}. */
  public static void updateDisplay(String displayId, Object value) {
    services().update(displayId, render(value));
  }

  /**
   * Returns how {@code value} is shown: its formats by MIME type.
   *
   * @param mimeTypes the formats wanted, or none for all that the value has
   * @throws IllegalArgumentException if the value has none of the formats
   */
  public static MimeBundle render(Object value, String... mimeTypes) {
    return services().render(value, List.of(mimeTypes));
  }

  /**
   * Clears what the cell has shown so far.
   *
   * @param wait whether to wait with that until something new is shown, which avoids flicker
   */
  public static void clearOutput(boolean wait) {
    services().clearOutput(wait);
  }

  /**
   * Asks the reader for a line of text and returns it without its end.
   *
   * @throws IllegalStateException if the client cannot ask
   */
  public static String input(String prompt) {
    return services().input(prompt, false);
  }

  /**
   * Asks the reader for a line of text that is not shown, and returns it.
   *
   * @throws IllegalStateException if the client cannot ask
   */
  public static String password(String prompt) {
    return services().input(prompt, true);
  }
}

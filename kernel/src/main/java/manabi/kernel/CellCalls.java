package manabi.kernel;

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
   * Shows values below the cell, one after the other.
   *
   * @return the display id of the last one, for {@link #updateDisplay}
   * @throws IllegalArgumentException if there is no value
   */
  public static String display(Object... values) {
    if (values == null) {
      return services().show(MimeBundle.text("null"));
    }
    if (values.length == 0) {
      throw new IllegalArgumentException("display needs at least one value, had none");
    }
    String id = "";
    for (Object value : values) {
      id = services().show(render(value));
    }
    return id;
  }

  /** Shows {@code value} in place of what was shown under {@code displayId}. */
  public static void updateDisplay(String displayId, Object value) {
    services().update(displayId, render(value));
  }

  /** Returns how {@code value} is shown: its formats by MIME type. */
  public static MimeBundle render(Object value) {
    return services().render(value);
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

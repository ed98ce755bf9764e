package io.github.spencerpark.ijava.runtime;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import manabi.kernel.CellCalls;
import manabi.kernel.display.BaseKernelData;

/** How libraries written for IJava show values. */
public final class Display {
  private Display() {}

  /** Shows a value below the cell and returns its display id. */
  public static String display(Object value) {
    return CellCalls.display(value);
  }

  /** Shows a value in some of its formats below the cell and returns its display id. */
  public static String display(Object value, String... mimeTypes) {
    return CellCalls.display(value, mimeTypes);
  }

  /** Shows a value in place of what was shown under an id. */
  public static void updateDisplay(String displayId, Object value) {
    CellCalls.updateDisplay(displayId, value);
  }

  /** Shows a value in some of its formats in place of what was shown under an id. */
  public static void updateDisplay(String displayId, Object value, String... mimeTypes) {
    CellCalls.updateDisplay(displayId, value, mimeTypes);
  }

  /** Returns how a value is shown. */
  public static DisplayData render(Object value) {
    return BaseKernelData.of(CellCalls.render(value));
  }

  /** Returns how a value is shown in some of its formats. */
  public static DisplayData render(Object value, String... mimeTypes) {
    return BaseKernelData.of(CellCalls.render(value, mimeTypes));
  }
}

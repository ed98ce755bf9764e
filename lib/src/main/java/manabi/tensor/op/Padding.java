package manabi.tensor.op;

/**
 * How many zeros stand around an image, so that a window that moves over it fits. Slides:
 * "ゼロパディング".
 */
public enum Padding {
  /** None: the window stays inside, and what does not fill a last window is left out. */
  VALID,
  /** As many as give {@code ceil(extent / stride)} windows; the odd one stands at the end. */
  SAME;

  /** Returns how many windows of this size there are along an axis. */
  public int windows(int extent, int size, int stride) {
    return this == SAME ? (extent + stride - 1) / stride : (extent - size) / stride + 1;
  }

  /** Returns how many zeros stand before an axis' first number. */
  public int before(int extent, int size, int stride) {
    return this == SAME ? total(extent, size, stride) / 2 : 0;
  }

  /** Returns how many zeros stand after an axis' last number. */
  public int after(int extent, int size, int stride) {
    return this == SAME ? (total(extent, size, stride) + 1) / 2 : 0;
  }

  private int total(int extent, int size, int stride) {
    return Math.max(0, (windows(extent, size, stride) - 1) * stride + size - extent);
  }
}

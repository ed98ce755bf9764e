package manabi.tensor.compute;

/**
 * The innermost loops. {@link #best()} is chosen once: vector registers where the JVM was started
 * with {@code --add-modules jdk.incubator.vector}, else plain loops, with large products by a
 * {@link Blas} if there is one.
 */
public interface Kernels {

  /** Returns the fastest implementation that this JVM can run. */
  static Kernels best() {
    return KernelsHolder.BEST;
  }

  /** Returns what computes, for people: for example {@code "16-lane vectors"}. */
  String describe();

  /**
   * Adds a matrix product: {@code C += A B} with A {@code [m, k]}, B {@code [k, n]} and C {@code
   * [m, n]}. B and C are row-major; A may have any strides, so its transpose needs no copy.
   *
   * @param aRowStride distance from a row of A to the next, in numbers
   * @param aColumnStride distance from a column of A to the next
   * @param bStride distance from a row of B to the next
   * @param cStride distance from a row of C to the next
   */
  default void multiplyAdd(
      int m,
      int n,
      int k,
      float[] a,
      int aOffset,
      int aRowStride,
      int aColumnStride,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int cOffset,
      int cStride) {
    int[] rows = Offsets.multiples(aRowStride, m);
    int[] columns = Offsets.multiples(aColumnStride, k);
    multiplyAddGathered(
        m, n, k, a, aOffset, rows, columns, b, bOffset, bStride, c, cOffset, cStride);
  }

  /**
   * Adds a matrix product whose first factor is gathered from an array: {@code A[i, p] = a[aOffset
   * + rows[i] + columns[p]]}. Such a matrix is never written down: the patches of an image are one,
   * with the patch's corner as the row and the place within the patch as the column.
   *
   * @param rows where each of the {@code m} rows of A begins
   * @param columns how far each of the {@code k} columns is from there
   * @param bStride distance from a row of B to the next
   * @param cStride distance from a row of C to the next
   */
  void multiplyAddGathered(
      int m,
      int n,
      int k,
      float[] a,
      int aOffset,
      int[] rows,
      int[] columns,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int cOffset,
      int cStride);

  /**
   * Adds rows with factors, {@code y += sum over t of factors[t] x[offsets[t]]}, for a list with
   * entries {@code from} up to {@code to} (exclusive): a matrix product whose other factor is
   * nearly all zeros and kept as a list of the rest. A row is a block of {@code lines} lines of
   * {@code length} numbers.
   *
   * @param offsets where in x each row begins, from {@code xOffset} on
   * @param xStride distance from a line of a row to the next
   * @param yStride distance from a line of the sum to the next
   */
  void addScaled(
      int from,
      int to,
      int[] offsets,
      float[] factors,
      int lines,
      int length,
      float[] x,
      int xOffset,
      int xStride,
      float[] y,
      int yOffset,
      int yStride);

  /**
   * Writes one line of the feature maps of a one-channel image: 3 by 3 filters that move by one
   * pixel, plus biases. Such patches are too short for a product to begin and end for each few of
   * them.
   *
   * @param width how many places a filter has along the line
   * @param image its lines are {@code stride} apart; the first place's corner is at {@code at}
   * @param w {@code [3, 3, 1, filters]}
   * @param b {@code [filters]}
   * @param y {@code [width, filters]}, written from {@code to} on
   */
  void convolveGrey(
      int width,
      int filters,
      float[] image,
      int at,
      int stride,
      float[] w,
      float[] b,
      float[] y,
      int to);

  /**
   * Adds what one line of maps says of the filters. Arguments as in {@link #convolveGrey}.
   *
   * @param dy gradient of the maps {@code [width, filters]}, read from {@code from} on
   * @param dw {@code [3, 3, 1, filters]}, added to
   */
  void addGreyGradients(
      int width, int filters, float[] image, int at, int stride, float[] dy, int from, float[] dw);

  /**
   * Takes the largest of each window in some lines of windows, and of {@code least}.
   *
   * @param size height and width of a window
   * @param lines how many lines of windows there are
   * @param windows how many windows a line has
   * @param x {@code [lines size, windows size, channels]}
   * @param y the maxima {@code [lines, windows, channels]}, written from {@code to} on
   * @param at which place of its window each is, counted by rows from 1, the first of equal ones; 0
   *     where it is not above {@code least}; written from {@code to} on
   */
  void maxPool(
      int size,
      int lines,
      int windows,
      int channels,
      float least,
      float[] x,
      float[] y,
      int to,
      float[] at);

  /**
   * Sends gradients back to where the maxima were, zeros elsewhere. Arguments as in {@link
   * #maxPool}.
   *
   * @param dy gradients of the maxima, read from {@code from} on, as at is
   * @param dx {@code [lines size, windows size, channels]}, written
   */
  void unpool(
      int size, int lines, int windows, int channels, float[] dy, float[] at, int from, float[] dx);

  /**
   * Adds the gradients of maxima that are sent back, by channel.
   *
   * @param dy gradients of the maxima {@code [windows, channels]}, read from {@code from} on, as at
   * @param at 0 where nothing is sent back
   * @param sums {@code [channels]}, added to
   */
  void addUnpooled(int windows, int channels, float[] dy, float[] at, int from, float[] sums);

  /** Replaces {@code length} numbers from {@code offset} by their hyperbolic tangents. */
  void tanh(float[] values, int offset, int length);

  /** Replaces {@code length} numbers from {@code offset} by {@code 1 / (1 + exp(-x))}. */
  void sigmoid(float[] values, int offset, int length);

  /**
   * Replaces {@code length} numbers from {@code offset} by {@code exp(x)}; below -86 it may be 0.
   */
  void exp(float[] values, int offset, int length);

  /**
   * Sets to 0 each gradient from {@code from} up to {@code to} whose number in {@code x} is not
   * above 0, as ReLU does.
   */
  void gate(float[] gradient, float[] x, int from, int to);
}

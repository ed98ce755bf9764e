package manabi.tensor.compute;

import java.util.Arrays;
import java.util.Random;

/**
 * Compares the JVM's best kernels with plain loops. Factors are whole numbers from -8 to 8, so that
 * every order of summing gives the same bits and one wrong number shows.
 *
 * <p>Has a {@code main} too, so that a JVM with narrower vectors can do the same.
 */
final class Products {

  private static final int[] ROWS = {1, 2, 3, 4, 5, 7, 8, 9, 12, 17, 23};
  private static final int[] DEPTHS = {0, 1, 2, 3, 13, 31};

  private Products() {}

  public static void main(String[] arguments) {
    compareAll();
    System.out.print(Kernels.best().describe());
  }

  /** Compares products of many sizes. */
  static void compareAll() {
    Random random = new Random(1);
    for (int n = 1; n <= 4 * 16 + 2 * 16 + 16 + 3; n++) {
      int m = ROWS[n % ROWS.length];
      int k = DEPTHS[n % DEPTHS.length];
      compare(random, m, n, k, true);
      compare(random, m, n, k, false);
    }
    for (int m : ROWS) {
      for (int n : new int[] {1, 3, 4, 5, 15, 16, 17, 33, 63, 64, 65, 80, 97, 127, 128, 129}) {
        compare(random, m, n, 7, m % 2 == 0);
        compareGathered(random, m, n, 11);
      }
    }
    for (int m : new int[] {BlasKernels.LEAST_ROWS - 1, BlasKernels.LEAST_ROWS, 33}) {
      compare(random, m, 129, 67, true);
      compare(random, m, 67, 129, false);
    }
    for (int length = 0; length <= 7 * 16; length += length < 20 ? 1 : 7) {
      compareScaledRows(random, 1 + length % 7, length);
    }
    for (int channels = 1; channels <= 35; channels++) {
      comparePooling(random, 1 + channels % 3, 1 + channels % 4, channels, channels % 2 - 1);
      compareGrey(random, 1 + channels % 6, channels);
    }
  }

  /** A number for each place of the factor A, in no order. */
  private static void compareGathered(Random random, int m, int n, int k) {
    int[] rows = random.ints(m, 0, 50).toArray();
    int[] columns = random.ints(k, 0, 50).toArray();
    float[] a = numbers(random, 100);
    float[] b = numbers(random, k * n);
    float[] expected = numbers(random, m * (n + 1));
    float[] actual = expected.clone();
    new LoopKernels()
        .multiplyAddGathered(m, n, k, a, 1, rows, columns, b, 0, n, expected, 0, n + 1);
    Kernels.best().multiplyAddGathered(m, n, k, a, 1, rows, columns, b, 0, n, actual, 0, n + 1);
    check("gathered product %d x %d".formatted(m, n), actual, expected);
  }

  private static void compareScaledRows(Random random, int lines, int length) {
    int[] offsets = random.ints(9, 0, 50).toArray();
    float[] factors = numbers(random, 9);
    float[] x = numbers(random, 60 + lines * (length + 3));
    float[] expected = numbers(random, 2 + lines * (length + 1));
    float[] actual = expected.clone();
    int stride = length + 1;
    new LoopKernels()
        .addScaled(2, 8, offsets, factors, lines, length, x, 1, stride, expected, 2, stride);
    Kernels.best()
        .addScaled(2, 8, offsets, factors, lines, length, x, 1, stride, actual, 2, stride);
    check("sum of %d lines of %d".formatted(lines, length), actual, expected);
  }

  private static void compareGrey(Random random, int width, int filters) {
    int stride = width + 4;
    float[] image = numbers(random, 3 * stride);
    float[] w = numbers(random, 9 * filters);
    float[] b = numbers(random, filters);
    float[] expected = numbers(random, width * filters + 3);
    float[] actual = expected.clone();
    Kernels loops = new LoopKernels();
    Kernels best = Kernels.best();
    loops.convolveGrey(width, filters, image, 1, stride, w, b, expected, 2);
    best.convolveGrey(width, filters, image, 1, stride, w, b, actual, 2);
    check("grey maps %d x %d".formatted(width, filters), actual, expected);
    float[] expectedGradients = w.clone();
    loops.addGreyGradients(width, filters, image, 1, stride, expected, 2, expectedGradients);
    best.addGreyGradients(width, filters, image, 1, stride, expected, 2, w);
    check("grey gradients %d x %d".formatted(width, filters), w, expectedGradients);
  }

  /** Whole numbers have many ties. */
  private static void comparePooling(
      Random random, int size, int windows, int channels, float least) {
    int lines = 1 + windows % 3;
    int count = lines * windows * channels;
    float[] x = numbers(random, size * size * count);
    float[] y = new float[count + 2];
    float[] at = new float[count + 2];
    float[] expectedY = y.clone();
    float[] expectedAt = at.clone();
    Kernels loops = new LoopKernels();
    Kernels best = Kernels.best();
    loops.maxPool(size, lines, windows, channels, least, x, expectedY, 1, expectedAt);
    best.maxPool(size, lines, windows, channels, least, x, y, 1, at);
    check("maxima", y, expectedY);
    check("places of maxima", at, expectedAt);
    float[] dy = numbers(random, count + 2);
    float[] expectedDx = x.clone();
    loops.unpool(size, lines, windows, channels, dy, at, 1, expectedDx);
    best.unpool(size, lines, windows, channels, dy, at, 1, x);
    check("gradients of maxima", x, expectedDx);
    float[] expectedSums = numbers(random, channels);
    float[] sums = expectedSums.clone();
    loops.addUnpooled(lines * windows, channels, dy, at, 1, expectedSums);
    best.addUnpooled(lines * windows, channels, dy, at, 1, sums);
    check("sums of gradients", sums, expectedSums);
  }

  private static void check(String what, float[] actual, float[] expected) {
    int different = Arrays.mismatch(actual, expected);
    if (different >= 0) {
      throw new AssertionError(
          "%s: number %d must be %s, was %s"
              .formatted(what, different, expected[different], actual[different]));
    }
  }

  /** Compares all of C, so that a number written beside the product shows as well. */
  private static void compare(Random random, int m, int n, int k, boolean transposed) {
    int aOffset = random.nextInt(4);
    int bOffset = random.nextInt(4);
    int cOffset = random.nextInt(4);
    int aRowStride = transposed ? 1 : k + random.nextInt(3);
    int aColumnStride = transposed ? m + random.nextInt(3) : 1;
    int bStride = n + random.nextInt(3);
    int cStride = n + random.nextInt(3);
    float[] a = numbers(random, aOffset + m * aRowStride + k * aColumnStride);
    float[] b = numbers(random, bOffset + k * bStride);
    float[] expected = numbers(random, cOffset + m * cStride + 2);
    float[] actual = expected.clone();
    new LoopKernels()
        .multiplyAdd(
            m,
            n,
            k,
            a,
            aOffset,
            aRowStride,
            aColumnStride,
            b,
            bOffset,
            bStride,
            expected,
            cOffset,
            cStride);
    Kernels.best()
        .multiplyAdd(
            m,
            n,
            k,
            a,
            aOffset,
            aRowStride,
            aColumnStride,
            b,
            bOffset,
            bStride,
            actual,
            cOffset,
            cStride);
    int different = Arrays.mismatch(actual, expected);
    if (different >= 0) {
      throw new AssertionError(
          "product of [%d, %d] and [%d, %d], A %s: number %d must be %s, was %s"
              .formatted(
                  m,
                  k,
                  k,
                  n,
                  transposed ? "transposed" : "row-major",
                  different - cOffset,
                  expected[different],
                  actual[different]));
    }
  }

  private static float[] numbers(Random random, int length) {
    float[] numbers = new float[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = random.nextInt(17) - 8;
    }
    return numbers;
  }
}

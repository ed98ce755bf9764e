package manabi.tensor.op;

import java.util.Arrays;
import manabi.tensor.Tensor;
import manabi.tensor.compute.Kernels;

/**
 * One head of {@link Attention} on one sample: queries {@code [T, K]}, keys {@code [S, K]} and
 * values {@code [S, V]} lie in larger arrays with strides of their own.
 *
 * <p>Rows of weights are filled up to whole vectors, with keys that nobody sees, because a product
 * with a few columns more costs less than one with a remainder.
 */
final class AttentionHead {

  private static final Kernels KERNELS = Kernels.best();
  private static final int VECTOR = 16;

  private final float[] query;
  private final float[] key;
  private final float[] value;
  private final int sample;
  private final int t;
  private final int s;
  private final int paddedS;
  private final int keySize;
  private final int valueSize;
  private final int keyStride;
  private final int valueStride;
  private final int queryAt;
  private final int keyAt;
  private final int valueAt;
  private final int outputAt;
  private final float scale;

  /** {@code [T, paddedS]}. */
  private final float[] weights;

  AttentionHead(Tensor query, Tensor key, Tensor value, int heads, int number) {
    this.query = query.data();
    this.key = key.data();
    this.value = value.data();
    sample = number / heads;
    int head = number % heads;
    t = query.dim(1);
    s = key.dim(1);
    paddedS = (s + VECTOR - 1) / VECTOR * VECTOR;
    keyStride = key.dim(2);
    valueStride = value.dim(2);
    keySize = keyStride / heads;
    valueSize = valueStride / heads;
    queryAt = sample * t * keyStride + head * keySize;
    keyAt = sample * s * keyStride + head * keySize;
    valueAt = sample * s * valueStride + head * valueSize;
    outputAt = sample * t * valueStride + head * valueSize;
    scale = (float) (1 / Math.sqrt(keySize));
    weights = new float[t * paddedS];
  }

  void forward(AttentionMask mask, float[] output) {
    float[] keys = transposed(key, keyAt, keyStride, keySize, scale);
    KERNELS.multiplyAdd(
        t, paddedS, keySize, query, queryAt, keyStride, 1, keys, 0, paddedS, weights, 0, paddedS);
    for (int row = 0; row < t; row++) {
      mask.hide(sample, row, weights, row * paddedS, s);
      Arrays.fill(weights, row * paddedS + s, (row + 1) * paddedS, Float.NEGATIVE_INFINITY);
      subtractMaximum(row * paddedS);
    }
    KERNELS.exp(weights, 0, weights.length);
    for (int row = 0; row < t; row++) {
      divideBySum(row * paddedS);
    }
    KERNELS.multiplyAdd(
        t,
        valueSize,
        s,
        weights,
        0,
        paddedS,
        1,
        value,
        valueAt,
        valueStride,
        output,
        outputAt,
        valueStride);
  }

  /** Returns {@code [size, paddedS]} of rows {@code [S, size]}, times a factor. */
  private float[] transposed(float[] rows, int offset, int stride, int size, float factor) {
    float[] transposed = new float[size * paddedS];
    for (int i = 0; i < s; i++) {
      for (int j = 0; j < size; j++) {
        transposed[j * paddedS + i] = rows[offset + i * stride + j] * factor;
      }
    }
    return transposed;
  }

  private void subtractMaximum(int row) {
    float max = Float.NEGATIVE_INFINITY;
    for (int i = row; i < row + s; i++) {
      if (weights[i] > max) {
        max = weights[i]; // Math.max costs twice as much; NaN comes through the sum
      }
    }
    if (max != Float.NEGATIVE_INFINITY) {
      for (int i = row; i < row + s; i++) {
        weights[i] -= max;
      }
    }
  }

  private void divideBySum(int row) {
    float sum = 0;
    for (int i = row; i < row + s; i++) {
      sum += weights[i];
    }
    float factor = sum == 0 ? 0 : 1 / sum;
    for (int i = row; i < row + s; i++) {
      weights[i] *= factor;
    }
  }

  void copyWeights(float[] all, int offset) {
    for (int row = 0; row < t; row++) {
      System.arraycopy(weights, row * paddedS, all, offset + row * s, s);
    }
  }

  /** Returns how many numbers {@link #backward} needs to work. */
  int weightCount() {
    return weights.length;
  }

  /** Adds to the derivatives by queries, keys and values; {@code dScores} is overwritten. */
  void backward(float[] dy, float[] dScores, float[] dQuery, float[] dKey, float[] dValue) {
    KERNELS.multiplyAdd(
        s,
        valueSize,
        t,
        weights,
        0,
        1,
        paddedS,
        dy,
        outputAt,
        valueStride,
        dValue,
        valueAt,
        valueStride);
    float[] values = transposed(value, valueAt, valueStride, valueSize, 1);
    Arrays.fill(dScores, 0);
    KERNELS.multiplyAdd(
        t,
        paddedS,
        valueSize,
        dy,
        outputAt,
        valueStride,
        1,
        values,
        0,
        paddedS,
        dScores,
        0,
        paddedS);
    for (int row = 0; row < t; row++) {
      throughSoftmax(dScores, row * paddedS);
    }
    KERNELS.multiplyAdd(
        t, keySize, s, dScores, 0, paddedS, 1, key, keyAt, keyStride, dQuery, queryAt, keyStride);
    KERNELS.multiplyAdd(
        s, keySize, t, dScores, 0, 1, paddedS, query, queryAt, keyStride, dKey, keyAt, keyStride);
  }

  /** Turns derivatives by a row of weights into those by its products of queries and keys. */
  private void throughSoftmax(float[] dScores, int row) {
    float mean = 0;
    for (int i = row; i < row + s; i++) {
      mean += dScores[i] * weights[i];
    }
    for (int i = row; i < row + s; i++) {
      dScores[i] = scale * weights[i] * (dScores[i] - mean);
    }
  }
}

package manabi.tensor.op;

import java.util.Arrays;
import manabi.tensor.Tensor;
import manabi.tensor.compute.Kernels;
import manabi.tensor.compute.SoftmaxKernels;

/**
 * One head of {@link Attention} on one sample: queries {@code [T, K]}, keys {@code [S, K]} and
 * values {@code [S, V]} lie in larger arrays with strides of their own.
 *
 * <p>Rows of weights are filled up to whole vectors, with keys that nobody sees, because a product
 * with a few columns more costs less than one with a remainder.
 */
final class AttentionHead {

  private static final Kernels KERNELS = Kernels.best();
  private static final SoftmaxKernels SOFTMAX = SoftmaxKernels.best();
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

  /** {@code [T, paddedS]} from {@link #weightsAt} on. */
  private final float[] weights;

  private final int weightsAt;

  /**
   * Makes one of the {@code N heads} runs.
   *
   * @param weights room for the weights of all of them
   */
  AttentionHead(Tensor query, Tensor key, Tensor value, int heads, int number, float[] weights) {
    this.query = query.data();
    this.key = key.data();
    this.value = value.data();
    sample = number / heads;
    int head = number % heads;
    t = query.dim(1);
    s = key.dim(1);
    paddedS = padded(s);
    keyStride = key.dim(2);
    valueStride = value.dim(2);
    keySize = keyStride / heads;
    valueSize = valueStride / heads;
    queryAt = sample * t * keyStride + head * keySize;
    keyAt = sample * s * keyStride + head * keySize;
    valueAt = sample * s * valueStride + head * valueSize;
    outputAt = sample * t * valueStride + head * valueSize;
    scale = (float) (1 / Math.sqrt(keySize));
    this.weights = weights;
    weightsAt = number * t * paddedS;
  }

  /** Returns how many weights a query has among {@code s} keys, with those that nobody sees. */
  static int padded(int s) {
    return (s + VECTOR - 1) / VECTOR * VECTOR;
  }

  /** Returns room to work for one run after the other of a thread. */
  float[] newRoom() {
    return new float[Math.max(keySize, valueSize) * paddedS];
  }

  void forward(AttentionMask mask, float[] output, float[] room) {
    transpose(key, keyAt, keyStride, keySize, scale, room);
    Arrays.fill(weights, weightsAt, weightsAt + t * paddedS, 0);
    KERNELS.multiplyAdd(
        t, paddedS, keySize, query, queryAt, keyStride, 1, room, 0, paddedS, weights, weightsAt,
        paddedS);
    for (int i = 0; i < t; i++) {
      int row = weightsAt + i * paddedS;
      mask.hide(sample, i, weights, row, s);
      Arrays.fill(weights, row + s, row + paddedS, Float.NEGATIVE_INFINITY);
    }
    SOFTMAX.normalize(weights, weightsAt, t, paddedS);
    KERNELS.multiplyAdd(
        t,
        valueSize,
        s,
        weights,
        weightsAt,
        paddedS,
        1,
        value,
        valueAt,
        valueStride,
        output,
        outputAt,
        valueStride);
  }

  /** Writes {@code [size, paddedS]} of rows {@code [S, size]}, times a factor; padding stays 0. */
  private void transpose(
      float[] rows, int offset, int stride, int size, float factor, float[] transposed) {
    for (int i = 0; i < s; i++) {
      for (int j = 0; j < size; j++) {
        transposed[j * paddedS + i] = rows[offset + i * stride + j] * factor;
      }
    }
  }

  void copyWeights(float[] all, int offset) {
    for (int row = 0; row < t; row++) {
      System.arraycopy(weights, weightsAt + row * paddedS, all, offset + row * s, s);
    }
  }

  /** Returns room for the derivatives by a run's weights. */
  float[] newWeights() {
    return new float[t * paddedS];
  }

  /** Adds to the derivatives by queries, keys and values; {@code dScores} is overwritten. */
  void backward(
      float[] dy, float[] dScores, float[] room, float[] dQuery, float[] dKey, float[] dValue) {
    KERNELS.multiplyAdd(
        s,
        valueSize,
        t,
        weights,
        weightsAt,
        1,
        paddedS,
        dy,
        outputAt,
        valueStride,
        dValue,
        valueAt,
        valueStride);
    transpose(value, valueAt, valueStride, valueSize, 1, room);
    Arrays.fill(dScores, 0);
    KERNELS.multiplyAdd(
        t, paddedS, valueSize, dy, outputAt, valueStride, 1, room, 0, paddedS, dScores, 0, paddedS);
    SOFTMAX.backward(weights, weightsAt, dScores, t, paddedS, scale);
    KERNELS.multiplyAdd(
        t, keySize, s, dScores, 0, paddedS, 1, key, keyAt, keyStride, dQuery, queryAt, keyStride);
    KERNELS.multiplyAdd(
        s, keySize, t, dScores, 0, 1, paddedS, query, queryAt, keyStride, dKey, keyAt, keyStride);
  }
}

package manabi.tensor.op;

import manabi.tensor.compute.Buffers;

/**
 * The filters' transform in {@link Winograd}'s convolution, {@code G g Gᵀ}, and its transpose for
 * gradients; for all channels and filters at once.
 */
final class WinogradFilters {

  private WinogradFilters() {}

  /** Returns {@code [4, 4, …]} of filters {@code [3, 3, …]}. */
  static float[] transform(float[] w) {
    int width = w.length / 9;
    float[] rows = Buffers.take(12 * width);
    for (int j = 0; j < 3; j++) {
      forward(w, j * width, 3 * width, rows, j * width, 3 * width, width);
    }
    float[] result = Buffers.take(16 * width);
    for (int i = 0; i < 4; i++) {
      forward(rows, 3 * i * width, width, result, 4 * i * width, width, width);
    }
    return result;
  }

  /** Writes {@code G g}. */
  private static void forward(
      float[] g, int from, int step, float[] u, int to, int toStep, int width) {
    for (int i = 0; i < width; i++) {
      float outer = 0.5f * (g[from + i] + g[from + 2 * step + i]);
      float inner = 0.5f * g[from + step + i];
      u[to + i] = g[from + i];
      u[to + toStep + i] = outer + inner;
      u[to + 2 * toStep + i] = outer - inner;
      u[to + 3 * toStep + i] = g[from + 2 * step + i];
    }
  }

  /** Returns the gradient {@code [3, 3, …]} of filters, given that of the transformed ones. */
  static float[] gradient(float[] du) {
    int width = du.length / 16;
    float[] rows = Buffers.take(12 * width);
    for (int i = 0; i < 4; i++) {
      backward(du, 4 * i * width, width, rows, 3 * i * width, width, width);
    }
    float[] result = Buffers.take(9 * width);
    for (int j = 0; j < 3; j++) {
      backward(rows, j * width, 3 * width, result, j * width, 3 * width, width);
    }
    return result;
  }

  /** Writes {@code Gᵀ u}. */
  private static void backward(
      float[] u, int from, int step, float[] g, int to, int toStep, int width) {
    for (int i = 0; i < width; i++) {
      float sum = 0.5f * (u[from + step + i] + u[from + 2 * step + i]);
      float difference = 0.5f * (u[from + step + i] - u[from + 2 * step + i]);
      g[to + i] = u[from + i] + sum;
      g[to + toStep + i] = difference;
      g[to + 2 * toStep + i] = sum + u[from + 3 * step + i];
    }
  }
}

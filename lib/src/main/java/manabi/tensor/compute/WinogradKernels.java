package manabi.tensor.compute;

/**
 * The four small transforms of Winograd's convolution F(2×2, 3×3), of one tile each; on vector
 * registers where there are some.
 *
 * <p>Along an axis, four pixels d and three weights g give two sums of a correlation by four
 * products instead of six, {@code y = Aᵀ((G g) (Bᵀ d))}, with the matrices
 *
 * <pre>{@code
 *      1  0 -1  0         1    0    0
 * Bᵀ = 0  1  1  0     G = .5   .5   .5     Aᵀ = 1  1  1  0
 *      0 -1  1  0         .5  -.5   .5          0  1 -1 -1
 *      0  1  0 -1         0    0    1
 * }</pre>
 *
 * <p>In a plane each is applied along both axes. All but G consist of additions. A transformed tile
 * has 16 places, each a vector of channels, {@code apart} numbers from the next.
 *
 * <p>Source: Lavin and Gray (2016), Fast Algorithms for Convolutional Neural Networks.
 */
public class WinogradKernels {

  private static final WinogradKernels BEST =
      KernelChoice.of(WinogradKernels.class, "VectorWinograd", WinogradKernels::new);

  WinogradKernels() {}

  /** Returns the fastest that this JVM can run. */
  public static WinogradKernels best() {
    return BEST;
  }

  /**
   * Writes {@code Bᵀ d B} of 4 by 4 pixels.
   *
   * @param at where in x the first pixel is
   * @param line distance from a line of pixels to the next
   * @param to where in v the first place is
   */
  public void image(float[] x, int at, int line, int channels, float[] v, int to, int apart) {
    for (int c = 0; c < channels; c++) {
      for (int j = 0; j < 4; j++) {
        int top = at + j * channels + c;
        forward(
            x[top],
            x[top + line],
            x[top + 2 * line],
            x[top + 3 * line],
            v,
            to + j * apart + c,
            4 * apart);
      }
      for (int i = 0; i < 4; i++) {
        int left = to + 4 * i * apart + c;
        forward(v[left], v[left + apart], v[left + 2 * apart], v[left + 3 * apart], v, left, apart);
      }
    }
  }

  /** Writes {@code Bᵀ d}. */
  private static void forward(float d0, float d1, float d2, float d3, float[] v, int to, int step) {
    v[to] = d0 - d2;
    v[to + step] = d1 + d2;
    v[to + 2 * step] = d2 - d1;
    v[to + 3 * step] = d1 - d3;
  }

  /**
   * Adds the transpose of {@link #image}, {@code B dv Bᵀ}, to 4 by 4 pixels.
   *
   * @param dv overwritten
   */
  public void addImageGradient(
      float[] dv, int from, int apart, int channels, float[] dx, int at, int line) {
    for (int c = 0; c < channels; c++) {
      for (int j = 0; j < 4; j++) {
        backward(dv, from + j * apart + c, 4 * apart);
      }
      for (int i = 0; i < 4; i++) {
        int left = from + 4 * i * apart + c;
        backward(dv, left, apart);
        for (int j = 0; j < 4; j++) {
          dx[at + i * line + j * channels + c] += dv[left + j * apart];
        }
      }
    }
  }

  /** Replaces t by {@code B t}. */
  private static void backward(float[] t, int at, int step) {
    float t0 = t[at];
    float t1 = t[at + step];
    float t2 = t[at + 2 * step];
    float t3 = t[at + 3 * step];
    t[at + step] = t1 - t2 + t3;
    t[at + 2 * step] = t1 + t2 - t0;
    t[at + 3 * step] = -t3;
  }

  /**
   * Writes {@code Aᵀ m A}, plus biases, to 2 by 2 places of feature maps.
   *
   * @param b a bias for each filter
   * @param at where in y the first place is
   * @param line distance from a line of the maps to the next
   */
  public void maps(
      float[] m, int from, int apart, int filters, float[] b, float[] y, int at, int line) {
    for (int k = 0; k < filters; k++) {
      for (int j = 0; j < 2; j++) {
        float sum = 0;
        float difference = 0;
        for (int i = 0; i < 4; i++) {
          int row = from + 4 * i * apart + k;
          float along =
              j == 0
                  ? m[row] + m[row + apart] + m[row + 2 * apart]
                  : m[row + apart] - m[row + 2 * apart] - m[row + 3 * apart];
          sum += i < 3 ? along : 0;
          difference += i == 0 ? 0 : i == 1 ? along : -along;
        }
        y[at + j * filters + k] = sum + b[k];
        y[at + line + j * filters + k] = difference + b[k];
      }
    }
  }

  /** Writes the transpose of {@link #maps}, {@code A dy Aᵀ}. */
  public void mapsGradient(
      float[] dy, int at, int line, int filters, float[] dm, int to, int apart) {
    for (int k = 0; k < filters; k++) {
      int second = at + line + k;
      spread(dy[at + k], dy[at + filters + k], dm, to + k, apart);
      spread(
          dy[at + k] + dy[second],
          dy[at + filters + k] + dy[second + filters],
          dm,
          to + 4 * apart + k,
          apart);
      spread(
          dy[at + k] - dy[second],
          dy[at + filters + k] - dy[second + filters],
          dm,
          to + 8 * apart + k,
          apart);
      spread(-dy[second], -dy[second + filters], dm, to + 12 * apart + k, apart);
    }
  }

  /** Writes {@code A y}. */
  private static void spread(float y0, float y1, float[] m, int to, int step) {
    m[to] = y0;
    m[to + step] = y0 + y1;
    m[to + 2 * step] = y0 - y1;
    m[to + 3 * step] = -y1;
  }
}

package manabi.tensor.compute;

/** Max pooling in plain loops, of the channels from {@code first} on; see {@link Kernels}. */
final class LoopPooling {

  private LoopPooling() {}

  /** Returns how far each place of a window is from its first, by rows. */
  private static int[] places(int size, int windows, int channels) {
    int line = windows * size * channels;
    int[] places = new int[size * size];
    for (int i = 0; i < places.length; i++) {
      places[i] = i / size * line + i % size * channels;
    }
    return places;
  }

  /** Returns where a window begins, {@code windows} of them in a line. */
  private static int corner(int window, int size, int windows, int channels) {
    int line = window / windows * windows * size;
    return (line + window % windows) * size * channels;
  }

  static void maxPool(
      int size,
      int lines,
      int windows,
      int channels,
      int first,
      float least,
      float[] x,
      float[] y,
      int to,
      float[] at) {
    int[] places = places(size, windows, channels);
    for (int window = 0; window < lines * windows; window++) {
      for (int c = first; c < channels; c++) {
        int corner = corner(window, size, windows, channels) + c;
        float largest = x[corner];
        int place = 1;
        for (int i = 1; i < places.length; i++) {
          float other = x[corner + places[i]];
          place = other > largest ? i + 1 : place;
          largest = Math.max(largest, other); // NaN wins, to be seen
        }
        int out = to + window * channels + c;
        y[out] = Math.max(largest, least);
        at[out] = largest > least ? place : 0;
      }
    }
  }

  static void unpool(
      int size,
      int lines,
      int windows,
      int channels,
      int first,
      float[] dy,
      float[] at,
      int from,
      float[] dx) {
    int[] places = places(size, windows, channels);
    for (int window = 0; window < lines * windows; window++) {
      for (int c = first; c < channels; c++) {
        int in = from + window * channels + c;
        int corner = corner(window, size, windows, channels) + c;
        for (int i = 0; i < places.length; i++) {
          dx[corner + places[i]] = at[in] == i + 1 ? dy[in] : 0;
        }
      }
    }
  }

  static void addUnpooled(
      int windows, int channels, int first, float[] dy, float[] at, int from, float[] sums) {
    for (int window = 0; window < windows; window++) {
      for (int c = first; c < channels; c++) {
        int in = from + window * channels + c;
        sums[c] += at[in] > 0 ? dy[in] : 0;
      }
    }
  }
}

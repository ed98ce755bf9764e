package manabi.tensor.compute;

/** Max pooling in plain loops, of the channels from {@code first} on; see {@link Kernels}. */
final class LoopPooling {

  private LoopPooling() {}

  /** Returns how far each place of a window is from its first, by rows. */
  static int[] places(int size, int windows, int channels) {
    int line = windows * size * channels;
    int[] places = new int[size * size];
    for (int i = 0; i < places.length; i++) {
      places[i] = i / size * line + i % size * channels;
    }
    return places;
  }

  static void maxPool(
      int size,
      int windows,
      int channels,
      int first,
      float least,
      float[] x,
      float[] y,
      int to,
      float[] at) {
    int[] places = places(size, windows, channels);
    for (int window = 0; window < windows; window++) {
      for (int c = first; c < channels; c++) {
        int corner = window * size * channels + c;
        float largest = x[corner];
        int place = 0;
        for (int i = 1; i < places.length; i++) {
          float other = x[corner + places[i]];
          place = other > largest ? i : place;
          largest = Math.max(largest, other); // NaN wins, to be seen
        }
        y[to + window * channels + c] = Math.max(largest, least);
        at[to + window * channels + c] = place;
      }
    }
  }

  static void unpool(
      int size,
      int windows,
      int channels,
      int first,
      float least,
      float[] dy,
      float[] y,
      float[] at,
      int from,
      float[] dx) {
    int[] places = places(size, windows, channels);
    for (int window = 0; window < windows; window++) {
      for (int c = first; c < channels; c++) {
        int in = from + window * channels + c;
        int corner = window * size * channels + c;
        for (int i = 0; i < places.length; i++) {
          dx[corner + places[i]] = at[in] == i && y[in] > least ? dy[in] : 0;
        }
      }
    }
  }
}

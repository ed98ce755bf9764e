package manabi.tensor.op;

import manabi.tensor.Tensor;
import manabi.tensor.compute.Kernels;
import manabi.tensor.compute.Matrix;

/**
 * Gradients of a convolution before max pooling, from lists of the patches that won their windows.
 *
 * <p>An entry of a list says: filter k at this patch has gradient g. It adds g times the patch to
 * the gradient of filter k, and g times filter k to the gradient of the patch. So entries are
 * listed by filter for the one and by patch for the other ({@link WinnerLists}), and sums stay in
 * registers for the length of a list.
 */
final class SparseGradients {

  private static final Kernels KERNELS = Kernels.best();

  private final Patches patches;
  private final int size;
  private final int filters;

  /** The filters one after the other, {@code [filters, size, size, channels]}. */
  private final float[] rows;

  /** How far each place of a window, counted from 1, is from its first in the image. */
  private final int[] places;

  /**
   * Prepares for one set of filters.
   *
   * @param patches patches of whole windows
   * @param size height and width of a window
   * @param w filters {@code [F, F, channels, filters]}
   */
  SparseGradients(Patches patches, int size, Tensor w) {
    this.patches = patches;
    this.size = size;
    filters = w.dim(3);
    rows = Matrix.transpose(w.data(), patches.patchLength(), filters);
    places = new int[1 + size * size];
    int[] corners = patches.corners(size);
    for (int i = 0; i < size * size; i++) {
      places[1 + i] = corners[i / size * patches.outWidth() + i % size];
    }
  }

  /** Returns empty lists for one image at a time. */
  WinnerLists newLists() {
    return new WinnerLists(patches.rows() / (size * size), filters, patches.patchLength(), places);
  }

  /**
   * Adds what one image says of the filters and, if wanted, of itself.
   *
   * @param source what holds the image, from {@code sourceOffset} on, with its padding
   * @param dy gradients of the image's maxima, from {@code from} on, as at
   * @param at places of the maxima, counted from 1; 0 where nothing goes back
   * @param dRows gradient of the filters as rows, added to
   * @param dSource gradient of source, its image's added to; null if not wanted
   */
  void add(
      WinnerLists lists,
      float[] source,
      int sourceOffset,
      float[] dy,
      float[] at,
      int from,
      float[] dRows,
      float[] dSource) {
    int windows = patches.rows() / (size * size);
    lists.clear();
    for (int window = 0; window < windows; window++) {
      int corner = corner(window);
      lists.list(corner, dy, at, from + window * filters);
      if (dSource != null) {
        addToPatches(lists, dSource, sourceOffset + corner);
      }
    }
    int line = patches.size() * patches.channels();
    for (int k = 0; k < filters; k++) {
      KERNELS.addScaled(
          lists.patchStart(k),
          lists.patchEnds[k],
          lists.patches,
          lists.patchGradients,
          patches.size(),
          line,
          source,
          sourceOffset,
          patches.lineStride(),
          dRows,
          k * patches.patchLength(),
          line);
    }
  }

  private int corner(int window) {
    int across = patches.outWidth() / size;
    return patches.lineOffset(window / across * size)
        + window % across * size * patches.stride() * patches.channels();
  }

  private void addToPatches(WinnerLists lists, float[] dSource, int corner) {
    int line = patches.size() * patches.channels();
    for (int place = 1; place < places.length; place++) {
      if (lists.rowEnds[place] > lists.rowStart(place)) {
        KERNELS.addScaled(
            lists.rowStart(place),
            lists.rowEnds[place],
            lists.rows,
            lists.rowGradients,
            patches.size(),
            line,
            rows,
            0,
            line,
            dSource,
            corner + places[place],
            patches.lineStride());
      }
    }
  }
}

package manabi.tensor.op;

/**
 * Lists of gradients that a max pooling sends back. An entry belongs to a filter and to the patch
 * that won its window, and is in two lists: its filter's, which is for one image, and its patch's,
 * which is for one window at a time. A list has room for all entries there can be; those that
 * nothing goes back to are written and then overwritten, which is faster than to ask.
 */
final class WinnerLists {

  /** Where the patches of each filter's entries are in the image; {@code windows} a filter. */
  final int[] patches;

  /** The gradients of {@link #patches}. */
  final float[] patchGradients;

  /** Where each filter's list ends. */
  final int[] patchEnds;

  /**
   * The rows of the filters whose entries are at each place of a window, counted from 1; all
   * filters a place. What is listed for place 0 goes nowhere.
   */
  final int[] rows;

  /** The gradients of {@link #rows}. */
  final float[] rowGradients;

  /** Where each place's list ends. */
  final int[] rowEnds;

  private final int windows;
  private final int filters;
  private final int rowLength;
  private final int[] places;

  /**
   * Makes empty lists.
   *
   * @param windows how many windows an image has
   * @param rowLength how far the rows of two filters are apart
   * @param places how far each place of a window is from its first in the image
   */
  WinnerLists(int windows, int filters, int rowLength, int[] places) {
    this.windows = windows;
    this.filters = filters;
    this.rowLength = rowLength;
    this.places = places;
    patches = new int[windows * filters];
    patchGradients = new float[patches.length];
    patchEnds = new int[filters];
    rows = new int[places.length * filters];
    rowGradients = new float[rows.length];
    rowEnds = new int[places.length];
  }

  /** Empties the filters' lists for a new image. */
  void clear() {
    for (int k = 0; k < filters; k++) {
      patchEnds[k] = patchStart(k);
    }
  }

  /** Returns where a filter's list begins. */
  int patchStart(int filter) {
    return filter * windows;
  }

  /** Returns where a place's list begins. */
  int rowStart(int place) {
    return place * filters;
  }

  /**
   * Lists the entries of one window, after emptying the places' lists.
   *
   * @param corner where the window's first patch is in the image
   * @param dy gradients of the maxima, from {@code from} on, as at
   * @param at places of the maxima, counted from 1; 0 where nothing goes back
   */
  void list(int corner, float[] dy, float[] at, int from) {
    for (int place = 0; place < rowEnds.length; place++) {
      rowEnds[place] = rowStart(place);
    }
    for (int k = 0; k < filters; k++) {
      float gradient = dy[from + k];
      int place = (int) at[from + k];
      int more = -place >>> 31; // 0 for place 0, else 1
      int end = patchEnds[k];
      patches[end] = corner + places[place];
      patchGradients[end] = gradient;
      patchEnds[k] = end + more;
      end = rowEnds[place];
      rows[end] = k * rowLength;
      rowGradients[end] = gradient;
      rowEnds[place] = end + more;
    }
  }
}

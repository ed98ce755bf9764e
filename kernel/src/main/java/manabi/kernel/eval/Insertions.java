package manabi.kernel.eval;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Pieces of code that the reader has not written, put between what the reader has. */
final class Insertions {
  /** No piece. */
  static final Insertions NONE = new Insertions();

  private final SortedMap<Integer, String> pieces = new TreeMap<>();

  /** Adds a piece in front of the character at {@code position} of the reader's code. */
  void add(int position, String piece) {
    pieces.merge(position, piece, String::concat);
  }

  boolean isEmpty() {
    return pieces.isEmpty();
  }

  /** Returns the reader's code with the pieces in it. */
  String into(String code) {
    StringBuilder result = new StringBuilder();
    int from = 0;
    for (Map.Entry<Integer, String> piece : pieces.entrySet()) {
      result.append(code, from, piece.getKey()).append(piece.getValue());
      from = piece.getKey();
    }
    return result.append(code, from, code.length()).toString();
  }

  /** Returns the place in the reader's code of a position in the code with the pieces. */
  int original(int position) {
    int before = 0;
    for (Map.Entry<Integer, String> piece : pieces.entrySet()) {
      int start = piece.getKey() + before;
      if (position < start) {
        break;
      }
      before += Math.min(piece.getValue().length(), position - start);
    }
    return position - before;
  }
}

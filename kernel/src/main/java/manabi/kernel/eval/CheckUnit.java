package manabi.kernel.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Source code put together from pieces of a cell, which knows where each piece came from. */
final class CheckUnit {

  /**
   * A place in a cell.
   *
   * @param position in the part's code
   */
  record Place(Part part, int position) {}

  private record Piece(int start, int end, Part part, int position, boolean isVerbatim) {
    Place place(int unitPosition) {
      return new Place(part, isVerbatim ? position + unitPosition - start : position);
    }
  }

  private final StringBuilder code = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();

  /** Adds code that is not the cell's. */
  CheckUnit add(String generated) {
    code.append(generated);
    return this;
  }

  /** Adds the part's own code from {@code start} to {@code end}. */
  CheckUnit add(Part part, int start, int end) {
    return add(part, start, part.cell().code().substring(start, end), true);
  }

  /** Adds the whole of the part's own code. */
  CheckUnit add(Part part) {
    return add(part, 0, part.cell().code().length());
  }

  /** Adds code whose errors stand at {@code position} in the part. */
  CheckUnit add(Part part, int position, String generated) {
    return add(part, position, generated, false);
  }

  /** Adds code that has the part's characters, but for some, from {@code position} on. */
  CheckUnit addChanged(Part part, int position, String changed) {
    return add(part, position, changed, true);
  }

  private CheckUnit add(Part part, int position, String text, boolean isVerbatim) {
    pieces.add(new Piece(code.length(), code.length() + text.length(), part, position, isVerbatim));
    code.append(text);
    return this;
  }

  String code() {
    return code.toString();
  }

  /**
   * Returns where in the cell a position of this code is, or nothing where it is not the cell's.
   */
  Optional<Place> place(long unitPosition) {
    return pieces.stream()
        .filter(piece -> piece.start() <= unitPosition && unitPosition <= piece.end())
        .findFirst()
        .map(piece -> piece.place((int) unitPosition));
  }
}

package manabi.kernel;

import manabi.kernel.protocol.Request;

/** Where the cursor is: Jupyter counts whole characters, Java the halves of an emoji too. */
final class CursorPlace {
  private CursorPlace() {}

  /** Returns the index in {@code code} of a request's cursor, at the end where it gives none. */
  static int of(Request request, String code) {
    int all = code.codePointCount(0, code.length());
    int cursor = request.number("cursor_pos", all);
    return code.offsetByCodePoints(0, Math.max(0, Math.min(cursor, all)));
  }
}

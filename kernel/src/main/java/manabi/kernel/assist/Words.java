package manabi.kernel.assist;

/** Where words begin and end. */
final class Words {
  private Words() {}

  /** Returns where the word at the end of {@code code} begins. */
  static int start(String code) {
    int start = code.length();
    while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** Returns where the word ends that {@code from} is in. */
  static int end(String code, int from) {
    int end = from;
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Returns where the name before a bracket ends, which type arguments may stand behind. */
  static int beforeArguments(String code, int bracket) {
    String before = code.substring(0, bracket).stripTrailing();
    int end = before.length();
    int depth = 0;
    while (end > 0 && (depth > 0 || before.charAt(end - 1) == '>')) {
      end--;
      depth += before.charAt(end) == '>' ? 1 : 0;
      depth -= before.charAt(end) == '<' ? 1 : 0;
    }
    return end;
  }
}

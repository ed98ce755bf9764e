package manabi.kernel.assist;

import java.util.List;
import java.util.stream.Stream;

/** The words of Java itself. */
final class Keywords {
  private static final List<String> WORDS =
      List.of(
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "false",
          "final",
          "finally",
          "float",
          "for",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "native",
          "new",
          "null",
          "permits",
          "private",
          "protected",
          "public",
          "record",
          "return",
          "sealed",
          "short",
          "static",
          "strictfp",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "transient",
          "true",
          "try",
          "var",
          "void",
          "volatile",
          "while",
          "yield");

  private Keywords() {}

  static Stream<Match> startingWith(String prefix) {
    return WORDS.stream().filter(word -> word.startsWith(prefix)).map(w -> Match.of(w, "keyword"));
  }

  static boolean contains(String word) {
    return WORDS.contains(word);
  }
}

package manabi.kernel.assist;

/**
 * A text that can stand at the cursor.
 *
 * @param text the text
 * @param type what it is, in the words that Jupyter's clients know: {@code class}, {@code method},
 *     {@code variable}, {@code field}, {@code keyword}, {@code module}, {@code path}, {@code magic}
 * @param signature how it is declared, or an empty text
 */
public record Match(String text, String type, String signature) {
  static Match of(String text, String type) {
    return new Match(text, type, "");
  }
}

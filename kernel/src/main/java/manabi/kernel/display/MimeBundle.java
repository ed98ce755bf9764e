package manabi.kernel.display;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One value in several formats, of which a front end shows the richest that it knows.
 *
 * @param data MIME type to content: a {@code String} for text, {@code byte[]} for binary types such
 *     as {@code image/png}, and maps, lists, numbers and strings for JSON types; {@code text/plain}
 *     is always among them
 */
public record MimeBundle(Map<String, Object> data) {
  private static final Gson WRITER =
      new GsonBuilder()
          .disableHtmlEscaping()
          .serializeNulls()
          .serializeSpecialFloatingPointValues()
          .setPrettyPrinting()
          .create();
  private static final Gson READER = new GsonBuilder().setStrictness(Strictness.STRICT).create();
  private static final Pattern HAS_DELIMITER = Pattern.compile("\\$|\\\\\\(|\\\\\\[|\\\\begin\\{");

  /** Checks and copies {@code data}. */
  public MimeBundle {
    if (!data.containsKey("text/plain")) {
      throw new IllegalArgumentException(
          "a MIME bundle needs text/plain for plain consoles, was " + data.keySet());
    }
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }

  /** Returns a bundle of plain text alone. */
  public static MimeBundle text(String text) {
    return new MimeBundle(Map.of("text/plain", text));
  }

  /** Returns HTML; consoles show its source. */
  public static MimeBundle html(String html) {
    return text(html).with("text/html", html);
  }

  /** Returns Markdown; consoles show its source. */
  public static MimeBundle markdown(String markdown) {
    return text(markdown).with("text/markdown", markdown);
  }

  /** Returns LaTeX, a formula or a text with formulas between {@code $}. */
  public static MimeBundle latex(String latex) {
    boolean isFormula = !HAS_DELIMITER.matcher(latex).find();
    return text(latex).with("text/latex", isFormula ? "$$" + latex + "$$" : latex);
  }

  /** Returns an SVG picture from its source. */
  public static MimeBundle svg(String svg) {
    return text("SVG image, " + svg.length() + " characters").with("image/svg+xml", svg);
  }

  /**
   * Returns JSON, which JupyterLab shows as a tree.
   *
   * @param value a text in JSON, or maps, lists, arrays, strings, numbers and booleans
   * @throws IllegalArgumentException if a text is no JSON
   */
  public static MimeBundle json(Object value) {
    if (value instanceof CharSequence source) {
      return text(source.toString()).with("application/json", source.toString());
    }
    return text(WRITER.toJson(value)).with("application/json", value);
  }

  /**
   * Returns this bundle with one more format; an earlier one of the same type is replaced.
   *
   * @param content as in {@link #data()}; for JSON types also a text in JSON
   * @throws IllegalArgumentException if a text for a JSON type is no JSON
   */
  public MimeBundle with(String mimeType, Object content) {
    Map<String, Object> extended = new LinkedHashMap<>(data);
    boolean isJson = mimeType.endsWith("/json") || mimeType.endsWith("+json");
    extended.put(mimeType, isJson && content instanceof String text ? parsed(text) : content);
    return new MimeBundle(extended);
  }

  private static Object parsed(String json) {
    try {
      return READER.fromJson(json, JsonElement.class);
    } catch (JsonParseException e) { // Its message is about gson, its cause as well.
      throw new IllegalArgumentException("text must be JSON, was: " + PlainText.of(json, 100));
    }
  }
}

package manabi.kernel.display;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One value in several formats, of which a front end shows the richest that it knows.
 *
 * @param data MIME type to content: a {@code String} for text, {@code byte[]} for binary types such
 *     as {@code image/png}, and maps, lists, numbers and strings for JSON types; {@code text/plain}
 *     is always among them
 */
public record MimeBundle(Map<String, Object> data) {

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

  /** Returns this bundle with one more format; an earlier one of the same type is replaced. */
  public MimeBundle with(String mimeType, Object content) {
    Map<String, Object> extended = new LinkedHashMap<>(data);
    extended.put(mimeType, content);
    return new MimeBundle(extended);
  }
}

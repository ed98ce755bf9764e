package manabi.kernel.output;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.util.Base64;
import manabi.kernel.display.MimeBundle;

/** MIME bundles as the JSON of messages. */
public final class BundleJson {
  // JSON has no NaN and a browser refuses a message with one; charts leave a gap for null.
  private static final Gson GSON =
      new GsonBuilder()
          .serializeNulls()
          .registerTypeAdapter(Double.class, finiteOrNull())
          .registerTypeAdapter(Float.class, finiteOrNull())
          .create();

  private BundleJson() {}

  /** Returns the {@code data} of a message, bytes in Base64. */
  public static JsonObject data(MimeBundle bundle) {
    JsonObject json = new JsonObject();
    bundle.data().forEach((type, content) -> json.add(type, content(content)));
    return json;
  }

  /** Returns a message's content: {@code data} and empty {@code metadata}. */
  public static JsonObject content(MimeBundle bundle) {
    JsonObject json = new JsonObject();
    json.add("data", data(bundle));
    json.add("metadata", new JsonObject());
    return json;
  }

  private static JsonSerializer<Number> finiteOrNull() {
    return (number, type, context) ->
        Double.isFinite(number.doubleValue()) ? new JsonPrimitive(number) : JsonNull.INSTANCE;
  }

  private static JsonElement content(Object content) {
    return content instanceof byte[] bytes
        ? new JsonPrimitive(Base64.getEncoder().encodeToString(bytes))
        : json(content);
  }

  /** Returns a value of maps, lists, texts and numbers as JSON, NaN and infinity as null. */
  public static JsonElement json(Object value) {
    return GSON.toJsonTree(value);
  }
}

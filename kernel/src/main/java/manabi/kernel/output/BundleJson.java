package manabi.kernel.output;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Base64;
import manabi.kernel.display.MimeBundle;

/** MIME bundles as the JSON of messages. */
public final class BundleJson {
  // A chart's NaN is written as such; clients' parsers read it.
  private static final Gson GSON = new GsonBuilder().serializeSpecialFloatingPointValues().create();

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

  private static JsonElement content(Object content) {
    return content instanceof byte[] bytes
        ? new JsonPrimitive(Base64.getEncoder().encodeToString(bytes))
        : GSON.toJsonTree(content);
  }
}

package manabi.kernel.display;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import manabi.kernel.eval.SnippetNames;

/** Bundles of the base kernel's own class, as notebooks for other Java kernels make them. */
public final class BaseKernelData {
  private BaseKernelData() {}

  /** Returns {@code bundle} as the base kernel's class, bytes in Base64. */
  public static DisplayData of(MimeBundle bundle) {
    DisplayData data = new DisplayData();
    bundle.data().forEach((type, content) -> data.putData(type, encoded(content)));
    return data;
  }

  private static Object encoded(Object content) {
    return content instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : content;
  }

  static MimeBundle bundle(DisplayData source) {
    JsonObject json = new Gson().toJsonTree(source).getAsJsonObject().getAsJsonObject("data");
    Map<String, Object> data = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
      JsonElement content = entry.getValue();
      data.put(entry.getKey(), content.isJsonPrimitive() ? content.getAsString() : content);
    }
    data.merge("text/plain", "", (text, none) -> SnippetNames.readable(String.valueOf(text)));
    return new MimeBundle(data);
  }
}

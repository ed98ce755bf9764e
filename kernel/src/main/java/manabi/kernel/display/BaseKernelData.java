package manabi.kernel.display;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bundles of the base kernel's own class, as notebooks for other Java kernels make them. */
final class BaseKernelData {
  private BaseKernelData() {}

  static MimeBundle bundle(DisplayData source) {
    JsonObject json = new Gson().toJsonTree(source).getAsJsonObject().getAsJsonObject("data");
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("text/plain", "");
    for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
      JsonElement content = entry.getValue();
      data.put(entry.getKey(), content.isJsonPrimitive() ? content.getAsString() : content);
    }
    return new MimeBundle(data);
  }
}

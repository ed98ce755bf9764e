package manabi.kernel.output;

import com.google.gson.JsonObject;
import java.util.UUID;
import manabi.kernel.display.LiveDisplay;
import manabi.kernel.display.MimeBundle;

/** Shows bundles in every client, below the cell that runs. */
public final class ClientDisplay implements LiveDisplay {
  private final CellOutlet outlet;

  /** Makes the display on {@code outlet}. */
  public ClientDisplay(CellOutlet outlet) {
    this.outlet = outlet;
  }

  @Override
  public String show(MimeBundle bundle) {
    String id = UUID.randomUUID().toString();
    publish("display_data", id, bundle);
    return id;
  }

  @Override
  public void update(String displayId, MimeBundle bundle) {
    publish("update_display_data", displayId, bundle);
  }

  /**
   * Clears what the running cell has shown.
   *
   * @param wait whether to wait with that until something new is shown, which avoids flicker
   */
  public void clear(boolean wait) {
    JsonObject content = new JsonObject();
    content.addProperty("wait", wait);
    outlet.send("clear_output", content);
  }

  private void publish(String type, String id, MimeBundle bundle) {
    JsonObject content = BundleJson.content(bundle);
    JsonObject passing = new JsonObject();
    passing.addProperty("display_id", id);
    content.add("transient", passing);
    outlet.send(type, content);
  }
}

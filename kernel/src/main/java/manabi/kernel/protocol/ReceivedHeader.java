package manabi.kernel.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.messages.Header;
import io.github.spencerpark.jupyter.messages.KernelTimestamp;
import io.github.spencerpark.jupyter.messages.MessageType;

/**
 * A client's header that keeps the JSON it came as: the answer's {@code parent_header} is the same,
 * fields that the base kernel does not know included.
 */
final class ReceivedHeader extends Header<Object> {
  private final JsonObject json;
  private final String parentId;

  ReceivedHeader(JsonObject json, JsonObject parent, MessageType<Object> type) {
    super(
        text(json, "msg_id"),
        text(json, "username"),
        text(json, "session"),
        new KernelTimestamp(text(json, "date")),
        type,
        text(json, "version"));
    this.json = json;
    this.parentId = text(parent, "msg_id");
  }

  JsonObject json() {
    return json;
  }

  /** Returns the message type's name, also where the base kernel does not know the type. */
  String typeName() {
    return text(json, "msg_type");
  }

  /** Returns the subshell that the message is for, or an empty text for the main shell. */
  String subshellId() {
    return text(json, "subshell_id");
  }

  /** Returns the id of the message that this one answers, or an empty text. */
  String parentId() {
    return parentId;
  }

  /** Returns a field as text, or an empty text where it is missing, null or no primitive. */
  static String text(JsonObject json, String field) {
    JsonElement value = json.get(field);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }
}

package manabi.kernel.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.spencerpark.jupyter.messages.Message;
import java.util.List;
import java.util.Map;

/**
 * A message from a client, with its content both as JSON and as the base kernel's class for it.
 *
 * <p>Content that does not fit the class is kept as {@link #fault()}; the loop that handles the
 * request answers with it.
 */
public final class Request extends Message<Object> {
  private final ReceivedHeader header;
  private final JsonObject json;
  private final String fault;
  private final long receivedNanos = System.nanoTime();

  Request(
      List<byte[]> identities,
      ReceivedHeader header,
      Map<String, Object> metadata,
      JsonObject json,
      Object content,
      String fault,
      List<byte[]> blobs) {
    super(identities, header, null, metadata, content, blobs);
    this.header = header;
    this.json = json;
    this.fault = fault;
  }

  /** Returns the message type's name, for example {@code execute_request}. */
  public String typeName() {
    return header.typeName();
  }

  String subshellId() {
    return header.subshellId();
  }

  String parentId() {
    return header.parentId();
  }

  /** Returns the content as it was sent. */
  public JsonObject json() {
    return json;
  }

  /** Returns when the message arrived, on the clock of {@link System#nanoTime()}. */
  public long receivedNanos() {
    return receivedNanos;
  }

  /** Returns whether the message arrived before a point in time on the same clock. */
  boolean arrivedBefore(long nanos) {
    return receivedNanos - nanos < 0;
  }

  /** Returns what is wrong with the content, or an empty text. */
  String fault() {
    return fault;
  }

  /** Returns a text field of the content, or {@code fallback} where it is missing or no text. */
  public String text(String field, String fallback) {
    JsonElement value = json.get(field);
    return value instanceof JsonPrimitive primitive ? primitive.getAsString() : fallback;
  }

  /** Returns a flag of the content, or {@code fallback} where it is missing or no boolean. */
  public boolean flag(String field, boolean fallback) {
    boolean isFlag = json.get(field) instanceof JsonPrimitive value && value.isBoolean();
    return isFlag ? json.get(field).getAsBoolean() : fallback;
  }

  /**
   * Returns a whole number of the content, or {@code fallback} where it is missing or no number.
   */
  public int number(String field, int fallback) {
    boolean isNumber = json.get(field) instanceof JsonPrimitive value && value.isNumber();
    return isNumber ? json.get(field).getAsInt() : fallback;
  }

  /** Returns an object of the content, or an empty one where it is missing or no object. */
  public JsonObject object(String field) {
    JsonElement value = json.get(field);
    return value instanceof JsonObject object ? object : new JsonObject();
  }
}

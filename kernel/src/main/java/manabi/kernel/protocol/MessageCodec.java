package manabi.kernel.protocol;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.spencerpark.jupyter.kernel.ExpressionValue;
import io.github.spencerpark.jupyter.kernel.history.HistoryEntry;
import io.github.spencerpark.jupyter.messages.Header;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.adapters.ExpressionValueAdapter;
import io.github.spencerpark.jupyter.messages.adapters.HistoryEntryAdapter;
import io.github.spencerpark.jupyter.messages.adapters.HistoryRequestAdapter;
import io.github.spencerpark.jupyter.messages.adapters.PublishStatusAdapter;
import io.github.spencerpark.jupyter.messages.publish.PublishStatus;
import io.github.spencerpark.jupyter.messages.request.HistoryRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Turns messages into the frames of the Jupyter wire protocol and back. */
final class MessageCodec {
  static final String PROTOCOL_VERSION = "5.5";

  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
  private static final Gson GSON =
      new GsonBuilder()
          .registerTypeAdapter(PublishStatus.class, PublishStatusAdapter.INSTANCE)
          .registerTypeAdapter(HistoryRequest.class, HistoryRequestAdapter.INSTANCE)
          .registerTypeAdapter(HistoryEntry.class, HistoryEntryAdapter.INSTANCE)
          .registerTypeAdapter(ExpressionValue.class, ExpressionValueAdapter.INSTANCE)
          .create();

  private final Signatures signatures;
  private final String session = UUID.randomUUID().toString();

  MessageCodec(Signatures signatures) {
    this.signatures = signatures;
  }

  /**
   * Returns the request that {@code frames} hold.
   *
   * @throws MalformedMessage if they are no message or the signature is wrong
   */
  Request decode(List<byte[]> frames) throws MalformedMessage {
    int delimiter = delimiterIndex(frames);
    if (delimiter < 0 || frames.size() < delimiter + 6) {
      throw new MalformedMessage("no complete message in " + frames.size() + " frames");
    }
    List<byte[]> body = frames.subList(delimiter + 2, delimiter + 6);
    if (!signatures.accept(frames.get(delimiter + 1), body)) {
      throw new MalformedMessage("invalid signature");
    }
    try {
      return request(
          List.copyOf(frames.subList(0, delimiter)),
          body,
          List.copyOf(frames.subList(delimiter + 6, frames.size())));
    } catch (RuntimeException e) {
      // The parser throws what it likes on what it does not expect.
      throw new MalformedMessage("message is no JSON: " + e.getMessage(), e);
    }
  }

  private static int delimiterIndex(List<byte[]> frames) {
    for (int i = 0; i < frames.size(); i++) {
      if (Arrays.equals(DELIMITER, frames.get(i))) {
        return i;
      }
    }
    return -1;
  }

  @SuppressWarnings("unchecked") // The content is checked against the type when it is handled.
  private static Request request(List<byte[]> identities, List<byte[]> body, List<byte[]> blobs) {
    JsonObject headerJson = object(body.get(0));
    JsonObject parent = object(body.get(1));
    Map<String, Object> metadata = Map.copyOf(object(body.get(2)).asMap());
    JsonObject json = object(body.get(3));
    String typeName = ReceivedHeader.text(headerJson, "msg_type");
    MessageType<Object> type = (MessageType<Object>) MessageType.getType(typeName);
    Object content = json;
    String fault = "";
    try {
      content = GSON.fromJson(json, type.getContentType());
    } catch (RuntimeException e) {
      // The adapters of the base kernel throw what they like on content of a wrong shape.
      fault = typeName + " with content of a wrong shape: " + reason(e);
    }
    ReceivedHeader header = new ReceivedHeader(headerJson, parent, type);
    return new Request(identities, header, metadata, json, content, fault, blobs);
  }

  private static String reason(RuntimeException e) {
    return e instanceof NullPointerException
        ? "a field is missing or has a value that is not known"
        : String.valueOf(e.getMessage()).replaceFirst("^([\\w.]+Exception: )+", "");
  }

  private static JsonObject object(byte[] json) {
    return JsonParser.parseString(new String(json, StandardCharsets.UTF_8)).getAsJsonObject();
  }

  /** A message as it is sent. */
  record Encoded(String id, List<byte[]> frames) {}

  /** Returns a message under the name {@code typeName}. */
  Encoded encode(String typeName, Message<?> message) {
    // Nulls of the base kernel's classes are left out, those in content of our own are meant.
    JsonObject content =
        message.getContent() instanceof JsonObject json
            ? json
            : GSON.toJsonTree(message.getContent()).getAsJsonObject();
    if (typeName.endsWith("_reply") && !content.has("status")) {
      content.addProperty("status", "ok");
    }
    String id = UUID.randomUUID().toString();
    List<byte[]> body =
        List.of(
            bytes(header(id, typeName)),
            bytes(message.hasParentHeader() ? parent(message.getParentHeader()) : new JsonObject()),
            bytes(
                message.hasMetadata() ? GSON.toJsonTree(message.getMetadata()) : new JsonObject()),
            bytes(content));
    List<byte[]> frames = new ArrayList<>(message.getIdentities());
    frames.add(DELIMITER);
    frames.add(signatures.sign(body));
    frames.addAll(body);
    if (message.getBlobs() != null) {
      frames.addAll(message.getBlobs());
    }
    return new Encoded(id, frames);
  }

  private JsonObject header(String id, String typeName) {
    JsonObject header = new JsonObject();
    header.addProperty("msg_id", id);
    header.addProperty("session", session);
    header.addProperty("username", Header.KERNEL_USERNAME);
    header.addProperty("date", Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
    header.addProperty("msg_type", typeName);
    header.addProperty("version", PROTOCOL_VERSION);
    return header;
  }

  private static JsonObject parent(Header<?> header) {
    if (header instanceof ReceivedHeader received) {
      return received.json();
    }
    throw new IllegalArgumentException("parent header must be one received, was " + header);
  }

  private static byte[] bytes(JsonElement json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}

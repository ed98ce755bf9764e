package manabi.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageCodecTest {
  private Signatures signatures;
  private MessageCodec codec;

  @BeforeEach
  void key() throws Exception {
    signatures = new Signatures("hmac-sha256", "secret");
    codec = new MessageCodec(signatures);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<byte[]> frames(String header, String content) {
    List<byte[]> body = List.of(bytes(header), bytes("{}"), bytes("{}"), bytes(content));
    List<byte[]> frames = new ArrayList<>(List.of(bytes("client"), bytes("<IDS|MSG>")));
    frames.add(signatures.sign(body));
    frames.addAll(body);
    return frames;
  }

  private List<byte[]> execute(String content) {
    return request("execute_request", content);
  }

  private List<byte[]> request(String type, String content) {
    return frames(
        "{\"msg_type\": \"%s\", \"msg_id\": \"m\", \"more\": 1}".formatted(type), content);
  }

  @Test
  void requestKeepsItsFields() throws MalformedMessage {
    Request request = codec.decode(execute("{\"code\": \"1\", \"silent\": true}"));
    assertThat(request.typeName()).isEqualTo("execute_request");
    assertThat(request.text("code", "")).isEqualTo("1");
    assertThat(request.flag("silent", false)).isTrue();
    assertThat(request.fault()).isEmpty();
  }

  @Test
  void contentOfAWrongShapeIsAFaultOfTheRequest() throws MalformedMessage {
    assertThat(codec.decode(execute("{\"code\": {}}")).fault())
        .isEqualTo(
            "execute_request with content of a wrong shape:"
                + " Expected STRING but was BEGIN_OBJECT at path $.code");
    assertThat(codec.decode(request("history_request", "{\"hist_access_type\": \"?\"}")).fault())
        .isEqualTo(
            "history_request with content of a wrong shape:"
                + " a field is missing or has a value that is not known");
  }

  @Test
  void wrongSignatureIsRefused() {
    List<byte[]> frames = execute("{}");
    frames.set(2, bytes("0".repeat(64)));
    assertThatThrownBy(() -> codec.decode(frames)).hasMessage("invalid signature");
  }

  @Test
  void replyNamesItsParentAndSaysOk() throws MalformedMessage {
    Request request = codec.decode(execute("{}"));
    List<byte[]> frames =
        codec.encode("execute_reply", KernelConnection.message(request, new JsonObject())).frames();
    assertThat(new String(frames.get(0), StandardCharsets.UTF_8)).isEqualTo("client");
    assertThat(json(frames.get(4)).get("more").getAsInt()).isEqualTo(1);
    assertThat(json(frames.get(6)).get("status").getAsString()).isEqualTo("ok");
    assertThat(json(frames.get(3)).get("date").getAsString())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3,6})?Z");
  }

  private static JsonObject json(byte[] frame) {
    return JsonParser.parseString(new String(frame, StandardCharsets.UTF_8)).getAsJsonObject();
  }

  @Test
  void damagedFramesAreMalformedAndNothingElse() {
    Random random = new Random(42);
    for (int i = 0; i < 2_000; i++) {
      List<byte[]> frames = execute("{\"code\": \"1\"}");
      int frame = 1 + random.nextInt(frames.size() - 1);
      byte[] damaged = frames.get(frame).clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
      frames.set(frame, damaged);
      assertThatThrownBy(() -> codec.decode(frames)).isInstanceOf(MalformedMessage.class);
    }
  }
}

package manabi.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Messages that are damaged in every way: each is decoded or malformed, and nothing else. */
class MessageFuzzTest {
  private static final int MESSAGES = 20_000;
  private static final List<String> BODY =
      List.of(
          "{\"msg_id\":\"m\",\"msg_type\":\"execute_request\",\"subshell_id\":null,\"date\":\"d\"}",
          "{\"msg_id\":\"p\"}",
          "{\"cellId\":\"c\"}",
          "{\"code\":\"1 + \\u00e9\",\"silent\":false,\"user_expressions\":{\"a\":[1e9,-0]}}");
  private static final List<String> TYPES =
      List.of("history_request", "comm_open", "complete_request", "comm_info_request", "none", "");
  private static final List<String> INSERTIONS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          "\\",
          "\\u",
          ":",
          ",",
          "null",
          "1e999",
          "NaN",
          "\u0000",
          "\ud83d",
          "[".repeat(5_000),
          "{\"a\":".repeat(5_000),
          "/*",
          "#",
          ")]}'\n",
          "\"msg_type\":{},");

  private final SplittableRandom random = new SplittableRandom(42);

  @Test
  void everyMessageIsDecodedOrMalformed() throws Exception {
    Signatures signatures = new Signatures("hmac-sha256", "secret");
    MessageCodec codec = new MessageCodec(signatures);
    int decoded = 0;
    for (int i = 0; i < MESSAGES; i++) {
      try {
        Request request = codec.decode(message(signatures));
        assertThat(request.typeName() + request.subshellId() + request.parentId()).isNotNull();
        decoded++;
      } catch (MalformedMessage expected) {
        assertThat(expected.getMessage()).isNotBlank();
      }
    }
    // Otherwise the damage is so heavy that the parts behind the parser are never reached.
    assertThat(decoded).isBetween(MESSAGES / 20, MESSAGES / 2);
  }

  private List<byte[]> message(Signatures signatures) {
    List<byte[]> body = new ArrayList<>();
    for (String part : BODY) {
      String typed = part.replace("execute_request", TYPES.get(random.nextInt(TYPES.size())));
      body.add(random.nextInt(3) == 0 ? damaged(typed) : bytes(typed));
    }
    // Most are signed after the damage, so that more than the signature is tested.
    byte[] signature = random.nextInt(20) == 0 ? bytes("0") : signatures.sign(body);
    List<byte[]> frames = new ArrayList<>(List.of(bytes("client"), bytes("<IDS|MSG>"), signature));
    frames.addAll(body);
    if (random.nextInt(10) == 0) {
      changeFrames(frames);
    }
    return frames;
  }

  private void changeFrames(List<byte[]> frames) {
    int place = random.nextInt(frames.size());
    switch (random.nextInt(4)) {
      case 0 -> frames.remove(place);
      case 1 -> frames.add(place, bytes("<IDS|MSG>"));
      case 2 -> frames.set(place, new byte[0]);
      default -> frames.subList(place, frames.size()).clear();
    }
  }

  private byte[] damaged(String json) {
    byte[] bytes = bytes(json);
    int place = random.nextInt(bytes.length);
    switch (random.nextInt(3)) {
      case 0 -> bytes[place] = (byte) random.nextInt(256);
      case 1 -> bytes = bytes(json.substring(0, Math.min(place, json.length())));
      default -> {
        int cut = Math.min(place, json.length());
        String insertion = INSERTIONS.get(random.nextInt(INSERTIONS.size()));
        bytes = bytes(json.substring(0, cut) + insertion + json.substring(cut));
      }
    }
    return bytes;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

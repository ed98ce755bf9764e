package manabi.kernel.output;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/** What one cell has printed and nobody has been sent, as whole characters of one stream. */
final class PendingOutput {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final BiConsumer<String, String> sink;
  private String stream = "";

  /**
   * Makes an empty one.
   *
   * @param sink takes a stream's name and a text
   */
  PendingOutput(BiConsumer<String, String> sink) {
    this.sink = sink;
  }

  /** Adds bytes; those of another stream are sent first, so that the order is kept. */
  void add(String name, byte[] source, int offset, int length) {
    if (!stream.equals(name)) {
      send(bytes.size());
      stream = name;
    }
    bytes.write(source, offset, length);
  }

  int size() {
    return bytes.size();
  }

  /** Sends what there is; the start of a character whose end is not printed yet stays. */
  void flush() {
    if (bytes.size() > 0) {
      send(completeCharacters(bytes.toByteArray()));
    }
  }

  private void send(int length) {
    if (length > 0) {
      byte[] all = bytes.toByteArray();
      bytes.reset();
      bytes.write(all, length, all.length - length);
      sink.accept(stream, new String(all, 0, length, StandardCharsets.UTF_8));
    }
  }

  /** Returns how many of the bytes are whole UTF-8 characters. */
  private static int completeCharacters(byte[] bytes) {
    for (int back = 1; back <= Math.min(3, bytes.length); back++) {
      int lead = bytes[bytes.length - back] & 0xFF;
      if (lead < 0x80) {
        return bytes.length;
      }
      if (lead >= 0xC0) {
        int size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        return size > back ? bytes.length - back : bytes.length;
      }
    }
    return bytes.length;
  }
}

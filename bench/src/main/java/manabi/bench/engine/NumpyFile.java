package manabi.bench.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import manabi.tensor.Tensor;

/** Tensors in files of numpy's format, version 1.0, so that both sides read the same numbers. */
final class NumpyFile {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final Pattern SHAPE = Pattern.compile("'shape': \\(([\\d, ]*)\\)");
  private static final int BUFFER = 1 << 20;

  private NumpyFile() {}

  static void write(Path file, Tensor tensor) throws IOException {
    String shape =
        Arrays.stream(tensor.shape()).mapToObj(n -> n + ",").collect(Collectors.joining(" "));
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (%s), }".formatted(shape);
    int unpadded = MAGIC.length + 2 + header.length() + 1;
    header += " ".repeat((64 - unpadded % 64) % 64) + "\n";
    try (var out = new DataOutputStream(Files.newOutputStream(file))) {
      out.write(MAGIC);
      out.writeShort(Short.reverseBytes((short) header.length()));
      out.write(header.getBytes(StandardCharsets.US_ASCII));
      WritableByteChannel channel = Channels.newChannel(out);
      ByteBuffer bytes = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
      for (int at = 0; at < tensor.size(); at += BUFFER / Float.BYTES) {
        int count = Math.min(BUFFER / Float.BYTES, tensor.size() - at);
        bytes.asFloatBuffer().put(tensor.data(), at, count);
        channel.write(bytes.position(0).limit(count * Float.BYTES));
        bytes.clear();
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  static Tensor read(Path file) throws IOException {
    try (var in = new DataInputStream(Files.newInputStream(file))) {
      in.skipNBytes(MAGIC.length);
      byte[] header = new byte[Short.reverseBytes(in.readShort())];
      in.readFully(header);
      Tensor tensor = Tensor.zeros(shape(new String(header, StandardCharsets.US_ASCII)));
      ReadableByteChannel channel = Channels.newChannel(in);
      ByteBuffer bytes = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
      for (int at = 0; at < tensor.size(); at += BUFFER / Float.BYTES) {
        int count = Math.min(BUFFER / Float.BYTES, tensor.size() - at);
        bytes.clear().limit(count * Float.BYTES);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
        bytes.flip().asFloatBuffer().get(tensor.data(), at, count);
      }
      return tensor;
    }
  }

  private static int[] shape(String header) throws IOException {
    Matcher matcher = SHAPE.matcher(header);
    if (!matcher.find()) {
      throw new IOException("there is no shape in the header " + header);
    }
    return Arrays.stream(matcher.group(1).split(",\\s*")).mapToInt(Integer::parseInt).toArray();
  }
}

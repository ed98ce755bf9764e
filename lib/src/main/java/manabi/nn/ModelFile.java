package manabi.nn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import manabi.tensor.Shapes;

/**
 * Models in files of the safetensors format: eight bytes that give the length of a JSON header
 * (little-endian), the header with name, type, shape and place of each array, and the arrays. The
 * layers, and a SHA-256 of them and of the arrays, stand in the header's metadata.
 */
final class ModelFile {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

  private ModelFile() {}

  /** What a file holds: the layers, not yet built, and their parameters. */
  record Content(List<Layer> layers, List<Integer> inputShape, JsonNode header, ByteBuffer arrays) {

    /** Copies the file's numbers into the built layers' parameters. */
    void restore(Path file, List<Parameter> parameters) {
      for (Parameter parameter : parameters) {
        JsonNode entry = header.path(parameter.name());
        int[] shape = JSON.convertValue(entry.path("shape"), int[].class);
        long start = entry.path("data_offsets").path(0).asLong(-1);
        long end = entry.path("data_offsets").path(1).asLong(-1);
        int[] expected = parameter.value().shape();
        if (!Arrays.equals(expected, shape)
            || start < 0
            || end > arrays.capacity()
            || end - start != 4L * Shapes.size(expected)) {
          throw damaged(
              file,
              "%s must be %s, was %s"
                  .formatted(parameter.name(), Arrays.toString(expected), entry));
        }
        arrays
            .slice((int) start, (int) (end - start))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer()
            .get(parameter.value().data());
      }
    }
  }

  static void write(Path file, List<Layer> layers, int[] inputShape, List<Parameter> parameters) {
    int bytes = parameters.stream().mapToInt(p -> 4 * p.value().size()).sum();
    ByteBuffer arrays = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    ObjectNode header = JSON.createObjectNode();
    ObjectNode metadata = header.putObject("__metadata__");
    for (Parameter parameter : parameters) {
      ObjectNode entry = header.putObject(parameter.name());
      entry.put("dtype", "F32");
      entry.set("shape", JSON.valueToTree(parameter.value().shape()));
      entry
          .putArray("data_offsets")
          .add(arrays.position())
          .add(arrays.position() + 4 * parameter.value().size());
      arrays.asFloatBuffer().put(parameter.value().data());
      arrays.position(arrays.position() + 4 * parameter.value().size());
    }
    try {
      metadata.put("format", "manabi-sequential-1");
      metadata.put(
          "layers", JSON.writerFor(new TypeReference<List<Layer>>() {}).writeValueAsString(layers));
      metadata.put("input_shape", JSON.writeValueAsString(inputShape));
      metadata.put("sha256", sha256(metadata, arrays.array(), 0));
      byte[] json = padded(JSON.writeValueAsBytes(header));
      ByteBuffer content =
          ByteBuffer.allocate(8 + json.length + bytes).order(ByteOrder.LITTLE_ENDIAN);
      content.putLong(json.length).put(json).put(arrays.array());
      writeAtomically(file, content.array());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write the model to " + file + ": " + e.getMessage(), e);
    }
  }

  /** Returns what a file keeps of a layer. */
  static LayerDescription describe(String name, Layer layer, List<Integer> outputShape) {
    Map<String, Object> settings = JSON.convertValue(layer, new TypeReference<>() {});
    String type = (String) settings.remove("type");
    return new LayerDescription(name, type, settings, outputShape);
  }

  /** The format wants arrays at multiples of eight bytes, and spaces to get there. */
  private static byte[] padded(byte[] json) {
    byte[] padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
    Arrays.fill(padded, json.length, padded.length, (byte) ' ');
    return padded;
  }

  /** Not by a temporary file of the JDK's: nobody but its owner could read the model. */
  private static void writeAtomically(Path file, byte[] content) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Files.write(part, content, StandardOpenOption.CREATE_NEW);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  static Content read(Path file) {
    try {
      byte[] content = Files.readAllBytes(file);
      ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
      if (content.length < 8) {
        throw damaged(file, "it must have 8 bytes or more, has " + content.length);
      }
      long headerLength = buffer.getLong(0);
      if (headerLength < 2 || headerLength > content.length - 8) {
        throw damaged(
            file,
            "its header must have 2 to %d bytes, says %d"
                .formatted(content.length - 8, headerLength));
      }
      int start = 8 + (int) headerLength;
      JsonNode header =
          JSON.readTree(new String(content, 8, (int) headerLength, StandardCharsets.UTF_8));
      JsonNode metadata = header.path("__metadata__");
      if (!metadata.path("format").asText().equals("manabi-sequential-1")) {
        throw damaged(
            file, "its format must be manabi-sequential-1, was " + metadata.path("format"));
      }
      String actual = sha256(metadata, content, start);
      if (!metadata.path("sha256").asText().equals(actual)) {
        throw damaged(
            file,
            "the SHA-256 of its layers and arrays must be %s, was %s"
                .formatted(metadata.path("sha256").asText(), actual));
      }
      return new Content(
          JSON.readValue(metadata.path("layers").asText(), new TypeReference<List<Layer>>() {}),
          JSON.readValue(
              metadata.path("input_shape").asText(), new TypeReference<List<Integer>>() {}),
          header,
          buffer.slice(start, content.length - start));
    } catch (JsonProcessingException e) {
      throw damaged(file, "its header does not parse: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the model from " + file + ": " + e, e);
    }
  }

  private static UncheckedIOException damaged(Path file, String why) {
    return new UncheckedIOException(
        new IOException(file + " is damaged or no Manabi model: " + why));
  }

  private static String sha256(JsonNode metadata, byte[] content, int from) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(metadata.path("layers").asText().getBytes(StandardCharsets.UTF_8));
      digest.update(metadata.path("input_shape").asText().getBytes(StandardCharsets.UTF_8));
      digest.update(content, from, content.length - from);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

package manabi.nn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static manabi.nn.Activation.LINEAR;
import static manabi.nn.Activation.RELU;
import static manabi.nn.Activation.SIGMOID;
import static manabi.nn.Activation.SOFTMAX;
import static manabi.nn.Fit.epochs;
import static manabi.nn.Layers.averagePooling2D;
import static manabi.nn.Layers.bidirectional;
import static manabi.nn.Layers.conv2D;
import static manabi.nn.Layers.dense;
import static manabi.nn.Layers.embedding;
import static manabi.nn.Layers.flatten;
import static manabi.nn.Layers.gru;
import static manabi.nn.Layers.gruResetBefore;
import static manabi.nn.Layers.input;
import static manabi.nn.Layers.lstm;
import static manabi.nn.Layers.maxPooling2D;
import static manabi.nn.Layers.simpleRnn;
import static manabi.nn.SmallModels.X;
import static manabi.nn.SmallModels.Y;
import static manabi.nn.SmallModels.corners;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import manabi.loss.Loss;
import manabi.optim.Adam;
import manabi.tensor.Tensor;
import manabi.tensor.op.Padding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ModelFileTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("モデル 1.safetensors");
  }

  static Stream<Arguments> models() {
    return Stream.of(
        Arguments.of(
            Sequential.of(
                input(8, 7, 2), conv2D(3, 3, RELU), maxPooling2D(2), flatten(), dense(4, SOFTMAX)),
            random(1, 5, 8, 7, 2)),
        Arguments.of(
            Sequential.of(input(8, 7, 2), conv2D(3, 3, 2, Padding.SAME, RELU), averagePooling2D(2)),
            random(1, 5, 8, 7, 2)),
        Arguments.of(Sequential.of(embedding(11, 4), simpleRnn(3), dense(1, SIGMOID)), ids()),
        Arguments.of(
            Sequential.of(embedding(11, 4), bidirectional(lstm(3)), dense(1, SIGMOID)), ids()),
        Arguments.of(
            Sequential.of(
                embedding(11, 4),
                bidirectional(gru(3).returnSequences()),
                gruResetBefore(2),
                dense(1, SIGMOID)),
            ids()));
  }

  private static Tensor ids() {
    return Tensor.matrix(new double[][] {{0, 1, 2, 3}, {10, 9, 8, 7}});
  }

  @ParameterizedTest
  @MethodSource("models")
  void loadedModelPredictsTheSameBits(Sequential model, Tensor x) {
    float[] expected = model.predict(x).data();
    model.save(file);
    Sequential loaded = Sequential.load(file);
    assertThat(loaded.predict(x).data()).isEqualTo(expected);
    assertThat(loaded.summary()).isEqualTo(model.summary());
  }

  @Test
  void convolutionWithoutStridesAndPaddingIsThatOfEarlyFiles() throws IOException {
    String early = "{'type':'Conv2D','filters':3,'kernelSize':3,'activation':'RELU'}";
    Layer layer = new ObjectMapper().readValue(early.replace('\'', '"'), Layer.class);
    assertThat(layer.build(new int[] {8, 7, 2}, new SplittableRandom(1))).containsExactly(6, 5, 3);
  }

  @Test
  void loadedModelGoesOnLearning() {
    corners().save(file);
    Sequential loaded = Sequential.load(file);
    assertThatIllegalStateException()
        .isThrownBy(() -> loaded.evaluate(X, Y))
        .withMessage("call compile(optimizer, loss, metrics) first");
    loaded.compile(new Adam(0.02), Loss.SPARSE_CATEGORICAL_CROSSENTROPY);
    assertThat(loaded.fit(X, Y, epochs(5).quiet()).epochs()).hasSize(5);
  }

  @Test
  void savingReplacesAnEarlierModelAndLeavesNothingElse() throws IOException {
    corners().seed(2).save(file);
    Sequential model = corners();
    model.save(file);
    assertThat(Sequential.load(file).predict(X).data()).isEqualTo(model.predict(X).data());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void savedModelIsReadableByWhomANewFileIs() throws IOException {
    corners().save(file);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(Files.getPosixFilePermissions(Files.createFile(folder.resolve("new"))));
  }

  /** Other tools read the file by this: a length, JSON, and arrays at multiples of eight bytes. */
  @Test
  void fileIsOfTheSafetensorsFormat() throws IOException {
    Sequential model = corners();
    model.save(file);
    ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int length = (int) content.getLong(0);
    assertThat(length % 8).isZero();
    JsonNode header = new ObjectMapper().readTree(new String(content.array(), 8, length, UTF_8));
    JsonNode bias = header.get("dense_1/bias");
    assertThat(bias.get("dtype").asText()).isEqualTo("F32");
    assertThat(bias.get("shape")).hasToString("[3]");
    assertThat(header.get("__metadata__")).allMatch(JsonNode::isTextual);
    JsonNode kernel = header.get("dense/kernel");
    int start = 8 + length + kernel.get("data_offsets").get(0).asInt();
    assertThat(content.getFloat(start + 4 * 5))
        .isEqualTo(model.parameter("dense/kernel").data()[5]);
  }

  @Test
  void modelThatHasSeenNothingHasNothingToSave() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Sequential.of(dense(1, LINEAR)).save(file))
        .withMessage("the model has no parameters before it has seen data");
  }

  @Test
  void folderThatIsNotThereIsNamed() {
    Path missing = folder.resolve("missing").resolve("model");
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> corners().save(missing))
        .withMessageStartingWith("cannot write the model to " + missing + ": ");
  }

  @Test
  void failedSaveLeavesWhatWasThere() throws IOException {
    Files.createDirectory(file);
    Files.writeString(file.resolve("note"), "kept");
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> corners().save(file))
        .withMessageStartingWith("cannot write the model to " + file + ": ");
    assertThat(file.resolve("note")).hasContent("kept");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void fileThatIsNotThereIsNamed() {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> Sequential.load(file))
        .withMessage(
            "cannot read the model from %s: java.nio.file.NoSuchFileException: %s", file, file);
  }

  @Test
  void directoryIsNoModel() {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> Sequential.load(folder))
        .withMessageStartingWith("cannot read the model from " + folder + ": ");
  }

  private void damaged(byte[] content, String why) throws IOException {
    Files.write(file, content);
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> Sequential.load(file))
        .withMessageMatching(
            "(?s)(java\\.io\\.IOException: )?.* is damaged or no Manabi model: " + why)
        .withMessageContaining(file.toString());
  }

  private byte[] saved() throws IOException {
    corners().save(file);
    return Files.readAllBytes(file);
  }

  @Test
  void emptyFile() throws IOException {
    damaged(new byte[0], "it must have 8 bytes or more, has 0");
  }

  @Test
  void fileCutInTheMiddle() throws IOException {
    byte[] content = saved();
    int header = (int) ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
    damaged(Arrays.copyOf(content, 5), "it must have 8 bytes or more, has 5");
    damaged(Arrays.copyOf(content, 100), "its header must have 2 to 92 bytes, says " + header);
    damaged(
        Arrays.copyOf(content, content.length - 10),
        "the SHA-256 of its layers and arrays must be [0-9a-f]{64}, was [0-9a-f]{64}");
  }

  @Test
  void flippedByteInTheNumbers() throws IOException {
    byte[] content = saved();
    content[content.length - 1] ^= 1;
    damaged(content, "the SHA-256 of its layers and arrays must be [0-9a-f]{64}, was [0-9a-f]{64}");
  }

  @Test
  void otherFiles() throws IOException {
    byte[] text = "Dear reader, this is no model at all.".getBytes(UTF_8);
    damaged(text, "its header must have 2 to \\d+ bytes, says \\d+");
    damaged(
        withHeader("{\"format\": \"other\"}"), "its format must be manabi-sequential-1, was .*");
    damaged(
        withHeader("{\"__metadata__\": {\"format\": \"pt\"}}"),
        "its format must be manabi-sequential-1, was \"pt\"");
    damaged(withHeader("[1, 2"), "its header does not parse: .*");
  }

  private static byte[] withHeader(String json) {
    byte[] header = json.getBytes(UTF_8);
    return ByteBuffer.allocate(8 + header.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .array();
  }

  /** Whatever byte is wrong: the model is refused, or it is the model that was saved. */
  @Test
  void noFlippedByteGivesAnotherModel() throws IOException {
    Sequential model =
        Sequential.of(
            input(6, 6, 1), maxPooling2D(2), conv2D(1, 2, RELU), flatten(), dense(2, SOFTMAX));
    model.save(file);
    Tensor x = random(1, 3, 6, 6, 1);
    float[] expected = model.predict(x).data();
    byte[] content = Files.readAllBytes(file);
    int arrays = content.length - 4 * model.parameterCount();
    for (int i = 0; i < content.length; i += i < arrays ? 1 : 11) {
      content[i] ^= 1; // makes another digit of a digit
      Files.write(file, content);
      try {
        assertThat(Sequential.load(file).predict(x).data()).as("byte %d", i).isEqualTo(expected);
      } catch (UncheckedIOException e) {
        assertThat(e).hasMessageContaining("damaged or no Manabi model");
      }
      content[i] ^= 1;
    }
  }

  @Test
  void headerThatClaimsGigabytesIsRefused() throws IOException {
    byte[] content = saved();
    Arrays.fill(content, 0, 7, (byte) 0xff);
    Files.write(file, content);
    assertThatThrownBy(() -> Sequential.load(file)).isInstanceOf(UncheckedIOException.class);
  }
}

package manabi.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import manabi.nn.Fit;
import manabi.nn.History;
import manabi.nn.Parameter;
import manabi.nn.Sequential;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** The same networks with the same weights in DL4J, which shares no code with this library. */
class Dl4jOracleTest {

  /** Both compute in float: numbers near 1 are wrong by some 1e-7, a few times over. */
  private static final float TOLERANCE = 2e-6f;

  static List<Networks> networks() {
    return Networks.all().toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void outputsAreThoseOfDl4j(Networks given) {
    Tensor output = Dl4jNetwork.of(given.model()).predict(given.x());
    Tensor expected = given.model().predict(given.x());
    assertThat(output.shape()).isEqualTo(expected.shape());
    assertThat(output.data()).containsExactly(expected.data(), within(TOLERANCE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void lossAndGradientsAreThoseOfDl4j(Networks given) {
    Sequential model = given.model();
    MultiLayerNetwork network = Dl4jNetwork.of(model).network();
    DataSet batch = training(given, network).batch(given.x(), given.y());
    network.setInput(batch.getFeatures());
    network.setLabels(batch.getLabels());
    network.computeGradientAndScore();

    try (var tape = GradientTape.open()) {
      Tensor loss = model.loss().of(given.y(), model.apply(given.x()));
      assertThat(network.score()).isCloseTo(loss.item(), within(1e-6));
      List<Tensor> gradients = tape.gradient(loss, model.variables());
      List<Parameter> parameters = model.parameters();
      for (int i = 0; i < gradients.size(); i++) {
        String name = parameters.get(i).name();
        Link link = link(model, name);
        // DL4J divides by the number of samples when it updates.
        INDArray theirs = network.gradient().getGradientFor(link.key()).div(given.x().dim(0));
        assertThat(gradients.get(i).data())
            .as(name)
            .containsExactly(link.numbers(theirs), within(TOLERANCE));
        assertThat(gradients.get(i).toArray())
            .as(name)
            .isNotEqualTo(new float[gradients.get(i).size()]);
      }
    }
  }

  private static Dl4jTraining training(Networks given, MultiLayerNetwork network) {
    return new Dl4jTraining(network, Layout.ofSamples(given.x().rank() - 1));
  }

  private static Link link(Sequential model, String parameter) {
    return Links.of(model).stream().filter(l -> l.parameter().equals(parameter)).findFirst().get();
  }

  /** One batch a step, so that the order of samples does not count. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void trainingByDl4jGoesTheSameWay(Networks given) {
    Dl4jNetwork network = Dl4jNetwork.of(given.model());
    int samples = given.x().dim(0);
    History theirs = network.fit(given.x(), given.y(), 5, samples);
    History ours =
        given.model().fit(given.x(), given.y(), Fit.epochs(5).batchSize(samples).quiet());
    assertThat(theirs.get("loss")).containsExactly(ours.get("loss"), within(1e-4));
    assertThat(theirs.last("loss")).isLessThan(theirs.get("loss")[0]);
  }

  /** In a JVM that has no class of this library but the program itself. */
  @Test
  void plainDl4jReadsTheFiles(@TempDir Path folder) throws Exception {
    List<String> folders = new ArrayList<>();
    for (Networks given : networks()) {
      Path files = Files.createDirectory(folder.resolve(given.name()));
      Dl4jNetwork.of(given.model()).save(files.resolve("model.zip"));
      INDArray features = Layout.ofSamples(given.x().rank() - 1).toDl4j(given.x());
      Nd4j.saveBinary(features, files.resolve("features.bin").toFile());
      folders.add(files.toString());
    }
    runPlainDl4j(folders);
    for (Networks given : networks()) {
      Path output = folder.resolve(given.name()).resolve("output.bin");
      assertThat(Layout.PLAIN.toTensor(Nd4j.readBinary(output.toFile())).data())
          .as(given.name())
          .containsExactly(given.model().predict(given.x()).data(), within(TOLERANCE));
    }
  }

  private static void runPlainDl4j(List<String> folders) throws Exception {
    URI library = Sequential.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !Path.of(entry).toUri().equals(library))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath, PlainDl4j.class.getName()));
    command.addAll(folders);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("exit of %s, which printed %s", command, printed).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void modelsComeBackAsTheyWere(Networks given, @TempDir Path folder) {
    Path file = folder.resolve("model.zip");
    Dl4jNetwork.of(given.model()).save(file);
    Sequential back = Dl4jNetwork.load(file, given.model().inputShape()).toSequential();
    assertThat(back.describe()).isEqualTo(given.model().describe());
    for (Parameter parameter : given.model().parameters()) {
      assertThat(back.parameter(parameter.name()).data())
          .as(parameter.name())
          .isEqualTo(parameter.value().data());
    }
  }
}

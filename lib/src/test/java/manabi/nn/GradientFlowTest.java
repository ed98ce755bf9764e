package manabi.nn;

import static manabi.loss.Loss.MEAN_SQUARED_ERROR;
import static manabi.nn.Activation.LINEAR;
import static manabi.nn.Activation.RELU;
import static manabi.nn.Activation.SIGMOID;
import static manabi.nn.Layers.dense;
import static manabi.nn.Layers.input;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a gradient at the first layer of a deep network. */
@Tag("C3.3")
class GradientFlowTest {

  private static final int SIZE = 100;
  private static final int DEPTH = 10;

  /** One unit a layer, weight 1, and a bias that keeps it where the sigmoid is steepest. */
  @ParameterizedTest
  @CsvSource({"5, 9.77e-4", "10, 9.5e-7", "20, 9.1e-13"})
  void sigmoidsTakeAFactorOfAtMostAQuarterEach(int layers, double expected) {
    Layer[] chain = new Layer[layers + 1];
    Arrays.setAll(chain, i -> i == 0 ? input(1) : dense(1, SIGMOID));
    Sequential model = Sequential.of(chain);
    for (Parameter parameter : model.parameters()) {
      boolean first = parameter.name().equals("dense/bias");
      float bias = first ? 0 : -0.5f; // σ(0) = 0.5 comes in
      parameter.value().data()[0] = parameter.name().endsWith("kernel") ? 1 : bias;
    }
    Tensor x = Tensor.zeros(1, 1);
    try (var tape = GradientTape.open()) {
      double slope = tape.gradient(model.apply(x).sum(), List.of(x)).get(0).item();
      assertThat(slope).isEqualTo(Math.pow(0.25, layers));
      assertThat(slope / expected).isBetween(0.99, 1.01);
    }
  }

  /** He's starting values: normal, variance 2 / inputs. */
  private static double[] kernelGradients(Activation activation, double variance, long seed) {
    Layer[] layers = new Layer[DEPTH + 2];
    Arrays.setAll(layers, i -> dense(SIZE, activation));
    layers[0] = input(SIZE);
    layers[DEPTH + 1] = dense(1, LINEAR);
    Sequential model = Sequential.of(layers);
    SplittableRandom random = new SplittableRandom(seed);
    for (Tensor variable : model.variables()) {
      if (variable.rank() == 2) {
        Tensor drawn = Tensor.randomNormal(random, variable.shape()).multiply(Math.sqrt(variance));
        System.arraycopy(drawn.data(), 0, variable.data(), 0, drawn.size());
      }
    }
    Tensor x = Tensor.randomNormal(random, 200, SIZE);
    Tensor y = Tensor.randomNormal(random, 200, 1);
    List<Tensor> kernels = model.variables().stream().filter(v -> v.rank() == 2).toList();
    try (var tape = GradientTape.open()) {
      List<Tensor> gradients = tape.gradient(MEAN_SQUARED_ERROR.of(y, model.apply(x)), kernels);
      return gradients.stream()
          .limit(DEPTH)
          .mapToDouble(gradient -> Math.sqrt(gradient.square().sum().item()))
          .toArray();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2})
  void reluWithHesValuesKeepsTheNormWithinAboutAnOrder(long seed) {
    double[] norms = kernelGradients(RELU, 2.0 / SIZE, seed);
    double smallest = Arrays.stream(norms).min().orElseThrow();
    assertThat(Arrays.stream(norms).max().orElseThrow() / smallest).isLessThan(10);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2})
  void sigmoidsLoseTheNormLayerByLayer(long seed) {
    double[] norms = kernelGradients(SIGMOID, 1.0 / SIZE, seed);
    assertThat(norms[0]).isLessThan(norms[DEPTH - 1] * Math.pow(0.25, DEPTH - 3));
    assertThat(IntStream.range(2, DEPTH).allMatch(k -> norms[k - 1] < norms[k] / 2)).isTrue();
  }
}

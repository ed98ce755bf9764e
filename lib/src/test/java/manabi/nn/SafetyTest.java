package manabi.nn;

import static manabi.loss.Loss.MEAN_SQUARED_ERROR;
import static manabi.loss.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static manabi.nn.Activation.LINEAR;
import static manabi.nn.Activation.SOFTMAX;
import static manabi.nn.Activation.TANH;
import static manabi.nn.Fit.epochs;
import static manabi.nn.Layers.activation;
import static manabi.nn.Layers.batchNormalization;
import static manabi.nn.Layers.dense;
import static manabi.nn.Layers.dropout;
import static manabi.nn.Layers.flatten;
import static manabi.nn.Layers.input;
import static manabi.nn.Layers.transformerEncoder;
import static manabi.nn.SmallModels.X;
import static manabi.nn.SmallModels.Y;
import static manabi.nn.SmallModels.corners;
import static manabi.nn.SmallModels.weights;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import manabi.optim.Adam;
import manabi.optim.Sgd;
import manabi.tensor.Operation;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong in the middle of training is named, and leaves a model that can be used. */
class SafetyTest {

  @Test
  void layerThatGivesTheFirstInfinityIsNamed() {
    Sequential model =
        Sequential.of(input(3), dense(4, LINEAR), dense(2, LINEAR), dense(1, LINEAR));
    model.compile(new Sgd(), MEAN_SQUARED_ERROR);
    for (String layer : new String[] {"dense", "dense_1"}) {
      float[] kernel = model.parameter(layer + "/kernel").data();
      for (int i = 0; i < kernel.length; i++) {
        kernel[i] = 1e20f;
      }
    }
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> model.fit(Tensor.ones(2, 3), Tensor.zeros(2), epochs(1).quiet()))
        .withMessageMatching(
            "the loss became (NaN|Infinity) in epoch 1, step 1: layer dense_1 gives Infinity from"
                + " finite numbers; try a smaller learning rate");
  }

  /** One of the batches, whichever, has the sample whose square is beyond float. */
  @Test
  void batchesThatSpoilTheLossAreLeftOutIfAskedFor() {
    Sequential model = Sequential.of(input(3), dense(1, LINEAR));
    model.compile(new Sgd(0.05), MEAN_SQUARED_ERROR);
    Tensor labels = Tensor.vector(0, 1, 1, 2, 1, 2, 2, 1e30);
    History history = model.fit(X, labels, epochs(50).batchSize(2).quiet().skipNonFinite());
    assertThat(history.curves().get("loss")).allMatch(Double::isFinite);
    assertThat(history.last("loss")).isLessThan(0.02);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> model.fit(X, labels, epochs(1).batchSize(2).quiet()));
  }

  @Test
  void settingsKeepBatchesLeftOut() {
    Fit fit = epochs(1).skipNonFinite().batchSize(2).validationSplit(0.5).quiet();
    assertThat(fit.callback((epoch, values) -> true).skipNonFinite).isTrue();
    assertThat(epochs(1).skipNonFinite).isFalse();
  }

  /** A layer during whose work somebody presses stop. */
  private static final class Stopped extends Layer {

    private final boolean backward;

    Stopped(boolean backward) {
      this.backward = backward;
    }

    @Override
    int[] build(int[] inputShape, RandomGenerator random) {
      return inputShape;
    }

    @Override
    Tensor forward(Tensor x) {
      return new Operation() {
        @Override
        protected Tensor forward(Tensor... inputs) {
          stop(!backward);
          return Tensor.of(inputs[0].toArray(), inputs[0].shape());
        }

        @Override
        protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
          stop(backward);
          return new Tensor[] {gradient};
        }
      }.apply(x);
    }

    private static void stop(boolean now) {
      if (now) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void interruptEndsAStepBeforeItsNextOperation(boolean backward) {
    Sequential model =
        Sequential.of(input(3), dense(4, TANH), new Stopped(backward), dense(3, SOFTMAX));
    model.compile(new Adam(), SPARSE_CATEGORICAL_CROSSENTROPY);
    float[] before = weights(model);
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> model.fit(X, Y, epochs(1).batchSize(8).quiet()))
        .withMessage(
            "training was interrupted in epoch 1, step 1 of 1; the model keeps what it learnt");
    assertThat(Thread.interrupted()).isFalse();
    assertThat(weights(model)).isEqualTo(before);
  }

  @Test
  void interruptEndsEvaluationAndPredictionBeforeTheNextOperation() {
    Sequential model = Sequential.of(input(3), dense(4, TANH), new Stopped(false), dense(3, TANH));
    model.compile(new Adam(), SPARSE_CATEGORICAL_CROSSENTROPY);
    for (Runnable work : List.<Runnable>of(() -> model.evaluate(X, Y), () -> model.predict(X))) {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(work::run)
          .withMessage("interrupted after 0 of 8 samples");
      assertThat(Thread.interrupted()).isFalse();
    }
  }

  /** In a JVM of its own, with little memory. */
  @Test
  void modelThatRanOutOfMemoryIsUsable() throws Exception {
    assertThat(run("-Xmx48m", "-Dmanabi.threads=2", "--enable-native-access=ALL-UNNAMED"))
        .containsExactly(
            "Java heap space; Java may use 48 MB: choose a batchSize below 4000,"
                + " or start Java with a larger -Xmx",
            "Java heap space; Java may use 48 MB: evaluate fewer samples at once,"
                + " or start Java with a larger -Xmx",
            "learns on with batches of 4");
  }

  private static List<String> run(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), LittleMemory.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("exit of %s, which printed %s", command, output).isZero();
    return output.lines().toList();
  }

  /** Layers with chance, with averages and with many threads. */
  private static float[] trained() {
    Sequential model =
        Sequential.of(
            input(6, 16),
            transformerEncoder(4, 32, 0.2),
            flatten(),
            dense(24, LINEAR),
            batchNormalization(),
            activation(TANH),
            dropout(0.3),
            dense(3, SOFTMAX));
    model.compile(new Adam(), SPARSE_CATEGORICAL_CROSSENTROPY);
    Tensor y = Tensor.zeros(64);
    for (int i = 0; i < 64; i++) {
      y.data()[i] = i % 3;
    }
    model.fit(random(1, 64, 6, 16), y, epochs(3).batchSize(16).quiet());
    return weights(model);
  }

  @Test
  void fitsInTwoThreadsGiveTheBitsOfOneAfterTheOther() {
    float[] first = trained();
    assertThat(trained()).isEqualTo(first);
    var other = CompletableFuture.supplyAsync(SafetyTest::trained);
    assertThat(trained()).isEqualTo(first);
    assertThat(other.join()).isEqualTo(first);
  }

  @Test
  void failedFitLeavesAModelThatLearns() {
    Sequential model = corners();
    model.parameter("dense/kernel").data()[0] = Float.POSITIVE_INFINITY;
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> model.fit(X.multiply(0), Y, epochs(1).quiet()))
        .withMessageContaining("dense/kernel has Infinity");
    model.parameter("dense/kernel").data()[0] = 0;
    double before = model.evaluate(X, Y).loss();
    model.fit(X, Y, epochs(20).quiet());
    assertThat(model.evaluate(X, Y).loss()).isLessThan(before);
  }
}

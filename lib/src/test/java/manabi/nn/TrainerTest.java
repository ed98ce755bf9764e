package manabi.nn;

import static manabi.loss.Loss.BINARY_CROSSENTROPY;
import static manabi.loss.Loss.MEAN_SQUARED_ERROR;
import static manabi.loss.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static manabi.metrics.Metric.ACCURACY;
import static manabi.nn.Activation.LINEAR;
import static manabi.nn.Activation.RELU;
import static manabi.nn.Activation.SIGMOID;
import static manabi.nn.Activation.SOFTMAX;
import static manabi.nn.Activation.TANH;
import static manabi.nn.Fit.epochs;
import static manabi.nn.Layers.bidirectional;
import static manabi.nn.Layers.conv2D;
import static manabi.nn.Layers.dense;
import static manabi.nn.Layers.embedding;
import static manabi.nn.Layers.flatten;
import static manabi.nn.Layers.input;
import static manabi.nn.Layers.lstm;
import static manabi.nn.Layers.maxPooling2D;
import static manabi.nn.Layers.simpleRnn;
import static manabi.nn.SmallModels.X;
import static manabi.nn.SmallModels.Y;
import static manabi.nn.SmallModels.corners;
import static manabi.nn.SmallModels.weights;
import static manabi.tensor.GradientCheck.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import manabi.loss.Loss;
import manabi.loss.Regularizer;
import manabi.optim.Adam;
import manabi.optim.Sgd;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TrainerTest {

  @Test
  void eightExamplesAreLearntByHeart() {
    Sequential model = corners();
    History history = model.fit(X, Y, epochs(300).batchSize(8).quiet());
    assertThat(history.last("loss")).isLessThan(0.05);
    assertThat(history.get("accuracy")).hasSize(300).endsWith(1.0);
    assertThat(model.evaluate(X, Y).accuracy()).isEqualTo(1);
  }

  @Test
  void eightPicturesAreLearntByHeart() {
    Sequential model =
        Sequential.of(
            input(6, 6, 1), conv2D(5, 3, RELU), maxPooling2D(2), flatten(), dense(3, SOFTMAX));
    model.compile(new Adam(0.02), SPARSE_CATEGORICAL_CROSSENTROPY, ACCURACY);
    Tensor x = random(1, 8, 6, 6, 1);
    model.fit(x, Y, epochs(100).batchSize(4).quiet());
    assertThat(model.evaluate(x, Y).accuracy()).isEqualTo(1);
  }

  @Test
  void epochsWorkInTheArraysOfTheFirst() {
    IdentityHashMap<float[], Phase> arrays = new IdentityHashMap<>();
    Layer notes =
        new Layer() {
          @Override
          int[] build(int[] inputShape, RandomGenerator random) {
            return inputShape;
          }

          @Override
          Tensor forward(Tensor x) {
            return forward(x, Phase.INFERENCE);
          }

          @Override
          Tensor forward(Tensor x, Phase phase) {
            arrays.put(x.data(), phase);
            return x;
          }
        };
    Sequential model = Sequential.of(input(2), dense(4, TANH), notes, dense(3, SOFTMAX));
    model.compile(new Sgd(0.01), SPARSE_CATEGORICAL_CROSSENTROPY);
    model.fit(random(1, 8, 2), Y, epochs(3).batchSize(2).validationSplit(0.5).quiet());
    assertThat(arrays.values()).containsExactlyInAnyOrder(Phase.TRAINING, Phase.INFERENCE);
  }

  @Test
  void eightSentencesAreLearntByHeart() {
    Tensor ids = Tensor.zeros(8, 5);
    for (int i = 0; i < ids.size(); i++) {
      ids.data()[i] = (i * 7 + i / 5) % 11;
    }
    Tensor labels = Tensor.vector(0, 1, 1, 0, 1, 0, 0, 1);
    for (Layer recurrent : List.of(simpleRnn(6), lstm(6), bidirectional(lstm(4)))) {
      Sequential model = Sequential.of(input(5), embedding(11, 4), recurrent, dense(1, SIGMOID));
      model.compile(new Adam(0.05), BINARY_CROSSENTROPY, ACCURACY);
      model.fit(ids, labels, epochs(100).batchSize(4).quiet());
      assertThat(model.evaluate(ids, labels).accuracy()).as(recurrent.kind()).isEqualTo(1);
    }
  }

  @Test
  void straightLineIsFoundByLeastSquares() {
    Tensor x = Tensor.vector(-1, -0.5, 0, 0.5, 1).reshape(5, 1);
    Sequential model = Sequential.of(dense(1, LINEAR));
    model.compile(new Sgd(0.2), MEAN_SQUARED_ERROR);
    model.fit(x, x.multiply(3).add(2), epochs(100).batchSize(5).quiet());
    assertThat(model.parameter("dense/kernel").item()).isCloseTo(3, within(1e-4f));
    assertThat(model.parameter("dense/bias").item()).isCloseTo(2, within(1e-4f));
  }

  /** One step of gradient descent by hand on y = w x: w - a 2 x (w x - t). */
  @Test
  void oneStepIsTheFormula() {
    Sequential model = Sequential.of(input(1), dense(1, LINEAR));
    model.compile(new Sgd(0.1), MEAN_SQUARED_ERROR);
    model.parameter("dense/kernel").data()[0] = 0.5f;
    History history = model.fit(Tensor.ones(1, 1).multiply(2), Tensor.vector(3), epochs(1).quiet());
    assertThat(history.last("loss")).isCloseTo(4, within(1e-6));
    assertThat(model.parameter("dense/kernel").item()).isCloseTo(1.3f, within(1e-6f));
    assertThat(model.parameter("dense/bias").item()).isCloseTo(0.4f, within(1e-6f));
  }

  /** As above with w = .5: the price's derivative 2 · .25 w is added, to the weight alone. */
  @Tag("C3.6")
  @Test
  void regularizerAddsItsGradientAndLeavesTheLossAsItIs() {
    Sequential model = Sequential.of(input(1), dense(1, LINEAR));
    model.compile(new Sgd(0.1), MEAN_SQUARED_ERROR);
    model.parameter("dense/kernel").data()[0] = 0.5f;
    model.parameter("dense/bias").data()[0] = 1;
    Fit penalised = epochs(1).quiet().regularizer(Regularizer.l2(.25)).batchSize(8);
    History history = model.fit(Tensor.ones(1, 1).multiply(2), Tensor.vector(4), penalised);
    assertThat(history.last("loss")).isCloseTo(4, within(1e-6));
    assertThat(model.parameter("dense/kernel").item()).isCloseTo(1.275f, within(1e-6f));
    assertThat(model.parameter("dense/bias").item()).isCloseTo(1.4f, within(1e-6f));
  }

  /** The last batch is smaller: means are over samples, not over batches. */
  @Test
  void evaluationAgreesWithPredictions() {
    Sequential model = corners();
    model.fit(X, Y, epochs(5).batchSize(3).quiet());
    Evaluation evaluation = model.evaluate(X, Y);
    Tensor y = model.predict(X);
    double loss = 0;
    for (int i = 0; i < 8; i++) {
      loss -= Math.log(y.get(i, (int) Y.get(i))) / 8;
    }
    assertThat(evaluation.loss()).isCloseTo(loss, within(1e-6));
    assertThat(evaluation.accuracy()).isEqualTo(ACCURACY.of(Y, y));
    assertThat(evaluation.metrics()).containsOnlyKeys("accuracy");
  }

  /** 501 samples are measured in three batches of unequal size. */
  @Test
  void evaluationOfManySamplesIsTheirMean() {
    Tensor x = random(1, 501, 3);
    Tensor y = Tensor.zeros(501);
    for (int i = 0; i < 501; i++) {
      y.data()[i] = i % 3;
    }
    Sequential model = corners();
    double loss = SPARSE_CATEGORICAL_CROSSENTROPY.of(y, model.predict(x)).item();
    assertThat(model.evaluate(x, y).loss()).isCloseTo(loss, within(1e-6));
    assertThat(model.evaluate(x, y).accuracy())
        .isCloseTo(ACCURACY.of(y, model.predict(x)), within(1e-12));
  }

  @Test
  void lossOfAnEpochIsThatBeforeItsSteps() {
    Sequential model = corners();
    double before = model.evaluate(X, Y).loss();
    History history = model.fit(X, Y, epochs(2).batchSize(8).quiet());
    assertThat(history.get("loss")[0]).isCloseTo(before, within(1e-6));
    assertThat(history.get("loss")[1]).isLessThan(before);
  }

  @Test
  void validationSplitTakesTheLastSamplesAndKeepsThemFromTraining() {
    Sequential model = corners();
    History history = model.fit(X, Y, epochs(3).batchSize(2).validationSplit(0.25).quiet());
    assertThat(history.epochs().get(0).keySet())
        .containsExactly("loss", "accuracy", "val_loss", "val_accuracy");
    Evaluation last = model.evaluate(X.slice(6, 8), Y.slice(6, 8));
    assertThat(history.last("val_loss")).isEqualTo(last.loss());
    assertThat(history.last("val_accuracy")).isEqualTo(last.accuracy());
    Sequential withoutThem = corners();
    withoutThem.fit(X.slice(0, 6), Y.slice(0, 6), epochs(3).batchSize(2).quiet());
    assertThat(weights(model)).isEqualTo(weights(withoutThem));
  }

  @Test
  void historyHasNoValidationUnlessAsked() {
    History history = corners().fit(X, Y, epochs(1).quiet());
    assertThat(history.epochs().get(0).keySet()).containsExactly("loss", "accuracy");
  }

  @Test
  void callbacksAreToldEveryEpochAndCanStop() {
    List<Integer> told = new ArrayList<>();
    History history =
        corners()
            .fit(
                X,
                Y,
                epochs(10)
                    .quiet()
                    .callback(
                        (epoch, values) -> {
                          told.add(epoch);
                          return values.containsKey("loss") && epoch < 3;
                        }));
    assertThat(told).containsExactly(1, 2, 3);
    assertThat(history.epochs()).hasSize(3);
  }

  @Test
  void sameSeedGivesTheSameBits() {
    Sequential one = corners();
    Sequential other = corners();
    History first = one.fit(X, Y, epochs(5).batchSize(3).quiet());
    assertThat(other.fit(X, Y, epochs(5).batchSize(3).quiet())).isEqualTo(first);
    assertThat(weights(other)).isEqualTo(weights(one));
    Sequential third = corners().seed(2);
    third.fit(X, Y, epochs(5).batchSize(3).quiet());
    assertThat(weights(third)).isNotEqualTo(weights(one));
  }

  @Test
  void orderOfSamplesComesFromTheSeed() {
    Sequential one = corners();
    Sequential other = corners().seed(2);
    for (int i = 0; i < one.variables().size(); i++) {
      Tensor weights = one.variables().get(i);
      System.arraycopy(weights.data(), 0, other.variables().get(i).data(), 0, weights.size());
    }
    one.fit(X, Y, epochs(1).batchSize(1).quiet());
    other.fit(X, Y, epochs(1).batchSize(1).quiet());
    assertThat(weights(other)).isNotEqualTo(weights(one));
  }

  /** Convolutions and recurrences add up what threads computed: in a fixed order. */
  @Test
  void sameSeedGivesTheSameBitsWhereThreadsShareTheWork() {
    assertThat(trainedPictures()).isEqualTo(trainedPictures());
  }

  private static float[] trainedPictures() {
    Sequential model =
        Sequential.of(
            input(12, 12, 1), conv2D(6, 3, RELU), maxPooling2D(2), flatten(), dense(3, SOFTMAX));
    model.compile(new Adam(), SPARSE_CATEGORICAL_CROSSENTROPY);
    Tensor y = Tensor.zeros(64);
    for (int i = 0; i < 64; i++) {
      y.data()[i] = i % 3;
    }
    model.fit(random(1, 64, 12, 12, 1), y, epochs(2).batchSize(16).quiet());
    return weights(model);
  }

  @Test
  void twoThreadsTrainAsIfAlone() {
    float[] alone = trainedPictures();
    var other = CompletableFuture.supplyAsync(TrainerTest::trainedPictures);
    assertThat(trainedPictures()).isEqualTo(alone);
    assertThat(other.join()).isEqualTo(alone);
  }

  @Test
  void everySampleIsSeenOnceAnEpochInAnOrderOfItsOwn() {
    Sequential model = Sequential.of(input(1), dense(1, LINEAR));
    model.compile(new Sgd(1e-6), MEAN_SQUARED_ERROR);
    model.parameter("dense/kernel").data()[0] = 0;
    Tensor x = Tensor.ones(4, 1);
    Tensor y = Tensor.vector(1, 2, 4, 8);
    double expected = (1 + 4 + 16 + 64) / 4.0;
    for (double loss : model.fit(x, y, epochs(3).batchSize(3).quiet()).get("loss")) {
      assertThat(loss).isCloseTo(expected, within(1e-2));
    }
  }

  @Test
  void interruptStopsWithAUsableModel() {
    Sequential model = corners();
    Fit interrupted =
        epochs(5)
            .batchSize(4)
            .quiet()
            .callback(
                (epoch, values) -> {
                  if (epoch == 2) {
                    Thread.currentThread().interrupt();
                  }
                  return true;
                });
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> model.fit(X, Y, interrupted))
        .withMessage(
            "training was interrupted in epoch 3, step 1 of 2;"
                + " the model keeps what it learnt");
    assertThat(Thread.interrupted()).isFalse();
    Sequential stopped = corners();
    stopped.fit(X, Y, epochs(2).batchSize(4).quiet());
    assertThat(weights(model)).isEqualTo(weights(stopped));
    assertThat(model.predict(X).shape()).containsExactly(8, 3);
    model.fit(X, Y, epochs(1).quiet());
  }

  @Test
  void interruptEndsEvaluationAndPrediction() {
    Sequential model = corners();
    model.fit(X, Y, epochs(1).quiet());
    for (Runnable work : List.<Runnable>of(() -> model.evaluate(X, Y), () -> model.predict(X))) {
      Thread.currentThread().interrupt();
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(work::run)
          .withMessage("interrupted after 0 of 8 samples");
      assertThat(Thread.interrupted()).isFalse();
    }
  }

  @Test
  void lossThatIsNoNumberStopsWithTheWeightsOfBefore() {
    Sequential model = corners();
    model.parameter("dense/kernel").data()[0] = Float.NaN;
    float[] before = weights(model);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> model.fit(X, Y, epochs(5).quiet()))
        .withMessage(
            "the loss became NaN in epoch 1, step 1: dense/kernel has NaN;"
                + " try a smaller learning rate");
    assertThat(weights(model)).isEqualTo(before);
  }

  @Test
  void learningRateThatIsTooLargeIsNamed() {
    Sequential model = Sequential.of(input(3), dense(1, LINEAR));
    model.compile(new Sgd(1e30), MEAN_SQUARED_ERROR);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> model.fit(X, Y, epochs(5).batchSize(4).quiet()))
        .withMessage(
            "the loss became Infinity in epoch 1, step 2: every layer gives finite numbers,"
                + " the loss of them is none; try a smaller learning rate");
  }

  /** Loss and activation that are one node together give what they give apart. */
  @Test
  void lossFromScoresTrainsAsLossFromProbabilities() {
    for (Loss loss : List.of(BINARY_CROSSENTROPY, MEAN_SQUARED_ERROR)) {
      Sequential model = Sequential.of(input(3), dense(4, TANH), dense(1, SIGMOID));
      model.compile(new Adam(0.01), loss);
      Tensor labels = Tensor.vector(0, 1, 1, 0, 1, 0, 0, 1);
      double before = model.evaluate(X, labels).loss();
      assertThat(before).isCloseTo(loss.of(labels, model.predict(X)).item(), within(1e-6));
      model.fit(X, labels, epochs(20).quiet());
      assertThat(model.evaluate(X, labels).loss()).isLessThan(before);
    }
  }
}

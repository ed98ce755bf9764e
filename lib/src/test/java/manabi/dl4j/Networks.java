package manabi.dl4j;

import static manabi.loss.Loss.BINARY_CROSSENTROPY;
import static manabi.loss.Loss.MEAN_SQUARED_ERROR;
import static manabi.loss.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static manabi.nn.Activation.LINEAR;
import static manabi.nn.Activation.RELU;
import static manabi.nn.Activation.SIGMOID;
import static manabi.nn.Activation.SOFTMAX;
import static manabi.nn.Activation.TANH;
import static manabi.nn.Layers.bidirectional;
import static manabi.nn.Layers.conv2D;
import static manabi.nn.Layers.dense;
import static manabi.nn.Layers.embedding;
import static manabi.nn.Layers.flatten;
import static manabi.nn.Layers.input;
import static manabi.nn.Layers.lstm;
import static manabi.nn.Layers.maxPooling2D;
import static manabi.nn.Layers.simpleRnn;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import manabi.nn.Sequential;
import manabi.optim.Adam;
import manabi.optim.Sgd;
import manabi.tensor.Tensor;
import manabi.tensor.op.Padding;

/** The lectures' three networks, small and with all sizes different, and data for them. */
record Networks(String name, Sequential model, Tensor x, Tensor y) {

  private static final int SAMPLES = 7;

  static Stream<Networks> all() {
    return Stream.of(convolution(), simpleRnnOfWords(), bidirectionalLstm(), dense2(), sequences());
  }

  static Networks convolution() {
    Sequential model =
        Sequential.of(
            input(13, 11, 2),
            conv2D(3, 3, RELU),
            maxPooling2D(2),
            conv2D(5, 2, TANH),
            conv2D(4, 3, 2, Padding.SAME, RELU),
            flatten(),
            dense(6, RELU),
            dense(4, SOFTMAX));
    model.compile(new Adam(), SPARSE_CATEGORICAL_CROSSENTROPY);
    Tensor x = Tensor.randomNormal(new SplittableRandom(1), SAMPLES, 13, 11, 2);
    return started("convolution", model, x, labels(4, SAMPLES));
  }

  static Networks simpleRnnOfWords() {
    Sequential model = Sequential.of(input(6), embedding(9, 5), simpleRnn(4), dense(1, SIGMOID));
    model.compile(new Adam(), BINARY_CROSSENTROPY);
    return started("SimpleRNN", model, labels(9, SAMPLES, 6), labels(2, SAMPLES));
  }

  static Networks bidirectionalLstm() {
    Sequential model =
        Sequential.of(input(6), embedding(9, 5), bidirectional(lstm(3)), dense(1, SIGMOID));
    model.compile(new Adam(), BINARY_CROSSENTROPY);
    return started("bidirectional LSTM", model, labels(9, SAMPLES, 6), labels(2, SAMPLES));
  }

  /**
   * Several outputs, where the libraries could mean other means; images that are only flattened.
   */
  private static Networks dense2() {
    Sequential model =
        Sequential.of(input(3, 2, 2), flatten(), dense(5, LINEAR), dense(3, SIGMOID));
    model.compile(new Sgd(0.1), BINARY_CROSSENTROPY);
    Tensor x = Tensor.randomNormal(new SplittableRandom(1), SAMPLES, 3, 2, 2);
    return started("dense", model, x, labels(2, SAMPLES, 3));
  }

  private static Networks sequences() {
    Sequential model =
        Sequential.of(input(5, 2), bidirectional(simpleRnn(3)), dense(4, TANH), dense(2, LINEAR));
    model.compile(new Sgd(0.1), MEAN_SQUARED_ERROR);
    Tensor x = Tensor.randomNormal(new SplittableRandom(1), SAMPLES, 5, 2);
    return started("sequences of vectors", model, x, labels(3, SAMPLES, 2));
  }

  /** Draws all parameters, biases too: zeros would hide a wrong order. */
  private static Networks started(String name, Sequential model, Tensor x, Tensor y) {
    RandomGenerator random = new SplittableRandom(2);
    for (Tensor variable : model.variables()) {
      for (int i = 0; i < variable.size(); i++) {
        variable.data()[i] = (float) (0.5 * random.nextGaussian());
      }
    }
    return new Networks(name, model, x, y);
  }

  private static Tensor labels(int classes, int... shape) {
    Tensor labels = Tensor.zeros(shape);
    RandomGenerator random = new SplittableRandom(3);
    for (int i = 0; i < labels.size(); i++) {
      labels.data()[i] = random.nextInt(classes);
    }
    return labels;
  }

  @Override
  public String toString() {
    return name;
  }
}

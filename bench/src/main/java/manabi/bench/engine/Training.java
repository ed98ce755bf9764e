package manabi.bench.engine;

import static manabi.loss.Loss.BINARY_CROSSENTROPY;
import static manabi.loss.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static manabi.metrics.Metric.ACCURACY;
import static manabi.nn.Activation.RELU;
import static manabi.nn.Activation.SIGMOID;
import static manabi.nn.Activation.SOFTMAX;
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

import manabi.nn.Evaluation;
import manabi.nn.Fit;
import manabi.nn.Layer;
import manabi.nn.Sequential;
import manabi.optim.Adam;
import manabi.tensor.Tensor;

/**
 * A chapter's training: a cold epoch, warm ones, and the test data.
 *
 * @param data the name of the data set's files
 * @param share of the data that is learnt from; the rest validates after every epoch
 */
record Training(Sequential model, DataFiles files, String data, int batchSize, double share)
    implements Work {

  /** Chapter 4: the convolutional network on Fashion-MNIST. */
  static Training cnn(DataFiles files) {
    Sequential model =
        Sequential.of(
            input(28, 28, 1),
            conv2D(16, 3, RELU),
            maxPooling2D(2),
            conv2D(32, 3, RELU),
            maxPooling2D(2),
            flatten(),
            dense(128, RELU),
            dense(10, SOFTMAX));
    model.seed(1).compile(new Adam(), SPARSE_CATEGORICAL_CROSSENTROPY, ACCURACY);
    return new Training(model, files, "fashion", 200, 1);
  }

  /** Chapter 9: the simple recurrent network on IMDB. */
  static Training rnn(DataFiles files) {
    return reviews(files, simpleRnn(64));
  }

  /** Chapter 9: the bidirectional LSTM on IMDB. */
  static Training lstmBothWays(DataFiles files) {
    return reviews(files, bidirectional(lstm(64)));
  }

  private static Training reviews(DataFiles files, Layer recurrent) {
    Sequential model =
        Sequential.of(embedding(DataFiles.MAX_FEATURES, 128), recurrent, dense(1, SIGMOID));
    model.seed(1).compile(new Adam(), BINARY_CROSSENTROPY, ACCURACY);
    return new Training(model, files, "imdb", 32, 0.8);
  }

  @Override
  public void run(Laps laps, int repetitions) {
    fit(laps, 1, 1 + repetitions, "cold", "warm", false);
    Tensor x = files.read(data + "-x-test");
    Tensor y = files.read(data + "-y-test");
    Evaluation evaluation = model.evaluate(x, y);
    laps.start();
    for (int i = 0; i < repetitions; i++) {
      evaluation = model.evaluate(x, y);
      laps.end("evaluate", 1);
    }
    Laps.fact("accuracy", evaluation.accuracy());
  }

  /**
   * Trains for so many epochs, with the heap after each, and then on parts of the data, to see that
   * neither heap nor cost grows.
   */
  void endure(Laps laps, int epochs) {
    fit(laps, 1, epochs, "cold", "warm", true);
    fit(laps, 10, 3, "tenth", "tenth", false);
    fit(laps, 5, 3, "fifth", "fifth", false);
    fit(laps, 1, 3, "all", "all", false);
  }

  /** Trains on one of so many parts of the data; a lap is an epoch. */
  private void fit(
      Laps laps, int parts, int epochs, String firstLap, String laterLaps, boolean withHeap) {
    Tensor x = part(files.read(data + "-x"), parts);
    Tensor y = part(files.read(data + "-y"), parts);
    int steps = (int) Math.round(x.dim(0) * share) / batchSize;
    Fit fit = epochs(epochs).batchSize(batchSize).validationSplit(1 - share).quiet();
    laps.start();
    model.fit(
        x,
        y,
        fit.callback(
            (epoch, values) -> {
              laps.end(epoch == 1 ? firstLap : laterLaps, steps);
              if (withHeap) {
                laps.heap();
              }
              return true;
            }));
  }

  /** Not a copy where it is all: the memory of a run counts. */
  private static Tensor part(Tensor all, int parts) {
    return parts == 1 ? all : all.slice(0, all.dim(0) / parts);
  }
}

package manabi.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import manabi.loss.Loss;
import manabi.metrics.Metric;
import manabi.optim.Optimizer;
import manabi.progress.ProgressBar;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;
import manabi.tensor.compute.Buffers;

/** Trains and measures a model: mini-batch gradient descent. Slides: "ミニバッチ勾配降下法". */
final class Trainer {

  private final Sequential model;
  private final Optimizer optimizer;
  private final Loss loss;
  private final List<Metric> metrics;

  Trainer(Sequential model, Optimizer optimizer, Loss loss, List<Metric> metrics) {
    this.model = model;
    this.optimizer = optimizer;
    this.loss = loss;
    this.metrics = metrics;
  }

  Optimizer optimizer() {
    return optimizer;
  }

  Loss loss() {
    return loss;
  }

  History fit(Tensor x, Tensor y, Fit fit, RandomGenerator random) {
    requireFit(x, y);
    int training = x.dim(0) - (int) Math.floor(x.dim(0) * fit.validationSplit);
    if (training == 0 || (fit.validationSplit > 0 && training == x.dim(0))) {
      throw new IllegalArgumentException(
          "validationSplit %s leaves %d of %d samples to train on and %d to validate on"
              .formatted(fit.validationSplit, training, x.dim(0), x.dim(0) - training));
    }
    long steps = (long) fit.epochs * ((training + fit.batchSize - 1) / fit.batchSize);
    try (ProgressBar bar = fit.quiet ? null : ProgressBar.start("fit", steps)) {
      Progress progress = fit.quiet ? (step, detail) -> {} : bar::update;
      return fit(x, y, fit, random, training, progress);
    } catch (OutOfMemoryError e) {
      throw Memory.explained(e, "choose a batchSize below " + Math.min(fit.batchSize, training));
    }
  }

  /** Hears of every step, with what to say of it if anyone looks. */
  private interface Progress {
    void update(long step, Supplier<String> detail);
  }

  private History fit(
      Tensor x, Tensor y, Fit fit, RandomGenerator random, int training, Progress progress) {
    int[] order = new int[training];
    Buffers trainingBuffers = new Buffers();
    Buffers validationBuffers = new Buffers();
    List<Map<String, Double>> epochs = new ArrayList<>();
    for (int epoch = 1; epoch <= fit.epochs; epoch++) {
      Arrays.setAll(order, i -> i);
      shuffle(order, random);
      Map<String, Double> values =
          new LinkedHashMap<>(
              trainEpoch(x, y, order, fit, epoch, trainingBuffers, progress).values(""));
      if (training < x.dim(0)) {
        Tensor validationX = x.slice(training, x.dim(0));
        Tensor validationY = y.slice(training, y.dim(0));
        values.putAll(measure(validationX, validationY, validationBuffers).values("val_"));
      }
      epochs.add(Collections.unmodifiableMap(values));
      int last = epoch;
      if (!fit.callbacks.stream().allMatch(c -> c.afterEpoch(last, epochs.get(last - 1)))) {
        break;
      }
    }
    fit.callbacks.forEach(Callback::afterTraining);
    return new History(epochs);
  }

  private Means trainEpoch(
      Tensor x, Tensor y, int[] order, Fit fit, int epoch, Buffers buffers, Progress progress) {
    Means means = new Means();
    int steps = (order.length + fit.batchSize - 1) / fit.batchSize;
    for (int step = 1; step <= steps; step++) {
      int from = (step - 1) * fit.batchSize;
      int to = Math.min(order.length, from + fit.batchSize);
      try {
        buffers.during(
            () ->
                step(
                    Batches.gather(x, order, from, to),
                    Batches.gather(y, order, from, to),
                    fit,
                    means));
      } catch (CancellationException e) {
        Thread.interrupted(); // the exception tells of it
        throw new CancellationException(
            "training was interrupted in epoch %d, step %d of %d; the model keeps what it learnt"
                .formatted(epoch, step, steps));
      }
      if (!Double.isFinite(means.latestLoss) && !fit.skipNonFinite) {
        String origin = NonFinite.firstIn(model, Batches.gather(x, order, from, to));
        throw new ArithmeticException(
            "the loss became %s in epoch %d, step %d: %s; try a smaller learning rate"
                .formatted(means.latestLoss, epoch, step, origin));
      }
      progress.update(
          (epoch - 1L) * steps + step,
          () -> "epoch %d/%d  %s".formatted(epoch, fit.epochs, History.line(means.values(""))));
    }
    return means;
  }

  /**
   * Forward, backward, update: the three steps of learning from one batch. A loss that is no finite
   * number changes nothing.
   */
  private void step(Tensor x, Tensor y, Fit fit, Means means) {
    try (var tape = GradientTape.open()) {
      Tensor scores = model.scores(x, Phase.TRAINING);
      Tensor batchLoss = lossOf(y, scores);
      means.latestLoss = batchLoss.item();
      if (Double.isFinite(means.latestLoss)) {
        List<Tensor> variables = model.variables();
        Tensor total = fit.regularizer.map(r -> r.addTo(batchLoss, variables)).orElse(batchLoss);
        optimizer.apply(tape.gradient(total, variables), variables);
        means.add(means.latestLoss, y, scores);
      }
    }
  }

  private Tensor lossOf(Tensor y, Tensor scores) {
    Activation activation = model.outputActivation();
    boolean fused =
        (loss == Loss.SPARSE_CATEGORICAL_CROSSENTROPY && activation == Activation.SOFTMAX)
            || (loss == Loss.CATEGORICAL_CROSSENTROPY && activation == Activation.SOFTMAX)
            || (loss == Loss.BINARY_CROSSENTROPY && activation == Activation.SIGMOID);
    return fused ? loss.ofScores(y, scores) : loss.of(y, activation.of(scores));
  }

  Evaluation evaluate(Tensor x, Tensor y) {
    requireFit(x, y);
    Map<String, Double> values;
    try {
      values = measure(x, y, new Buffers()).values("");
    } catch (OutOfMemoryError e) {
      throw Memory.explained(e, "evaluate fewer samples at once");
    }
    double mean = values.remove("loss");
    return new Evaluation(mean, values);
  }

  private Means measure(Tensor x, Tensor y, Buffers buffers) {
    Means means = new Means();
    Batches.forEach(
        x.dim(0),
        buffers,
        (from, to) -> {
          Tensor labels = Batches.slice(y, from, to);
          Tensor scores = model.scores(Batches.slice(x, from, to));
          means.add(lossOf(labels, scores).item(), labels, scores);
        });
    return means;
  }

  /** Means of loss and metrics over the samples seen so far. */
  private final class Means {

    private final double[] sums = new double[1 + metrics.size()];
    private int samples;
    private double latestLoss;

    void add(double batchLoss, Tensor labels, Tensor scores) {
      int n = labels.dim(0);
      samples += n;
      sums[0] += n * batchLoss;
      Tensor predictions = model.outputActivation().of(scores);
      for (int i = 0; i < metrics.size(); i++) {
        sums[i + 1] += n * metrics.get(i).of(labels, predictions);
      }
    }

    Map<String, Double> values(String prefix) {
      Map<String, Double> values = new LinkedHashMap<>();
      values.put(prefix + "loss", sums[0] / samples);
      for (int i = 0; i < metrics.size(); i++) {
        values.put(prefix + metrics.get(i).label(), sums[i + 1] / samples);
      }
      return values;
    }
  }

  /** Refuses data that cannot be learnt from, before anything is changed. */
  private void requireFit(Tensor x, Tensor y) {
    model.requireInput(x);
    if (y.rank() == 0 || y.dim(0) != x.dim(0)) {
      throw new IllegalArgumentException(
          "y must have as many entries as x, %d, its shape was %s"
              .formatted(x.dim(0), Arrays.toString(y.shape())));
    }
    requireData("y", y);
    if (loss == Loss.SPARSE_CATEGORICAL_CROSSENTROPY) {
      requireRange(y, model.outputSize() - 1, true);
    } else if (loss == Loss.BINARY_CROSSENTROPY || loss == Loss.CATEGORICAL_CROSSENTROPY) {
      requireRange(y, 1, false);
    }
  }

  private static void requireRange(Tensor y, int max, boolean whole) {
    for (int i = 0; i < y.size(); i++) {
      float label = y.data()[i];
      if (label < 0 || label > max || (whole && label != (int) label)) {
        throw new IllegalArgumentException(
            "labels must be %s from 0 to %d, label %d was %s"
                .formatted(whole ? "whole numbers" : "numbers", max, i, label));
      }
    }
  }

  static void requireData(String argument, Tensor data) {
    if (data.size() == 0) {
      throw new IllegalArgumentException(
          argument + " must have samples, its shape was " + Arrays.toString(data.shape()));
    }
    float[] values = data.data();
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "%s must be finite numbers, sample %d has %s"
                .formatted(argument, i / (values.length / data.dim(0)), values[i]));
      }
    }
  }

  /** Fisher and Yates' shuffle. */
  private static void shuffle(int[] order, RandomGenerator random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }
}

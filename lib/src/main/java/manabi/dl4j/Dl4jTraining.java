package manabi.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import manabi.nn.History;
import manabi.progress.ProgressBar;
import manabi.tensor.Tensor;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** Feeds a DL4J network with this library's tensors, batch by batch. */
final class Dl4jTraining {

  private final MultiLayerNetwork network;
  private final Layout layout;

  Dl4jTraining(MultiLayerNetwork network, Layout layout) {
    this.network = network;
    this.layout = layout;
  }

  History fit(Tensor x, Tensor y, int epochs, int batchSize) {
    if (x.size() == 0 || y.rank() == 0 || y.dim(0) != x.dim(0)) {
      throw new IllegalArgumentException(
          "y must have an entry for each sample of x %s, at least one, was %s"
              .formatted(Arrays.toString(x.shape()), Arrays.toString(y.shape())));
    }
    if (epochs < 1 || batchSize < 1) {
      throw new IllegalArgumentException(
          "epochs and batchSize must be 1 or more, were %d and %d".formatted(epochs, batchSize));
    }
    RandomGenerator random = new SplittableRandom(0);
    int steps = (x.dim(0) + batchSize - 1) / batchSize;
    List<Map<String, Double>> losses = new ArrayList<>();
    try (ProgressBar bar = ProgressBar.start("fit in DL4J", (long) epochs * steps)) {
      for (int epoch = 0; epoch < epochs; epoch++) {
        int[] order = shuffled(x.dim(0), random);
        losses.add(Map.of("loss", epoch(x, y, order, batchSize, bar, (long) epoch * steps)));
      }
    }
    return new History(losses);
  }

  private double epoch(
      Tensor x, Tensor y, int[] order, int batchSize, ProgressBar bar, long stepsBefore) {
    double sum = 0;
    for (int from = 0; from < order.length; from += batchSize) {
      if (Thread.interrupted()) {
        throw new CancellationException(
            "training in DL4J was interrupted; the network keeps what it learnt");
      }
      int to = Math.min(order.length, from + batchSize);
      int[] batch = Arrays.copyOfRange(order, from, to);
      network.fit(batch(x.gather(batch), y.gather(batch)));
      if (!Double.isFinite(network.score())) {
        throw new ArithmeticException(
            "the loss became %s; try a smaller learning rate".formatted(network.score()));
      }
      sum += network.score() * batch.length;
      double mean = sum / to;
      bar.update(stepsBefore + from / batchSize + 1, () -> "loss %.4f".formatted(mean));
    }
    return sum / order.length;
  }

  /** Returns samples and labels as DL4J takes them. */
  DataSet batch(Tensor x, Tensor y) {
    return new DataSet(layout.toDl4j(x), labels(y));
  }

  /** DL4J's categorical cross-entropy takes one-hot rows, the others one row a sample. */
  private INDArray labels(Tensor y) {
    var output = (BaseOutputLayer) network.getOutputLayer().conf().getLayer();
    long outputs = output.getNOut();
    if (!(output.getLossFn() instanceof LossMCXENT) || y.size() == y.dim(0) * outputs) {
      return Layout.PLAIN.toDl4j(y).reshape(y.dim(0), outputs);
    }
    INDArray oneHot = Nd4j.zeros(y.dim(0), outputs);
    for (int n = 0; n < y.size(); n++) {
      float label = y.data()[n];
      if (!(label >= 0 && label < outputs)) {
        throw new IllegalArgumentException(
            "labels must be whole numbers from 0 to %d, label %d was %s"
                .formatted(outputs - 1, n, label));
      }
      oneHot.putScalar(n, (long) label, 1);
    }
    return oneHot;
  }

  /** Fisher and Yates' shuffle. */
  private static int[] shuffled(int samples, RandomGenerator random) {
    int[] order = new int[samples];
    for (int i = 0; i < samples; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}

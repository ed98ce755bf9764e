package manabi.dl4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import manabi.nn.History;
import manabi.nn.Sequential;
import manabi.tensor.Tensor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.CrashReportingUtil;

/**
 * A network in DL4J that takes and gives this library's tensors:
 *
 * <pre>{@code
 * var dl4j = Dl4jNetwork.of(model);            // the same network, weights copied
 * dl4j.predict(xTest);                         // the same numbers
 * dl4j.save(Path.of("model.zip"));             // MultiLayerNetwork.load reads it
 * dl4j.fit(xTrain, yTrain, 1, 200);            // trained by DL4J
 * Sequential back = dl4j.toSequential();
 * }</pre>
 *
 * <p>It knows dense, convolution, max pooling and flattening layers, embeddings of sequences,
 * simple recurrent layers, LSTMs and both in two directions; the losses are this library's, the
 * optimisers Adam and SGD. One thread at a time may use it.
 */
public final class Dl4jNetwork {

  private final MultiLayerNetwork network;
  private final int[] inputShape;

  private Dl4jNetwork(MultiLayerNetwork network, int... inputShape) {
    this.network = network;
    this.inputShape = inputShape.clone();
    // Else DL4J writes files into the working folder when memory runs out.
    CrashReportingUtil.crashDumpsEnabled(false);
    BidirectionalUpdater.create(network);
  }

  /**
   * Returns a copy of a model, trained with the same optimiser, from its start, and the same loss.
   *
   * @throws IllegalArgumentException naming the layer, or saying which optimiser, has no
   *     counterpart
   * @throws IllegalStateException if the model is not built or not compiled
   */
  public static Dl4jNetwork of(Sequential model) {
    MultiLayerNetwork network = new MultiLayerNetwork(ToDl4j.configuration(model));
    network.init();
    Links.of(model).forEach(link -> link.write(model, network));
    return new Dl4jNetwork(network, model.inputShape());
  }

  /**
   * Wraps a network, which is not copied.
   *
   * @param inputShape shape of one sample in this library's order, without the batch axis: {@code
   *     28, 28, 1} or {@code T}; DL4J does not keep it
   */
  public static Dl4jNetwork of(MultiLayerNetwork network, int... inputShape) {
    return new Dl4jNetwork(network, inputShape);
  }

  /**
   * Reads a network from a zip file of DL4J's.
   *
   * @param inputShape as in {@link #of(MultiLayerNetwork, int...)}
   * @throws UncheckedIOException if the file cannot be read or holds no such network
   */
  public static Dl4jNetwork load(Path file, int... inputShape) {
    try {
      return new Dl4jNetwork(MultiLayerNetwork.load(file.toFile(), false), inputShape);
    } catch (IOException | RuntimeException e) { // DL4J throws both for damaged files
      throw new UncheckedIOException(
          "cannot read a DL4J network from %s: %s".formatted(file, e.getMessage()),
          e instanceof IOException io ? io : new IOException(e));
    }
  }

  /**
   * Writes layers, weights and how it is trained to a zip file that {@code MultiLayerNetwork.load}
   * reads; what the optimiser remembers of former steps is left out.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public void save(Path file) {
    try {
      network.save(file.toFile(), false);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the DL4J network to " + file, e);
    }
  }

  /** Returns the network itself, for all that DL4J can do with it. */
  public MultiLayerNetwork network() {
    return network;
  }

  /**
   * Returns a copy in this library. It predicts at once; compile it to train or evaluate.
   *
   * @throws IllegalArgumentException naming the layer that has no counterpart
   */
  public Sequential toSequential() {
    Sequential model = FromDl4j.model(network.getLayerWiseConfigurations(), inputShape);
    Links.of(model).forEach(link -> link.read(network, model));
    return model;
  }

  /**
   * Returns the output for every sample, {@code [N, K]}.
   *
   * @param x samples in this library's order of axes
   * @throws IllegalArgumentException if the samples have another shape
   */
  public Tensor predict(Tensor x) {
    requireSamples(x);
    return Layout.PLAIN.toTensor(network.output(layout().toDl4j(x)));
  }

  /**
   * Trains the network by DL4J's own {@code fit}, on shuffled samples, and shows progress.
   *
   * @param x samples in this library's order of axes
   * @param y labels as {@link Sequential#fit} takes them
   * @return the mean loss of every epoch
   * @throws IllegalArgumentException if data does not fit the network
   * @throws ArithmeticException if the loss becomes NaN or infinite
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public History fit(Tensor x, Tensor y, int epochs, int batchSize) {
    requireSamples(x);
    return new Dl4jTraining(network, layout()).fit(x, y, epochs, batchSize);
  }

  private Layout layout() {
    return Layout.ofSamples(inputShape.length);
  }

  private void requireSamples(Tensor x) {
    if (x.rank() == 0 || !Arrays.equals(Arrays.copyOfRange(x.shape(), 1, x.rank()), inputShape)) {
      throw new IllegalArgumentException(
          "samples must be %s, x was %s"
              .formatted(Arrays.toString(inputShape), Arrays.toString(x.shape())));
    }
  }
}

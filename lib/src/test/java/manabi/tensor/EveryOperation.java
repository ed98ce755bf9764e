package manabi.tensor;

import static manabi.nn.Layers.averagePooling2D;
import static manabi.nn.Layers.batchNormalization;
import static manabi.nn.Layers.bidirectional;
import static manabi.nn.Layers.causalAttention;
import static manabi.nn.Layers.conv2D;
import static manabi.nn.Layers.dense;
import static manabi.nn.Layers.embedding;
import static manabi.nn.Layers.flatten;
import static manabi.nn.Layers.gru;
import static manabi.nn.Layers.gruResetBefore;
import static manabi.nn.Layers.lstm;
import static manabi.nn.Layers.maxPooling2D;
import static manabi.nn.Layers.simpleRnn;
import static manabi.nn.Layers.transformerEncoder;
import static manabi.tensor.GradientCheck.random;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import manabi.loss.Loss;
import manabi.nn.Activation;
import manabi.nn.Layer;
import manabi.nn.Phase;
import manabi.nn.Sequential;
import manabi.tensor.op.Affine;
import manabi.tensor.op.Clip;
import manabi.tensor.op.Concatenate;
import manabi.tensor.op.Convolution2D;
import manabi.tensor.op.Dropout;
import manabi.tensor.op.Elu;
import manabi.tensor.op.LeakyRelu;
import manabi.tensor.op.Padding;
import manabi.tensor.op.PooledConvolution2D;
import manabi.tensor.op.WeightPenalty;

/**
 * Every operation and layer at sizes that are hard: none, 1, primes, one more and one less than a
 * vector has lanes, and enough for all threads. Gives results and gradients by name, always for the
 * same random numbers; as a program it writes them to a file, so that JVMs can be compared.
 */
final class EveryOperation {

  private static final int[] LENGTHS = {0, 1, 7, 8, 15, 16, 17, 31, 130};

  private final Map<String, float[]> results = new LinkedHashMap<>();
  private final Set<String> seen = new TreeSet<>();

  private EveryOperation() {}

  /** Returns outputs and gradients of every operation. */
  static Map<String, float[]> results() {
    return all().results;
  }

  /** Returns the class names of the operations that were computed. */
  static Set<String> operations() {
    return all().seen;
  }

  public static void main(String[] files) throws IOException {
    for (String file : files) {
      write(results(), Path.of(file));
    }
  }

  private static void write(Map<String, float[]> results, Path file) throws IOException {
    try (var out = new DataOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, float[]> result : results.entrySet()) {
        out.writeUTF(result.getKey());
        out.writeInt(result.getValue().length);
        for (float value : result.getValue()) {
          out.writeFloat(value);
        }
      }
    }
  }

  private static EveryOperation all() {
    EveryOperation all = new EveryOperation();
    all.elementwise();
    all.manyNumbers();
    all.products();
    all.layers();
    all.losses();
    return all;
  }

  /** Adds an output and, if it has numbers, the gradients of their weighted sum. */
  private void add(String name, Function<Tensor[], Tensor> function, Tensor... inputs) {
    try (var tape = GradientTape.open()) {
      Tensor y = function.apply(inputs);
      results.put(name, y.toArray());
      Tensor loss = y.multiply(random(9, y.shape())).sum();
      tape.steps().forEach(step -> seen.add(step.operation().getClass().getSimpleName()));
      List<Tensor> gradients = tape.gradient(loss, List.of(inputs));
      for (int i = 0; i < inputs.length; i++) {
        results.put(name + ", gradient " + i, gradients.get(i).toArray());
      }
    }
  }

  private void elementwise() {
    for (int n : LENGTHS) {
      add("exp " + n, x -> x[0].exp(), random(1, n));
      add("log " + n, x -> x[0].square().add(0.1).log(), random(1, n));
      add("relu " + n, x -> x[0].relu(), random(1, n));
      add("leaky " + n, x -> new LeakyRelu(0.2).apply(x), random(1, n));
      add("elu " + n, x -> new Elu(1).apply(x), random(1, n));
      add("sigmoid " + n, x -> x[0].sigmoid(), random(1, n));
      add("tanh " + n, x -> x[0].tanh(), random(1, n));
      add("clip " + n, x -> new Clip(-1, 1).apply(x), random(1, n));
      add("weight penalty " + n, x -> new WeightPenalty(.1, .2).apply(x), random(1, n));
      add("dropout " + n, x -> new Dropout(.3, new SplittableRandom(1)).apply(x), random(1, n));
      add("reshape " + n, x -> x[0].reshape(1, n, 1), random(1, n));
      add("softmax " + n, x -> x[0].softmax(), random(1, n, 3));
      add("softmax of " + (n + 1), x -> x[0].softmax(), random(1, 3, n + 1));
      for (int[] other : new int[][] {{n, 3}, {3}, {n, 1}, {}}) {
        Tensor a = random(1, n, 3);
        Tensor b = random(2, other).square().add(1);
        String sizes = " %d with %d axes, %d numbers".formatted(n, b.rank(), b.size());
        add("add" + sizes, x -> x[0].add(x[1]), a, b);
        add("subtract" + sizes, x -> x[0].subtract(x[1]), a, b);
        add("multiply" + sizes, x -> x[0].multiply(x[1]), a, b);
        add("divide" + sizes, x -> x[0].divide(x[1]), a, b);
      }
      add("concatenate " + n, x -> new Concatenate().apply(x), random(1, n, 2), random(2, n, 5));
    }
  }

  /** So many numbers that threads share them. */
  private void manyNumbers() {
    Tensor a = random(1, 40_001);
    Tensor b = random(2, 40_001);
    add("functions of many", x -> x[0].relu().add(0.1).log().tanh(), a);
    add("sums of many", x -> x[0].add(x[1]).square().sum(), a, b);
    add("products of many", x -> x[0].multiply(x[1]).sigmoid(), a, b);
    add(
        "affine, many samples",
        x -> new Affine().apply(x),
        a.slice(0, 37 * 1_081).reshape(1_081, 37),
        random(3, 37, 101),
        random(4, 101));
  }

  /** Patches that are listed and patches that are written out, with zeros around and without. */
  private void convolutions() {
    for (int channels : new int[] {1, 13, 16}) {
      Tensor x = random(1, 3, 7, 8, channels);
      Tensor w = random(2, 3, 3, channels, 17);
      for (Padding padding : Padding.values()) {
        String sizes = " of %d channels, %s".formatted(channels, padding);
        add("strides" + sizes, in -> new Convolution2D(2, padding).apply(in), x, w, random(3, 17));
        add(
            "pooled" + sizes,
            in -> new PooledConvolution2D(1, padding, true, 2).apply(in),
            x,
            w,
            random(3, 17));
      }
    }
  }

  /** Convolutions with so many channels that they are done in tiles. */
  private void tiledConvolutions() {
    Tensor x = random(1, 3, 7, 8, 32);
    for (int filters : new int[] {32, 37}) {
      for (Padding padding : Padding.values()) {
        add(
            "tiles of %d filters, %s".formatted(filters, padding),
            in -> new Convolution2D(1, padding).apply(in),
            x,
            random(2, 3, 3, 32, filters),
            random(3, filters));
      }
    }
  }

  private void products() {
    convolutions();
    tiledConvolutions();
    int[][] sizes = {{0, 3, 2}, {1, 1, 1}, {7, 19, 3}, {17, 31, 16}, {61, 53, 47}, {3, 2, 129}};
    for (int[] size : sizes) {
      Tensor a = random(1, size[0], size[1]);
      Tensor b = random(2, size[1], size[2]);
      String name = " %d %d %d".formatted(size[0], size[1], size[2]);
      add("matmul" + name, x -> x[0].matmul(x[1]), a, b);
      add("affine" + name, x -> new Affine().apply(x), a, b, random(3, size[2]));
    }
  }

  private void layers() {
    for (int n : new int[] {1, 5, 16}) {
      Tensor images = random(1, n, 9, 8, 2);
      layer("convolution", images, conv2D(3, 3, Activation.LINEAR));
      layer("pooling", images, maxPooling2D(2));
      layer("average pooling", images, averagePooling2D(2));
      layer(
          "pooled convolution",
          images,
          conv2D(5, 2, Activation.RELU),
          maxPooling2D(3),
          flatten(),
          dense(1, Activation.TANH));
      layer("batch normalisation", images, batchNormalization());
      Tensor words = random(1, n, 7, 6);
      layer("simple network", words, simpleRnn(5));
      layer("memory", words, lstm(3));
      layer("gates", words, gru(5));
      layer("gates that reset before", words, gruResetBefore(5));
      layer("memory of words", ids(n, 7), embedding(11, 5), lstm(3), dense(1, Activation.TANH));
      layer("memory in both directions", words, bidirectional(lstm(17)));
      layer("attention", words, causalAttention(2, 3));
      layer("encoder", words, transformerEncoder(3, 11, 0.1));
      layer("embedding", ids(n, 7), embedding(11, 5));
    }
  }

  private static Tensor ids(int... shape) {
    Tensor ids = Tensor.zeros(shape);
    for (int i = 0; i < ids.size(); i++) {
      ids.data()[i] = i * i % 11;
    }
    return ids;
  }

  private void layer(String name, Tensor samples, Layer... layers) {
    Sequential model = Sequential.of(layers).seed(3);
    model.apply(samples); // builds it
    List<Tensor> inputs = new ArrayList<>(model.variables());
    inputs.add(samples);
    for (Phase phase : Phase.values()) {
      add(
          "%s of %d, %s".formatted(name, samples.dim(0), phase),
          all -> model.apply(samples, phase),
          inputs.toArray(Tensor[]::new));
    }
  }

  private void losses() {
    for (int n : new int[] {1, 7, 130}) {
      Tensor shares = random(1, n, 3).softmax();
      Map<Loss, Tensor> labels =
          Map.of(
              Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
              Tensor.zeros(n),
              Loss.CATEGORICAL_CROSSENTROPY,
              shares,
              Loss.BINARY_CROSSENTROPY,
              shares,
              Loss.MEAN_SQUARED_ERROR,
              shares);
      labels.forEach(
          (loss, right) -> {
            add(loss + " " + n, x -> loss.of(right, x[0].sigmoid()), random(2, n, 3));
            if (loss != Loss.MEAN_SQUARED_ERROR) {
              add(loss + " of scores " + n, x -> loss.ofScores(right, x[0]), random(2, n, 3));
            }
          });
    }
  }
}

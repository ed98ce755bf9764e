package manabi.nn;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import manabi.loss.Loss;
import manabi.metrics.Metric;
import manabi.optim.Optimizer;
import manabi.tensor.Shapes;
import manabi.tensor.Tensor;

/**
 * A network of layers one after the other, in the words of the slides' Keras code:
 *
 * <pre>{@code
 * var model = Sequential.of(
 *     input(28, 28, 1),
 *     conv2D(16, 3, RELU), maxPooling2D(2),
 *     flatten(), dense(10, SOFTMAX));
 * model.compile(new Adam(), SPARSE_CATEGORICAL_CROSSENTROPY, ACCURACY);
 * model.fit(xTrain, yTrain, epochs(5).batchSize(200));
 * var test = model.evaluate(xTest, yTest);
 * }</pre>
 *
 * <p>Slides: "kerasの枠組み". One thread at a time may use a model; different models may be trained in
 * different threads.
 */
public final class Sequential {

  private final LayerChain chain;
  private final Set<String> frozen = new HashSet<>();
  private long seed;
  private RandomGenerator shuffling;
  private int[] inputShape;
  private List<int[]> outputShapes = List.of();
  private Trainer trainer;

  private Sequential(List<Layer> layers) {
    chain = new LayerChain(layers);
    shuffling = shufflingFor(seed);
  }

  /** Returns where orders of samples come from: other numbers than those of the parameters. */
  private static RandomGenerator shufflingFor(long seed) {
    return new SplittableRandom(seed + 1);
  }

  /**
   * Returns a model of these layers. It is built, and its parameters drawn, when the shape of its
   * input is known: at once if the first layer is {@link Layers#input}, else with the first data.
   *
   * @throws IllegalArgumentException if there is no layer, or the layers do not fit
   */
  public static Sequential of(Layer... layers) {
    if (layers.length == 0 || (layers.length == 1 && layers[0] instanceof InputShape)) {
      throw new IllegalArgumentException("a model needs a layer, there was none");
    }
    for (int i = 0; i < layers.length; i++) {
      for (int j = 0; j < i; j++) {
        if (layers[i] == layers[j]) {
          throw new IllegalArgumentException(
              "every layer must be an object of its own, layer %d is layer %d again"
                  .formatted(i, j));
        }
      }
    }
    if (!(layers[0] instanceof InputShape input)) {
      return new Sequential(List.of(layers));
    }
    Sequential model = new Sequential(List.of(layers).subList(1, layers.length));
    model.build(input.shape());
    return model;
  }

  /**
   * Sets where starting values and the order of samples come from, 0 at first; the same seed and
   * number of threads give the same bits. Parameters that were drawn are drawn anew.
   */
  public Sequential seed(long newSeed) {
    seed = newSeed;
    shuffling = shufflingFor(newSeed);
    if (inputShape != null) {
      build(inputShape);
    }
    return this;
  }

  private void build(int... sampleShape) {
    outputShapes = chain.build(sampleShape, new SplittableRandom(seed));
    inputShape = sampleShape;
  }

  /** Builds the model for this data, or checks that the data fits. */
  void buildFor(Tensor x) {
    if (x.rank() < 2) {
      throw new IllegalArgumentException(
          "x must be [N, …], one entry a sample, was " + Arrays.toString(x.shape()));
    }
    int[] sample = Arrays.copyOfRange(x.shape(), 1, x.rank());
    if (inputShape == null) {
      build(sample);
    } else if (!Arrays.equals(sample, inputShape)) {
      throw new IllegalArgumentException(
          "samples must be %s, x was %s with samples of %s"
              .formatted(
                  Arrays.toString(inputShape),
                  Arrays.toString(x.shape()),
                  Arrays.toString(sample)));
    }
  }

  /** Refuses data that the model cannot take, before anything is computed from it. */
  void requireInput(Tensor x) {
    buildFor(x);
    Trainer.requireData("x", x);
    chain.layers().get(0).requireInput(x);
  }

  /**
   * Says how the model is trained and measured.
   *
   * @return this model
   */
  public Sequential compile(Optimizer optimizer, Loss loss, Metric... metrics) {
    trainer = new Trainer(this, optimizer, loss, List.of(metrics));
    return this;
  }

  /**
   * Returns what the model is trained with.
   *
   * @throws IllegalStateException if the model is not compiled
   */
  public Optimizer optimizer() {
    return trainer().optimizer();
  }

  /**
   * Returns what the model is trained to make small.
   *
   * @throws IllegalStateException if the model is not compiled
   */
  public Loss loss() {
    return trainer().loss();
  }

  private Trainer trainer() {
    if (trainer == null) {
      throw new IllegalStateException("call compile(optimizer, loss, metrics) first");
    }
    return trainer;
  }

  /**
   * Trains the model. An interrupt of the thread ends it after the batch, with a usable model.
   *
   * @param x samples, {@code [N, …]}
   * @param y labels, {@code [N]} or {@code [N, K]} as the loss wants them
   * @return loss and metrics of every epoch
   * @throws IllegalArgumentException if data is empty, has NaN, does not fit the model or the
   *     labels; nothing is changed then
   * @throws ArithmeticException if the loss becomes NaN or infinite
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public History fit(Tensor x, Tensor y, Fit fit) {
    return trainer().fit(x, y, fit, shuffling);
  }

  /** Returns loss and metrics on some data; arguments and errors as in {@link #fit}. */
  public Evaluation evaluate(Tensor x, Tensor y) {
    return trainer().evaluate(x, y);
  }

  /**
   * Returns the output for every sample, {@code [N, K]}, computed in batches; for derivatives use
   * {@link #apply}.
   *
   * @throws IllegalArgumentException if there is no sample or the samples do not fit the model
   */
  public Tensor predict(Tensor x) {
    requireInput(x);
    return Batches.map(x, outputShape(), batch -> outputActivation().of(scores(batch)));
  }

  /** Returns the output for a batch, recorded on an open tape: the model as a function. */
  public Tensor apply(Tensor x) {
    return apply(x, Phase.INFERENCE);
  }

  /** Returns the output for a batch as in this phase, recorded on an open tape. */
  public Tensor apply(Tensor x, Phase phase) {
    buildFor(x);
    return outputActivation().of(scores(x, phase));
  }

  /** Returns the output before the last layer's activation, as for prediction. */
  Tensor scores(Tensor x) {
    return scores(x, Phase.INFERENCE);
  }

  /** Returns the output before the last layer's activation, as in this phase. */
  Tensor scores(Tensor x, Phase phase) {
    return chain.scores(x, layer -> phaseOf(layer, phase));
  }

  /** A frozen layer does not learn: its batch normalisation keeps its averages and uses them. */
  private Phase phaseOf(String layer, Phase phase) {
    return frozen.contains(layer) ? Phase.INFERENCE : phase;
  }

  /** Returns the layers in order, with their names. */
  Map<String, Layer> layers() {
    return chain.byName();
  }

  Activation outputActivation() {
    return chain.last().activation();
  }

  /** Returns what every layer makes of a batch, by layer name, in order: the feature maps. */
  public Map<String, Tensor> outputs(Tensor x) {
    buildFor(x);
    return chain.outputs(x);
  }

  /**
   * Returns all that is learnt, named {@code layer/parameter} with the layer names of {@link
   * #summary}; none before the model is built.
   */
  public List<Parameter> parameters() {
    return chain.named("/", Layer::parameters);
  }

  /** Returns what a trained model keeps without learning it by gradients, named alike. */
  List<Parameter> averages() {
    return chain.named("/", Layer::averages);
  }

  /** Returns all numbers that make the trained model. */
  List<Parameter> numbers() {
    List<Parameter> all = new ArrayList<>(parameters());
    all.addAll(averages());
    return all;
  }

  /**
   * Returns the values of {@link #parameters} that are not frozen, for a tape and an optimiser.
   *
   * @see #freeze
   */
  public List<Tensor> variables() {
    List<Tensor> variables = new ArrayList<>();
    layers()
        .forEach(
            (name, layer) -> {
              if (!frozen.contains(name)) {
                layer.parameters().forEach(parameter -> variables.add(parameter.value()));
              }
            });
    return List.copyOf(variables);
  }

  /**
   * Keeps these layers as they are from now on: training changes none of their numbers, and they
   * work as in {@link Phase#INFERENCE}. A file does not remember it. Slides: "転移学習".
   *
   * @param names as in {@link #summary}
   * @return this model
   * @throws IllegalArgumentException if there is no layer of that name; nothing is changed then
   */
  public Sequential freeze(String... names) {
    for (String name : names) {
      chain.requireName(name);
    }
    frozen.addAll(List.of(names));
    return this;
  }

  /**
   * Lets all layers learn again.
   *
   * @return this model
   */
  public Sequential unfreeze() {
    frozen.clear();
    return this;
  }

  /**
   * Copies the numbers of some layers from a model that has layers of the same names and shapes:
   * what transfer learning starts with.
   *
   * @param names as in {@link #summary}
   * @return this model
   * @throws IllegalArgumentException if one of the models has no such layer, or their shapes
   *     differ; nothing is changed then
   * @throws IllegalStateException if one of the models is not built
   */
  public Sequential copyWeights(Sequential from, String... names) {
    requireBuilt();
    from.requireBuilt();
    chain.copyNumbers(from.chain, names);
    return this;
  }

  /**
   * Returns one parameter's numbers, for example of {@code "conv2d/kernel"}; moving averages too.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public Tensor parameter(String name) {
    return numbers().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "name must be one of %s, was %s"
                        .formatted(numbers().stream().map(Parameter::name).toList(), name)))
        .value();
  }

  /** Returns how many numbers are learnt, frozen ones too; 0 before the model is built. */
  public int parameterCount() {
    return parameters().stream().mapToInt(parameter -> parameter.value().size()).sum();
  }

  /** Returns how many numbers training changes: all parameters but the frozen ones. */
  public int trainableCount() {
    return variables().stream().mapToInt(Tensor::size).sum();
  }

  /**
   * Returns the shape of one sample of the input, without the batch axis.
   *
   * @throws IllegalStateException if the model is not built
   */
  public int[] inputShape() {
    requireBuilt();
    return inputShape.clone();
  }

  private void requireBuilt() {
    if (inputShape == null) {
      throw new IllegalStateException("the model has no parameters before it has seen data");
    }
  }

  /**
   * Returns what every layer is, in order.
   *
   * @throws IllegalStateException if the model is not built
   */
  public List<LayerDescription> describe() {
    requireBuilt();
    List<LayerDescription> descriptions = new ArrayList<>();
    layers()
        .forEach(
            (name, layer) -> {
              int[] shape = outputShapes.get(descriptions.size());
              descriptions.add(
                  ModelFile.describe(name, layer, Arrays.stream(shape).boxed().toList()));
            });
    return descriptions;
  }

  /**
   * Returns a table of layers, output shapes and how many numbers each learns, and how many are
   * frozen.
   */
  public String summary() {
    return ModelSummary.of(this);
  }

  /**
   * Writes layers and parameters to a file in the safetensors format, which other tools read too.
   * The file appears when it is whole; a failure leaves an earlier one as it was.
   *
   * @throws IllegalStateException if the model is not built
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public void save(Path file) {
    requireBuilt();
    ModelFile.write(file, chain.layers(), inputShape, numbers());
  }

  /**
   * Reads a model that {@link #save} wrote. It predicts at once; compile it to train or evaluate.
   *
   * @throws java.io.UncheckedIOException if the file cannot be read, is damaged or is no model
   */
  public static Sequential load(Path file) {
    ModelFile.Content content = ModelFile.read(file);
    Sequential model = new Sequential(content.layers());
    model.build(content.inputShape().stream().mapToInt(Integer::intValue).toArray());
    content.restore(file, model.numbers());
    return model;
  }

  @Override
  public String toString() {
    return summary();
  }

  /** Returns the shape of one sample of each layer's output; none before the model is built. */
  List<int[]> outputShapes() {
    return outputShapes;
  }

  /** Returns the shape of one sample of the output. */
  int[] outputShape() {
    return outputShapes.get(outputShapes.size() - 1);
  }

  /** Returns how many numbers the model gives for a sample. */
  int outputSize() {
    return Shapes.size(outputShape());
  }
}

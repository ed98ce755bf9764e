package manabi.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;

/** Layers one after the other, each with a name: what models and skip connections are made of. */
final class LayerChain {

  private final List<Layer> layers;
  private final List<String> names;

  LayerChain(List<Layer> layers) {
    this.layers = List.copyOf(layers);
    names = LayerNames.of(layers);
  }

  List<Layer> layers() {
    return layers;
  }

  Layer last() {
    return layers.get(layers.size() - 1);
  }

  /** Returns the layers in order, by their names. */
  Map<String, Layer> byName() {
    Map<String, Layer> named = new LinkedHashMap<>();
    for (int i = 0; i < layers.size(); i++) {
      named.put(names.get(i), layers.get(i));
    }
    return named;
  }

  /**
   * Refuses a name that no layer has.
   *
   * @throws IllegalArgumentException naming those that there are
   */
  void requireName(String layer) {
    if (!names.contains(layer)) {
      throw new IllegalArgumentException("layer must be one of %s, was %s".formatted(names, layer));
    }
  }

  /** Makes the parameters, and returns the shape of one sample of each layer's output. */
  List<int[]> build(int[] inputShape, RandomGenerator random) {
    List<int[]> shapes = new ArrayList<>();
    int[] shape = inputShape;
    for (Layer layer : layers) {
      shape = layer.build(shape, random);
      shapes.add(shape);
    }
    return List.copyOf(shapes);
  }

  /** Returns what every layer makes of a batch, by its name, in order. */
  Map<String, Tensor> outputs(Tensor x) {
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    Tensor value = x;
    for (int i = 0; i < layers.size(); i++) {
      value = layers.get(i).forward(value);
      outputs.put(names.get(i), value);
    }
    return outputs;
  }

  /**
   * Returns the output before the last layer's activation.
   *
   * <p>A convolution and the max pooling after it are computed as one operation, with the same
   * result, see {@link manabi.tensor.op.PooledConvolution2D}; so are an embedding and a layer that
   * reads its vectors, see {@link Embedding#forwardInto}.
   *
   * @param phases each layer's phase, by its name
   */
  Tensor scores(Tensor x, Function<String, Phase> phases) {
    Tensor value = x;
    int last = layers.size() - 1;
    for (int i = 0; i < last; i++) {
      Layer layer = layers.get(i);
      Layer next = layers.get(i + 1);
      if (i + 1 < last
          && layer instanceof Conv2D convolution
          && convolution.canPool()
          && next instanceof MaxPooling2D pooling) {
        value = convolution.pooled(value, pooling.poolSize());
        i++;
      } else if (i + 1 < last
          && layer instanceof Embedding words
          && next instanceof SequenceLayer sequences) {
        value = words.forwardInto(sequences, value);
        i++;
      } else {
        value = layer.forward(value, phases.apply(names.get(i)));
      }
    }
    return last().activation() == Activation.LINEAR
        ? last().forward(value, phases.apply(names.get(last)))
        : last().scores(value);
  }

  /**
   * Returns some numbers of all layers, named by layer, separator and the layer's own name.
   *
   * @param numbers {@link Layer#parameters} or {@link Layer#averages}
   */
  List<Parameter> named(String separator, Function<Layer, List<Parameter>> numbers) {
    List<Parameter> all = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      for (Parameter parameter : numbers.apply(layers.get(i))) {
        all.add(new Parameter(names.get(i) + separator + parameter.name(), parameter.value()));
      }
    }
    return List.copyOf(all);
  }

  /**
   * Copies the numbers of some layers from a chain that has layers of the same names and shapes.
   *
   * @throws IllegalArgumentException if it has not, or this one has no such layer; nothing is
   *     changed then
   */
  void copyNumbers(LayerChain from, String... layerNames) {
    List<Parameter> targets = new ArrayList<>();
    List<Parameter> sources = new ArrayList<>();
    for (String name : layerNames) {
      List<Parameter> mine = numbersOf(name);
      List<Parameter> others = from.numbersOf(name);
      if (!shapes(mine).equals(shapes(others))) {
        throw new IllegalArgumentException(
            "%s must be %s, as here, was %s".formatted(name, shapes(mine), shapes(others)));
      }
      targets.addAll(mine);
      sources.addAll(others);
    }
    for (int i = 0; i < targets.size(); i++) {
      float[] values = sources.get(i).value().data();
      System.arraycopy(values, 0, targets.get(i).value().data(), 0, values.length);
    }
  }

  private List<Parameter> numbersOf(String name) {
    requireName(name);
    Layer layer = layers.get(names.indexOf(name));
    List<Parameter> numbers = new ArrayList<>(layer.parameters());
    numbers.addAll(layer.averages());
    return numbers;
  }

  private static List<String> shapes(List<Parameter> parameters) {
    return parameters.stream().map(p -> Arrays.toString(p.value().shape())).toList();
  }
}

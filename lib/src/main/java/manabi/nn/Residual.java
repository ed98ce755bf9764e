package manabi.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;

/**
 * Layers with a skip connection around them, {@code y = x + F(x)}: any shape to the same. Its
 * derivative is {@code 1 + F'(x)}, so an error reaches the input whatever the layers do to it.
 * Slides: "スキップ接続". Source: He et al. (2016), Deep Residual Learning for Image Recognition.
 */
final class Residual extends Layer {

  @JsonProperty private final List<Layer> layers;
  private final LayerChain chain;

  Residual(@JsonProperty("layers") List<Layer> layers) {
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("residual(…) needs a layer, there was none");
    }
    this.layers = List.copyOf(layers);
    chain = new LayerChain(layers);
  }

  @Override
  int[] build(int[] inputShape, RandomGenerator random) {
    List<int[]> shapes = chain.build(inputShape, random);
    int[] shape = shapes.get(shapes.size() - 1);
    if (!Arrays.equals(shape, inputShape)) {
      throw new IllegalArgumentException(
          "residual(…) adds its input to what its layers make of it: both must be %s, that was %s;"
                  .formatted(Arrays.toString(inputShape), Arrays.toString(shape))
              + " a convolution needs padding SAME and as many filters as there are channels");
    }
    return inputShape;
  }

  @Override
  Tensor forward(Tensor x) {
    return forward(x, Phase.INFERENCE);
  }

  @Override
  Tensor forward(Tensor x, Phase phase) {
    Tensor value = x;
    for (Layer layer : layers) {
      value = layer.forward(value, phase);
    }
    return x.add(value);
  }

  @Override
  List<Parameter> parameters() {
    return chain.named("_", Layer::parameters);
  }

  @Override
  List<Parameter> averages() {
    return chain.named("_", Layer::averages);
  }
}

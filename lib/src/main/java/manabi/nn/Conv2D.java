package manabi.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;
import manabi.tensor.op.Convolution2D;

/**
 * A convolution layer without padding, stride 1: images {@code [N, H, W, C]} to feature maps {@code
 * [N, H - F + 1, W - F + 1, filters]}, with {@code (F F C + 1) filters} parameters. Slides: "畳み込み".
 */
final class Conv2D extends Layer {

  @JsonProperty private final int filters;
  @JsonProperty private final int kernelSize;
  @JsonProperty private final Activation activation;
  private Tensor kernel;
  private Tensor bias;

  Conv2D(
      @JsonProperty("filters") int filters,
      @JsonProperty("kernelSize") int kernelSize,
      @JsonProperty("activation") Activation activation) {
    this.filters = requirePositive("filters", filters);
    this.kernelSize = requirePositive("kernelSize", kernelSize);
    this.activation = activation;
  }

  @Override
  int[] build(int[] inputShape, RandomGenerator random) {
    if (inputShape.length != 3 || inputShape[0] < kernelSize || inputShape[1] < kernelSize) {
      throw new IllegalArgumentException(
          "Conv2D takes images [H, W, C] with H and W of %d or more, was given samples of shape %s"
              .formatted(kernelSize, Arrays.toString(inputShape)));
    }
    int channels = inputShape[2];
    int area = kernelSize * kernelSize;
    kernel =
        Initializer.glorotUniform(
            random, area * channels, area * filters, kernelSize, kernelSize, channels, filters);
    bias = Tensor.zeros(filters);
    return new int[] {inputShape[0] - kernelSize + 1, inputShape[1] - kernelSize + 1, filters};
  }

  @Override
  Tensor forward(Tensor x) {
    return activation.of(scores(x));
  }

  @Override
  Tensor scores(Tensor x) {
    return new Convolution2D().apply(x, kernel, bias);
  }

  @Override
  Activation activation() {
    return activation;
  }

  @Override
  List<Parameter> parameters() {
    return kernel == null
        ? List.of()
        : List.of(new Parameter("kernel", kernel), new Parameter("bias", bias));
  }
}

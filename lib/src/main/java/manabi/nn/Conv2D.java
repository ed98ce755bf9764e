package manabi.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;
import manabi.tensor.op.Convolution2D;
import manabi.tensor.op.Padding;
import manabi.tensor.op.PooledConvolution2D;

/**
 * A convolution layer: images {@code [N, H, W, C]} to feature maps {@code [N, H', W', filters]},
 * with {@code H' = (H - F) / S + 1} rounded down for stride S and no padding, {@code H / S} rounded
 * up with padding; {@code (F F C + 1) filters} parameters. Slides: "畳み込み", "ストライド", "ゼロパディング".
 */
final class Conv2D extends Layer {

  @JsonProperty private final int filters;
  @JsonProperty private final int kernelSize;
  @JsonProperty private final int strides;
  @JsonProperty private final Padding padding;
  @JsonProperty private final Activation activation;
  private Tensor kernel;
  private Tensor bias;

  /**
   * Makes the layer.
   *
   * @param strides 1 if null, as in models that were saved before there was a choice
   * @param padding none if null
   */
  Conv2D(
      @JsonProperty("filters") int filters,
      @JsonProperty("kernelSize") int kernelSize,
      @JsonProperty("strides") Integer strides,
      @JsonProperty("padding") Padding padding,
      @JsonProperty("activation") Activation activation) {
    this.filters = requirePositive("filters", filters);
    this.kernelSize = requirePositive("kernelSize", kernelSize);
    this.strides = strides == null ? 1 : requirePositive("strides", strides);
    this.padding = padding == null ? Padding.VALID : padding;
    this.activation = activation;
  }

  @Override
  int[] build(int[] inputShape, RandomGenerator random) {
    int least = padding == Padding.VALID ? kernelSize : 1;
    if (inputShape.length != 3 || inputShape[0] < least || inputShape[1] < least) {
      throw new IllegalArgumentException(
          "Conv2D takes images [H, W, C] with H and W of %d or more, was given samples of shape %s"
              .formatted(least, Arrays.toString(inputShape)));
    }
    int channels = inputShape[2];
    int area = kernelSize * kernelSize;
    kernel =
        Initializer.GLOROT_UNIFORM.draw(
            random, area * channels, area * filters, kernelSize, kernelSize, channels, filters);
    bias = Tensor.zeros(filters);
    return new int[] {
      padding.windows(inputShape[0], kernelSize, strides),
      padding.windows(inputShape[1], kernelSize, strides),
      filters
    };
  }

  @Override
  Tensor forward(Tensor x) {
    return activation.of(scores(x));
  }

  @Override
  Tensor scores(Tensor x) {
    return new Convolution2D(strides, padding).apply(x, kernel, bias);
  }

  /** Returns whether {@link #pooled} knows the layer's activation. */
  boolean canPool() {
    return activation == Activation.RELU || activation == Activation.LINEAR;
  }

  /** Returns what a max pooling makes of the layer's output, in one operation. */
  Tensor pooled(Tensor x, int poolSize) {
    return new PooledConvolution2D(strides, padding, activation == Activation.RELU, poolSize)
        .apply(x, kernel, bias);
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

package manabi.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;
import manabi.tensor.op.Affine;

/**
 * A fully connected layer, {@code y = f(x W + b)}: {@code [N, D]} to {@code [N, units]}, with
 * {@code (D + 1) units} parameters. Slides: "全結合".
 */
final class Dense extends Layer {

  @JsonProperty private final int units;
  @JsonProperty private final Activation activation;
  @JsonProperty private final Initializer initializer;
  private Tensor kernel;
  private Tensor bias;

  /**
   * Makes the layer.
   *
   * @param initializer Glorot's if null, as in models that were saved before there was a choice
   */
  Dense(
      @JsonProperty("units") int units,
      @JsonProperty("activation") Activation activation,
      @JsonProperty("initializer") Initializer initializer) {
    this.units = requirePositive("units", units);
    this.activation = activation;
    this.initializer = initializer == null ? Initializer.GLOROT_UNIFORM : initializer;
  }

  @Override
  int[] build(int[] inputShape, RandomGenerator random) {
    if (inputShape.length != 1) {
      throw new IllegalArgumentException(
          "Dense takes vectors [D], was given samples of shape %s; put flatten() before it"
              .formatted(Arrays.toString(inputShape)));
    }
    kernel = initializer.draw(random, inputShape[0], units, inputShape[0], units);
    bias = Tensor.zeros(units);
    return new int[] {units};
  }

  @Override
  Tensor forward(Tensor x) {
    return activation.of(scores(x));
  }

  @Override
  Tensor scores(Tensor x) {
    return new Affine().apply(x, kernel, bias);
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

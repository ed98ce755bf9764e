package manabi.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import manabi.tensor.Operation;
import manabi.tensor.Tensor;

/**
 * A recurrent layer that gives its last hidden state: sequences {@code [N, T, D]} to {@code [N,
 * units]}, with {@code gates units (D + units + 1)} parameters. Input weights start Glorot uniform,
 * recurrent weights orthogonal.
 */
abstract class Recurrent extends Layer {

  @JsonProperty final int units;
  private final int gates;
  private Tensor kernel;
  private Tensor recurrentKernel;
  private Tensor bias;

  Recurrent(int units, int gates) {
    this.units = requirePositive("units", units);
    this.gates = gates;
  }

  /** Returns a new operation over a sequence, read from its end if {@code backward}. */
  abstract Operation sequence(boolean backward);

  /** Sets biases that do not start at zero. */
  void startBias(float[] bias) {}

  @Override
  int[] build(int[] inputShape, RandomGenerator random) {
    if (inputShape.length != 2) {
      throw new IllegalArgumentException(
          "%s takes sequences of vectors [T, D], was given samples of shape %s"
              .formatted(kind(), Arrays.toString(inputShape)));
    }
    int width = gates * units;
    kernel = Initializer.glorotUniform(random, inputShape[1], width, inputShape[1], width);
    recurrentKernel = Initializer.orthogonal(random, units, width);
    bias = Tensor.zeros(width);
    startBias(bias.data());
    return new int[] {units};
  }

  @Override
  Tensor forward(Tensor x) {
    return forward(x, false);
  }

  /** Returns the last hidden state of the sequence, read from its end if {@code backward}. */
  Tensor forward(Tensor x, boolean backward) {
    return sequence(backward).apply(x, kernel, recurrentKernel, bias);
  }

  @Override
  List<Parameter> parameters() {
    return kernel == null
        ? List.of()
        : List.of(
            new Parameter("kernel", kernel),
            new Parameter("recurrent_kernel", recurrentKernel),
            new Parameter("bias", bias));
  }
}

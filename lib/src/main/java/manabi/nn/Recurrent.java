package manabi.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;
import manabi.tensor.op.Affine;
import manabi.tensor.op.SequenceRows;

/**
 * A recurrent layer: sequences {@code [N, T, D]} to its last hidden state {@code [N, units]}, or to
 * all of them {@code [N, T, units]}. Input weights start Glorot uniform, recurrent weights
 * orthogonal, biases at zero.
 */
public abstract class Recurrent extends SequenceLayer {

  @JsonProperty final int units;
  @JsonProperty final boolean returnSequences;
  private final int gates;
  private Tensor kernel;
  private Tensor recurrentKernel;
  private Tensor bias;

  Recurrent(int units, boolean returnSequences, int gates) {
    this.units = requirePositive("units", units);
    this.returnSequences = returnSequences;
    this.gates = gates;
  }

  /** Returns such a layer that gives its hidden state after every step, not only the last. */
  public final Recurrent returnSequences() {
    return like(true);
  }

  /** Returns another layer of this kind and size. */
  abstract Recurrent like(boolean returnSequences);

  /**
   * Returns the hidden states.
   *
   * @param sums the inputs' products with the input weights, with biases
   */
  abstract Tensor states(Tensor sums, SequenceRows places, Tensor recurrentKernel);

  /** Sets biases that do not start at zero. */
  void startBias(float[] bias) {}

  @Override
  int[] build(int steps, int inputSize, RandomGenerator random) {
    int width = gates * units;
    kernel = Initializer.GLOROT_UNIFORM.draw(random, inputSize, width, inputSize, width);
    recurrentKernel = Initializer.orthogonal(random, units, width);
    bias = Tensor.zeros(width);
    startBias(bias.data());
    return returnSequences ? new int[] {steps, units} : new int[] {units};
  }

  @Override
  final Tensor forward(Tensor vectors, SequenceRows places) {
    return states(new Affine().apply(vectors, kernel, bias), places, recurrentKernel);
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

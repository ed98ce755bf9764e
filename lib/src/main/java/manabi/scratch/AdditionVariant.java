package manabi.scratch;

import java.util.Objects;

/**
 * Which of its alternative lines the binary-addition program runs: those that the lecture has as
 * comments and its [try] 2 and [try] 3 exchange, and two of ours.
 *
 * <p>Slides: "実装:RNN", "勾配クリッピング".
 *
 * @param initialisation how far the first weights spread
 * @param activation of the hidden layer
 * @param outputDelta the lecture's output delta or the true one
 * @param clipping limit on the gradient of one iteration
 */
public record AdditionVariant(
    Initialisation initialisation,
    Activation activation,
    OutputDelta outputDelta,
    GradientClipping clipping) {

  /** The lines that the lecture runs: standard weights, sigmoid, its own delta, no clipping. */
  public static final AdditionVariant LECTURE =
      new AdditionVariant(
          Initialisation.STANDARD,
          Activation.SIGMOID,
          OutputDelta.LECTURE,
          GradientClipping.none());

  /** Checks that nothing is {@code null}. */
  public AdditionVariant {
    Objects.requireNonNull(initialisation, "initialisation");
    Objects.requireNonNull(activation, "activation");
    Objects.requireNonNull(outputDelta, "outputDelta");
    Objects.requireNonNull(clipping, "clipping");
  }

  /** Returns this with other first weights. */
  public AdditionVariant withInitialisation(Initialisation initialisation) {
    return new AdditionVariant(initialisation, activation, outputDelta, clipping);
  }

  /** Returns this with another hidden activation. */
  public AdditionVariant withActivation(Activation activation) {
    return new AdditionVariant(initialisation, activation, outputDelta, clipping);
  }

  /** Returns this with another output delta. */
  public AdditionVariant withOutputDelta(OutputDelta outputDelta) {
    return new AdditionVariant(initialisation, activation, outputDelta, clipping);
  }

  /** Returns this with another limit on the gradient. */
  public AdditionVariant withClipping(GradientClipping clipping) {
    return new AdditionVariant(initialisation, activation, outputDelta, clipping);
  }
}

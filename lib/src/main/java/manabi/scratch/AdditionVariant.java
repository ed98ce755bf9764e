package manabi.scratch;

import java.util.Objects;

/**
 * Which of its alternative lines the binary-addition program runs: those that the lecture has as
 * comments and its [try] 2 and [try] 3 exchange, and three of ours.
 *
 * <p>Slides: "実装:RNN", "勾配クリッピング", "時間軸方向に関するBPTT".
 *
 * @param initialisation how far the first weights spread
 * @param activation of the hidden layer
 * @param outputDelta the lecture's output delta or the true one
 * @param clipping limit on the gradient of one iteration
 * @param stepsBack over how many steps an output's error is followed back beyond its own step; the
 *     lecture's program goes back to the first
 */
public record AdditionVariant(
    Initialisation initialisation,
    Activation activation,
    OutputDelta outputDelta,
    GradientClipping clipping,
    int stepsBack) {

  /** The lines that the lecture runs: standard weights, sigmoid, its own delta, no clipping. */
  public static final AdditionVariant LECTURE =
      new AdditionVariant(
          Initialisation.STANDARD,
          Activation.SIGMOID,
          OutputDelta.LECTURE,
          GradientClipping.none(),
          Bits.WORD_LENGTH - 1);

  /**
   * Checks that nothing is {@code null}.
   *
   * @throws IllegalArgumentException if {@code stepsBack} is negative
   */
  public AdditionVariant {
    Objects.requireNonNull(initialisation, "initialisation");
    Objects.requireNonNull(activation, "activation");
    Objects.requireNonNull(outputDelta, "outputDelta");
    Objects.requireNonNull(clipping, "clipping");
    if (stepsBack < 0) {
      throw new IllegalArgumentException("stepsBack must be 0 or more, was " + stepsBack);
    }
  }

  /** Returns this with other first weights. */
  public AdditionVariant withInitialisation(Initialisation initialisation) {
    return new AdditionVariant(initialisation, activation, outputDelta, clipping, stepsBack);
  }

  /** Returns this with another hidden activation. */
  public AdditionVariant withActivation(Activation activation) {
    return new AdditionVariant(initialisation, activation, outputDelta, clipping, stepsBack);
  }

  /** Returns this with another output delta. */
  public AdditionVariant withOutputDelta(OutputDelta outputDelta) {
    return new AdditionVariant(initialisation, activation, outputDelta, clipping, stepsBack);
  }

  /** Returns this with another limit on the gradient. */
  public AdditionVariant withClipping(GradientClipping clipping) {
    return new AdditionVariant(initialisation, activation, outputDelta, clipping, stepsBack);
  }

  /** Returns this with truncated BPTT: errors go back over that many steps only. */
  public AdditionVariant withStepsBack(int stepsBack) {
    return new AdditionVariant(initialisation, activation, outputDelta, clipping, stepsBack);
  }
}

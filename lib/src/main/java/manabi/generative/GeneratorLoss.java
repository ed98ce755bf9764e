package manabi.generative;

import manabi.loss.Loss;
import manabi.tensor.Tensor;

/** What a generator makes small, from the discriminator's opinion of its work. */
public enum GeneratorLoss {
  /**
   * The slides' form, that of the minimax game: {@code mean ln(1 - D(G(z)))}. Its gradient vanishes
   * where the discriminator is sure, {@code D(G(z))} near 0: just when the generator must learn.
   */
  SATURATING,
  /**
   * {@code -mean ln D(G(z))}: the same equilibrium, and a gradient that is large where D is sure.
   * Source: Goodfellow et al. (2014), Generative Adversarial Nets, section 3.
   */
  NON_SATURATING;

  /**
   * Returns the loss, a scalar.
   *
   * @param fakePrediction {@code D(G(z))}, probabilities of being real
   */
  public Tensor of(Tensor fakePrediction) {
    int[] shape = fakePrediction.shape();
    return switch (this) {
      case SATURATING -> Loss.BINARY_CROSSENTROPY.of(Tensor.zeros(shape), fakePrediction).negate();
      case NON_SATURATING -> Loss.BINARY_CROSSENTROPY.of(Tensor.ones(shape), fakePrediction);
    };
  }
}

package manabi.generative;

import java.util.List;
import manabi.loss.Loss;
import manabi.nn.Sequential;
import manabi.optim.Optimizer;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;

/**
 * A generative adversarial network: the generator G makes data from noise, the discriminator D
 * tells it from real data, and each learns from the other's work.
 *
 * <p>Slides: "更新を行うコード". Source: Goodfellow et al. (2014), Generative Adversarial Nets.
 */
public final class Gan {

  private final Sequential generator;
  private final Sequential discriminator;
  private final Optimizer generatorOptimizer;
  private final Optimizer discriminatorOptimizer;
  private final GeneratorLoss generatorLoss;

  /**
   * The discriminator's losses on one batch, before the update.
   *
   * @param real mean cross-entropy of real data against "real"
   * @param fake mean cross-entropy of generated data against "fake"
   */
  public record DiscriminatorLosses(double real, double fake) {

    /** Returns the sum that is made small, {@code 2 ln 2} for a discriminator that cannot tell. */
    public double adversarial() {
      return real + fake;
    }
  }

  /**
   * Makes a GAN with the slides' loss of the generator.
   *
   * @param generator noise {@code [N, Z]} to data {@code [N, D]}
   * @param discriminator data {@code [N, D]} to the probability {@code [N, 1]} of being real
   */
  public Gan(
      Sequential generator,
      Sequential discriminator,
      Optimizer generatorOptimizer,
      Optimizer discriminatorOptimizer) {
    this(
        generator,
        discriminator,
        generatorOptimizer,
        discriminatorOptimizer,
        GeneratorLoss.SATURATING);
  }

  /** Makes a GAN with a loss of one's choice for the generator. */
  public Gan(
      Sequential generator,
      Sequential discriminator,
      Optimizer generatorOptimizer,
      Optimizer discriminatorOptimizer,
      GeneratorLoss generatorLoss) {
    this.generator = generator;
    this.discriminator = discriminator;
    this.generatorOptimizer = generatorOptimizer;
    this.discriminatorOptimizer = discriminatorOptimizer;
    this.generatorLoss = generatorLoss;
  }

  /**
   * Improves the discriminator on one batch; the generator stays as it is, because its work is done
   * before the tape is opened and is a constant for it.
   *
   * @param noise {@code [N, Z]}
   * @param realData {@code [M, D]}
   */
  public DiscriminatorLosses updateDiscriminator(Tensor noise, Tensor realData) {
    Tensor fakeData = generator.apply(noise);

    try (var tape = GradientTape.open()) {
      Tensor realPrediction = discriminator.apply(realData);
      Tensor fakePrediction = discriminator.apply(fakeData);

      Tensor ones = Tensor.ones(realPrediction.shape());
      Tensor zeros = Tensor.zeros(fakePrediction.shape());
      Tensor realLoss = Loss.BINARY_CROSSENTROPY.of(ones, realPrediction);
      Tensor fakeLoss = Loss.BINARY_CROSSENTROPY.of(zeros, fakePrediction);
      Tensor adversarialLoss = realLoss.add(fakeLoss);

      List<Tensor> variables = discriminator.variables();
      discriminatorOptimizer.apply(tape.gradient(adversarialLoss, variables), variables);
      return new DiscriminatorLosses(realLoss.item(), fakeLoss.item());
    }
  }

  /**
   * Improves the generator on one batch; the discriminator passes its gradient on and stays as it
   * is.
   *
   * @param noise {@code [N, Z]}
   * @return the generator's loss before the update
   */
  public double updateGenerator(Tensor noise) {
    try (var tape = GradientTape.open()) {
      Tensor fakeData = generator.apply(noise);
      Tensor fakePrediction = discriminator.apply(fakeData);
      Tensor loss = generatorLoss.of(fakePrediction);

      List<Tensor> variables = generator.variables();
      generatorOptimizer.apply(tape.gradient(loss, variables), variables);
      return loss.item();
    }
  }
}

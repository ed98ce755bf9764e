package manabi.generative;

import static java.util.stream.Collectors.toList;
import static manabi.nn.Activation.LINEAR;
import static manabi.nn.Activation.SIGMOID;
import static manabi.nn.Activation.TANH;
import static manabi.nn.Layers.dense;
import static manabi.nn.Layers.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import manabi.nn.Sequential;
import manabi.optim.Sgd;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Slides: "更新を行うコード" (syllabus C13.3, C13.4). */
@Tag("C13.3")
@Tag("C13.4")
class GanTest {

  private final SplittableRandom random = new SplittableRandom(7);
  private final Sequential generator =
      Sequential.of(input(3), dense(4, TANH), dense(2, LINEAR)).seed(1);
  private final Sequential discriminator =
      Sequential.of(input(2), dense(5, TANH), dense(1, SIGMOID)).seed(2);
  private final Tensor noise = Tensor.randomNormal(random, 6, 3);
  private final Tensor realData = Tensor.randomNormal(random, 5, 2);

  private static List<float[]> copies(Sequential model) {
    return model.variables().stream().map(Tensor::toArray).collect(toList());
  }

  @Test
  void discriminatorThatCannotTellHasTheLossesOfTheSlide() {
    Sequential undecided = Sequential.of(input(2), dense(1, SIGMOID));
    undecided.variables().forEach(v -> Arrays.fill(v.data(), 0)); // D = 0.5 everywhere
    Gan gan = new Gan(generator, undecided, new Sgd(1e-9), new Sgd(1e-9));

    assertThat(gan.updateGenerator(noise)).isCloseTo(-Math.log(2), within(1e-6));
    assertThat(gan.updateDiscriminator(noise, realData).adversarial())
        .isCloseTo(2 * Math.log(2), within(1e-6));
  }

  @Test
  void updateOfOneLeavesTheOtherAsItWas() {
    Gan gan = new Gan(generator, discriminator, new Sgd(0.1), new Sgd(0.1));

    List<float[]> generatorBefore = copies(generator);
    List<float[]> discriminatorBefore = copies(discriminator);
    gan.updateDiscriminator(noise, realData);
    assertThat(copies(generator)).usingRecursiveComparison().isEqualTo(generatorBefore);
    List<float[]> discriminatorAfter = copies(discriminator);
    for (int i = 0; i < discriminatorAfter.size(); i++) {
      assertThat(discriminatorAfter.get(i)).isNotEqualTo(discriminatorBefore.get(i));
    }

    gan.updateGenerator(noise);
    assertThat(copies(discriminator)).usingRecursiveComparison().isEqualTo(discriminatorAfter);
    List<float[]> generatorAfter = copies(generator);
    for (int i = 0; i < generatorAfter.size(); i++) {
      assertThat(generatorAfter.get(i)).isNotEqualTo(generatorBefore.get(i));
    }
  }

  @Test
  void eachUpdateImprovesItsOwnLoss() {
    Gan gan = new Gan(generator, discriminator, new Sgd(0.05), new Sgd(0.05));

    double discriminatorLoss = gan.updateDiscriminator(noise, realData).adversarial();
    assertThat(gan.updateDiscriminator(noise, realData).adversarial())
        .isLessThan(discriminatorLoss);
    double loss = gan.updateGenerator(noise);
    assertThat(gan.updateGenerator(noise)).isLessThan(loss);
  }

  /** Gradients pass through D into G: an SGD step of rate 1 moves a weight by its derivative. */
  @ParameterizedTest
  @EnumSource(GeneratorLoss.class)
  void generatorMovesAgainstTheNumericGradient(GeneratorLoss loss) {
    Supplier<Double> lossNow =
        () -> (double) loss.of(discriminator.apply(generator.apply(noise))).item();
    Tensor weights = generator.variables().get(0);
    double[] numeric = new double[weights.size()];
    for (int i = 0; i < numeric.length; i++) {
      float w = weights.data()[i];
      weights.data()[i] = w + 0.01f;
      double above = lossNow.get();
      weights.data()[i] = w - 0.01f;
      numeric[i] = (above - lossNow.get()) / 0.02;
      weights.data()[i] = w;
    }
    float[] before = weights.toArray();

    new Gan(generator, discriminator, new Sgd(1), new Sgd(1), loss).updateGenerator(noise);

    for (int i = 0; i < numeric.length; i++) {
      // float losses near 1 are good to 1e-7, so the difference quotient is to 1e-5
      assertThat(before[i] - weights.data()[i]).isCloseTo((float) numeric[i], within(2e-4f));
    }
  }

  @Test
  void nonSaturatingGradientIs99TimesAsLargeWhereTheFakeIsSeenThrough() {
    assertThat(slope(GeneratorLoss.SATURATING)).isCloseTo(-1 / 0.99, within(1e-4));
    assertThat(slope(GeneratorLoss.NON_SATURATING)).isCloseTo(-1 / 0.01, within(1e-2));
  }

  /** Returns the derivative of the loss by D(G(z)) at 0.01. */
  private static double slope(GeneratorLoss loss) {
    Tensor prediction = Tensor.matrix(new double[] {0.01});
    try (var tape = GradientTape.open()) {
      return tape.gradient(loss.of(prediction), List.of(prediction)).get(0).item();
    }
  }
}

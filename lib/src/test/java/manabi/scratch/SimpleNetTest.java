package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SimpleNetTest {

  private static final double[] X = {.6, .9};
  private static final double[] T = {0, 0, 1};

  private final SimpleNet net =
      new SimpleNet(
          new double[][] {{.47355232, .9977393, .84668094}, {.85557411, .03563661, .69422093}});

  @Test
  @Tag("C2.7")
  @Tag("C2.17")
  void numbersOfTheBook() {
    assertThat(net.scores(X))
        .containsExactly(new double[] {1.05414809, .63071653, 1.1328074}, within(5e-9));
    assertThat(net.loss(X, T)).isCloseTo(.92806829, within(5e-9));
    assertThat(-Math.log(Functions.softmax(net.scores(X))[2])).isCloseTo(.92806854, within(5e-9));
    double[][] gradient = net.gradient(X, T);
    assertThat(gradient[0])
        .containsExactly(new double[] {.21924763, .14356247, -.36281009}, within(2e-7));
    assertThat(gradient[1])
        .containsExactly(new double[] {.32887144, .2153437, -.54421514}, within(2e-7));
  }

  @Test
  @Tag("C2.7")
  void raisingAWeightRaisesTheLossByItsDerivative() {
    double before = net.loss(X, T);
    net.w()[0][0] += .01;
    assertThat(net.loss(X, T) - before).isCloseTo(.00219665, within(5e-9));
  }

  @Test
  void gradientPutsTheWeightsBack() {
    net.gradient(X, T);
    assertThat(net.w()[0]).containsExactly(.47355232, .9977393, .84668094);
    assertThat(net.w()[1]).containsExactly(.85557411, .03563661, .69422093);
  }
}

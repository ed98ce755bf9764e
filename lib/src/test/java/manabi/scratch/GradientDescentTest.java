package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GradientDescentTest {

  private static double bowl(double... x) {
    return x[0] * x[0] + x[1] * x[1];
  }

  @Test
  @Tag("C2.6")
  void reachesTheBottomOfTheBowl() {
    double[][] path =
        GradientDescent.path(GradientDescentTest::bowl, new double[] {-3, 4}, 0.1, 100);
    assertThat(path).hasNumberOfRows(101);
    assertThat(path[0]).containsExactly(-3, 4);
    assertThat(path[1]).containsExactly(new double[] {-2.4, 3.2}, within(1e-9));
    assertThat(path[100]).containsExactly(new double[] {-6.1111e-10, 8.1481e-10}, within(1e-13));
  }

  @Test
  @Tag("C2.6")
  void tooLargeARateDivergesAndTooSmallAOneDoesNotMove() {
    double[][] large =
        GradientDescent.path(GradientDescentTest::bowl, new double[] {-3, 4}, 10, 100);
    assertThat(bowl(large[100])).isGreaterThan(1e20);
    double[][] small =
        GradientDescent.path(GradientDescentTest::bowl, new double[] {-3, 4}, 1e-10, 100);
    assertThat(small[100]).containsExactly(new double[] {-3, 4}, within(1e-6));
  }

  @Test
  @Tag("C2.5")
  @Tag("E4")
  void alongTheGradientTheFunctionRises() {
    double[] start = {-3, 4};
    double[] down = GradientDescent.path(GradientDescentTest::bowl, start, 0.1, 1)[1];
    double[] up = GradientDescent.path(GradientDescentTest::bowl, start, -0.1, 1)[1];
    assertThat(bowl(down)).isLessThan(25);
    assertThat(bowl(up)).isGreaterThan(25);
    assertThat(start).containsExactly(-3, 4);
  }
}

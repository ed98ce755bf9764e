package manabi.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DrawnGarmentsTest {

  private final FashionMnist data = FashionMnist.load(DataDirectory.ofStandIns());

  @Test
  void haveTheFormOfTheRealImages() {
    assertThat(data.isStandIn()).isTrue();
    assertThat(data.train().images().shape()).containsExactly(6_000, 28, 28, 1);
    assertThat(data.test().images().shape()).containsExactly(1_000, 28, 28, 1);
    boolean inRange = true;
    for (float pixel : data.train().images().data()) {
      inRange &= pixel >= 0 && pixel <= 1;
    }
    assertThat(inRange).isTrue();
  }

  @Test
  void areAlwaysTheSame() {
    assertThat(DrawnGarments.draw().test().images().data()).isEqualTo(data.test().images().data());
  }

  /** The class whose mean training image is nearest: a much weaker learner than any network. */
  @Test
  void canBeLearnt() {
    float[][] means = new float[10][784];
    int[] counts = new int[10];
    for (int n = 0; n < data.train().size(); n++) {
      counts[data.train().label(n)]++;
    }
    for (int n = 0; n < data.train().size(); n++) {
      float[] image = data.train().image(n).data();
      int label = data.train().label(n);
      for (int i = 0; i < image.length; i++) {
        means[label][i] += image[i] / counts[label];
      }
    }
    int right = 0;
    for (int n = 0; n < data.test().size(); n++) {
      right += nearest(means, data.test().image(n).data()) == data.test().label(n) ? 1 : 0;
    }

    assertThat(right / 1_000.0).isBetween(0.6, 0.97);
  }

  private static int nearest(float[][] means, float[] image) {
    int best = 0;
    for (int label = 1; label < means.length; label++) {
      if (distance(means[label], image) < distance(means[best], image)) {
        best = label;
      }
    }
    return best;
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }
}

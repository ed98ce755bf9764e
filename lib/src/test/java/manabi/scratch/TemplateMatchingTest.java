package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C4.5")
class TemplateMatchingTest {

  private static final double[][] CROSS = {{0, 1, 0}, {1, 1, 1}, {0, 1, 0}};

  /** A grey cross at rows 1 to 3 and columns 5 to 7, and a bright square that is none. */
  private static double[][] image() {
    double[][] image = new double[9][11];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        image[1 + i][5 + j] = 0.5 * CROSS[i][j];
        image[6 + i][1 + j] = 1;
      }
    }
    return image;
  }

  @Test
  void distanceAndInnerProductBelongTogether() {
    Random random = new Random(1);
    for (int trial = 0; trial < 20; trial++) {
      double[] x = Matrix.normal(1, 9, 1, random)[0];
      double[] w = Matrix.normal(1, 9, 1, random)[0];
      double lengths = TemplateMatching.innerProduct(x, x) + TemplateMatching.innerProduct(w, w);
      assertThat(TemplateMatching.squaredDistance(x, w))
          .isCloseTo(lengths - 2 * TemplateMatching.innerProduct(x, w), within(1e-12));
    }
  }

  @Test
  void nearestOfPatchesOfOneLengthHasTheLargestInnerProduct() {
    double[][] cosines = TemplateMatching.cosines(image(), CROSS);
    double[][] distances = TemplateMatching.squaredDistancesOfUnits(image(), CROSS);
    assertThat(placeOfLargest(cosines)).containsExactly(1, 5);
    assertThat(placeOfLargest(negative(distances))).containsExactly(1, 5);
    assertThat(cosines[1][5]).isCloseTo(1, within(1e-12));
    assertThat(distances[1][5]).isCloseTo(0, within(1e-12));
    // |x| = |w| = 1, so |x - w|² = 2 - 2 xᵀw; the empty corner has no direction and x = 0.
    assertThat(distances[2][5]).isCloseTo(2 - 2 * cosines[2][5], within(1e-12));
    assertThat(cosines[0][0]).isZero();
    assertThat(distances[0][0]).isCloseTo(1, within(1e-12));
  }

  /** Five ones of the cross meet nine of the square: its patch is longer, not more alike. */
  @Test
  void brightPatchesWinWithoutIt() {
    double[][] products = TemplateMatching.innerProducts(image(), CROSS);
    assertThat(placeOfLargest(products)).containsExactly(6, 1);
    assertThat(products[6][1]).isEqualTo(5);
    assertThat(products[1][5]).isEqualTo(2.5);
    double[][] distances = TemplateMatching.squaredDistances(image(), CROSS);
    assertThat(placeOfLargest(negative(distances))).containsExactly(1, 5);
    assertThat(distances[1][5]).isEqualTo(1.25);
  }

  private static double[][] negative(double[][] matrix) {
    double[][] negative = new double[matrix.length][matrix[0].length];
    Matrix.subtract(negative, 1, matrix);
    return negative;
  }

  private static int[] placeOfLargest(double[][] matrix) {
    int[] place = {0, 0};
    for (int i = 0; i < matrix.length; i++) {
      int j = Matrix.argmax(matrix[i]);
      if (matrix[i][j] > matrix[place[0]][place[1]]) {
        place = new int[] {i, j};
      }
    }
    return place;
  }
}

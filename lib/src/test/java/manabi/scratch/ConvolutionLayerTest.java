package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All sizes differ, so that no axis can be taken for another. */
class ConvolutionLayerTest {

  private static final int HEIGHT = 7;
  private static final int WIDTH = 5;
  private static final int CHANNELS = 2;
  private static final int FILTERS = 4;

  private double[][][] x;
  private double[][][][] w;
  private double[] b;

  @BeforeEach
  void draw() {
    Random random = new Random(1);
    x = normal(HEIGHT, WIDTH, CHANNELS, random);
    w = new double[3][][][];
    for (int i = 0; i < w.length; i++) {
      w[i] = normal(3, CHANNELS, FILTERS, random);
    }
    b = Matrix.normal(1, FILTERS, 1, random)[0];
  }

  private static double[][][] normal(int rows, int columns, int channels, Random random) {
    double[][][] result = new double[rows][][];
    for (int i = 0; i < rows; i++) {
      result[i] = Matrix.normal(columns, channels, 1, random);
    }
    return result;
  }

  @Test
  @Tag("C4.3")
  void numbersOfTheSlide() {
    double[][][] image = new double[4][4][1];
    for (int pixel = 0; pixel < 16; pixel++) {
      image[pixel / 4][pixel % 4][0] = pixel + 1;
    }
    double[][][][] filter = {{{{1}}, {{0}}}, {{{0}}, {{-1}}}};
    double[][][] map = new ConvolutionLayer(filter, new double[1], 1).forward(image);
    assertThat(map)
        .isDeepEqualTo(
            new double[][][] {
              {{-5}, {-5}, {-5}}, {{-5}, {-5}, {-5}}, {{-5}, {-5}, {-5}},
            });
  }

  @ParameterizedTest
  @Tag("C4.3")
  @ValueSource(ints = {1, 2})
  void gradientsMatchCentralDifferences(int stride) {
    var layer = new ConvolutionLayer(w, b, stride);
    double[][][] y = layer.forward(x);
    double[][][] g = normal(y.length, y[0].length, FILTERS, new Random(2));
    double[][][] dx = layer.backward(g);
    for (int i = 0; i < HEIGHT; i++) {
      assertThat(GradientCheck.relativeError(() -> loss(layer, g), x[i], dx[i])).isLessThan(1e-6);
    }
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertThat(GradientCheck.relativeError(() -> loss(layer, g), w[i][j], layer.dw()[i][j]))
            .isLessThan(1e-6);
      }
    }
    assertThat(
            GradientCheck.relativeError(
                () -> loss(layer, g), new double[][] {b}, new double[][] {layer.db()}))
        .isLessThan(1e-6);
  }

  private double loss(ConvolutionLayer layer, double[][][] weights) {
    double[][][] y = layer.forward(x);
    double sum = 0;
    for (int p = 0; p < y.length; p++) {
      for (int q = 0; q < y[p].length; q++) {
        sum += TemplateMatching.innerProduct(y[p][q], weights[p][q]);
      }
    }
    return sum;
  }

  @ParameterizedTest
  @Tag("C4.3")
  @Tag("C4.12")
  @ValueSource(ints = {1, 2, 3})
  void matrixProductIsTheLoop(int stride) {
    var layer = new ConvolutionLayer(w, b, stride);
    double[][][] maps = layer.forward(x);
    double[][] product = layer.matrixProduct(x);
    assertThat(product).hasNumberOfRows(maps.length * maps[0].length);
    for (int n = 0; n < product.length; n++) {
      double[] place = maps[n / maps[0].length][n % maps[0].length];
      assertThat(product[n]).containsExactly(place, within(1e-12));
    }
  }

  /** The maps of one filter are the two-dimensional convolutions of the channels, summed up. */
  @Test
  @Tag("C4.6")
  @Tag("C4.11")
  void aFilterSeesAllChannels() {
    double[][][] maps = new ConvolutionLayer(w, b, 1).forward(x);
    for (int k = 0; k < FILTERS; k++) {
      double[][] sum = new double[HEIGHT - 2][WIDTH - 2];
      for (int c = 0; c < CHANNELS; c++) {
        Matrix.add(sum, Convolution.of(channel(x, c), filter(c, k)));
      }
      for (int p = 0; p < sum.length; p++) {
        for (int q = 0; q < sum[p].length; q++) {
          assertThat(maps[p][q][k]).isCloseTo(sum[p][q] + b[k], within(1e-12));
        }
      }
    }
  }

  private static double[][] channel(double[][][] image, int c) {
    double[][] channel = new double[image.length][image[0].length];
    for (int i = 0; i < channel.length; i++) {
      for (int j = 0; j < channel[i].length; j++) {
        channel[i][j] = image[i][j][c];
      }
    }
    return channel;
  }

  private double[][] filter(int c, int k) {
    double[][] filter = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        filter[i][j] = w[i][j][c][k];
      }
    }
    return filter;
  }

  @Test
  void patchesAreRows() {
    double[][][] image = {{{1, -1}, {2, -2}, {3, -3}}, {{4, -4}, {5, -5}, {6, -6}}};
    assertThat(ConvolutionLayer.im2col(image, 2, 1))
        .isDeepEqualTo(new double[][] {{1, -1, 2, -2, 4, -4, 5, -5}, {2, -2, 3, -3, 5, -5, 6, -6}});
  }
}

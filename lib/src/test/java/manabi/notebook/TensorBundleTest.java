package manabi.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Test;

class TensorBundleTest {

  @Test
  void showsShapeAndNumbersRowByRow() {
    Tensor matrix = Tensor.of(new float[] {0.841471f, 2, 3, Float.NaN, -5e-8f, 6}, 2, 3);
    Map<String, Object> bundle = TensorBundle.of(matrix).data();
    assertThat(bundle.get("text/plain"))
        .isEqualTo("Tensor [2, 3]\n0.84147 2.0 3.0\nNaN -5.0E-8 6.0");
    assertThat(bundle.get("text/html"))
        .isEqualTo(
            """
            <p><code>Tensor [2, 3]</code></p>
            <table><tbody>
            <tr><td>0.84147</td><td>2.0</td><td>3.0</td></tr>
            <tr><td>NaN</td><td>-5.0E-8</td><td>6.0</td></tr>
            </tbody></table>""");
  }

  @Test
  void cutsLargeTensorsAndSaysSo() {
    String text = text(Tensor.zeros(4, 2, 50, 256));
    assertThat(text)
        .startsWith(
            "Tensor [4, 2, 50, 256], the first of 8 matrices, the first 20 rows,"
                + " the first 12 columns\n");
    assertThat(text.lines()).hasSize(21);
    assertThat(text.lines().skip(1).findFirst().orElseThrow().split(" ")).hasSize(12);
  }

  @Test
  void showsVectorsScalarsAndNothing() {
    assertThat(text(Tensor.of(new float[] {1, 2}, 2))).isEqualTo("Tensor [2]\n1.0 2.0");
    assertThat(text(Tensor.of(new float[] {7}))).isEqualTo("Tensor []\n7.0");
    assertThat(text(Tensor.zeros(0, 3))).isEqualTo("Tensor [0, 3]");
  }

  private static String text(Tensor tensor) {
    return (String) TensorBundle.of(tensor).data().get("text/plain");
  }
}

package manabi.vision;

import static manabi.nn.Activation.LINEAR;
import static manabi.nn.Layers.averagePooling2D;
import static manabi.nn.Layers.batchNormalization;
import static manabi.nn.Layers.conv2D;
import static manabi.nn.Layers.input;
import static org.assertj.core.api.Assertions.assertThat;

import manabi.nn.Sequential;
import manabi.tensor.op.Padding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CnnArchitectureTest {

  @Test
  @Tag("C4.1")
  @Tag("C4.22")
  void diagramOfTheSlidesNetwork() {
    assertThat(CnnArchitecture.of(FashionCnn.model()).toString().lines())
        .containsExactly(
            "INPUT                                       → 28 × 28 × 1",
            "CONV     F = 3, S = 1, K = 16, valid, ReLU  → 26 × 26 × 16",
            "POOL     F = 2, S = 2, maximum              → 13 × 13 × 16",
            "CONV     F = 3, S = 1, K = 32, valid, ReLU  → 11 × 11 × 32",
            "POOL     F = 2, S = 2, maximum              → 5 × 5 × 32",
            "FLATTEN                                     → 800",
            "FC       ReLU                               → 128",
            "FC       softmax                            → 10");
  }

  @Test
  void otherLayersKeepTheirNames() {
    Sequential model =
        Sequential.of(
            input(6, 5, 3),
            conv2D(2, 3, 2, Padding.SAME, LINEAR),
            batchNormalization(),
            averagePooling2D(3));
    assertThat(CnnArchitecture.of(model).toString().lines())
        .containsExactly(
            "INPUT                                          → 6 × 5 × 3",
            "CONV                F = 3, S = 2, K = 2, same  → 3 × 3 × 2",
            "BATCHNORMALIZATION                             → 3 × 3 × 2",
            "POOL                F = 3, S = 3, mean         → 1 × 1 × 2");
  }

  @Test
  @Tag("C4.1")
  void chartHasEveryShape() {
    assertThat(CnnArchitecture.of(FashionCnn.model()).chart().title("CNN"))
        .hasToString(
            "ShapeChart \"CNN\": INPUT[28, 28, 1] → CONV[26, 26, 16] → POOL[13, 13, 16]"
                + " → CONV[11, 11, 32] → POOL[5, 5, 32] → FLATTEN[800] → FC[128] → FC[10]");
  }
}

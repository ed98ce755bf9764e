package manabi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The numbers of slide 9.4 (6/7) on the real files. */
@Tag("C4.18")
class FashionMnistTest {

  private static FashionMnist data;

  @BeforeAll
  static void loadRealImages() {
    Optional<Path> folder =
        Stream.of(System.getenv("MANABI_DATA"), "/usr/share/datasets")
            .filter(Objects::nonNull)
            .map(Path::of)
            .filter(path -> FashionMnist.FILES.missingIn(path.resolve("fashion-mnist")).isEmpty())
            .findFirst();
    assumeTrue(folder.isPresent(), "Fashion-MNIST is neither installed nor in MANABI_DATA");
    data = FashionMnist.load(DataDirectory.of(folder.get()));
  }

  @Test
  void hasTheShapesOfTheSlide() {
    assertThat(data.train().images().shape()).containsExactly(60_000, 28, 28, 1);
    assertThat(data.train().labels().shape()).containsExactly(60_000);
    assertThat(data.test().images().shape()).containsExactly(10_000, 28, 28, 1);
    assertThat(data.test().labels().shape()).containsExactly(10_000);
    assertThat(data.isStandIn()).isFalse();
  }

  @Test
  void pixelsAreDividedBy255() {
    float[] pixels = data.train().images().data();
    double mean =
        IntStream.range(0, pixels.length).mapToDouble(i -> pixels[i]).average().orElseThrow();
    double variance =
        IntStream.range(0, pixels.length)
            .mapToDouble(i -> (pixels[i] - mean) * (pixels[i] - mean))
            .average()
            .orElseThrow();

    assertThat(mean).isCloseTo(0.2860406, within(5e-8));
    assertThat(Math.sqrt(variance)).isCloseTo(0.3530242, within(5e-8));
  }

  @Test
  void labelsBeginAsPublished() {
    assertThat(Arrays.copyOf(data.train().labels().data(), 10))
        .containsExactly(9, 0, 0, 3, 0, 2, 7, 2, 5, 5);
    assertThat(Arrays.copyOf(data.test().labels().data(), 10))
        .containsExactly(9, 2, 1, 1, 6, 1, 4, 6, 5, 7);
  }

  @Test
  void everyClassHasSixThousandTrainingImages() {
    int[] counts = new int[10];
    for (float label : data.train().labels().data()) {
      counts[(int) label]++;
    }

    assertThat(counts).containsOnly(6_000);
    assertThat(FashionMnist.CLASS_NAMES).hasSize(10).startsWith("T-shirt/top", "Trouser");
  }

  @Test
  void takesTheFirstImages() {
    FashionMnist few = data.take(500, 100);

    assertThat(few.train().images().shape()).containsExactly(500, 28, 28, 1);
    assertThat(few.test().size()).isEqualTo(100);
    assertThat(few.train().image(499).data()).isEqualTo(data.train().image(499).data());
    assertThat(few.train().label(3)).isEqualTo(3);
  }

  @Test
  void refusesToTakeMoreThanThereAre() {
    assertThatThrownBy(() -> data.take(60_001, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("count must be 1 to 60000, was 60001");
    assertThatThrownBy(() -> data.train().image(-1))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("index must be 0 to 59999, was -1");
  }
}

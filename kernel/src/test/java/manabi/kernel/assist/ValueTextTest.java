package manabi.kernel.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValueTextTest {
  private static final class Grim {
    @Override
    public String toString() {
      throw new IllegalStateException("called");
    }
  }

  private record Held(Grim grim, int x) {
    @Override
    public String toString() {
      throw new IllegalStateException("called");
    }
  }

  @Test
  void showsSimpleValues() {
    assertThat(ValueText.of(1)).isEqualTo("1");
    assertThat(ValueText.of('c')).isEqualTo("'c'");
    assertThat(ValueText.of("a\nb")).isEqualTo("\"a\\nb\"");
    assertThat(ValueText.of(null)).isEqualTo("null");
    assertThat(ValueText.of(LocalDate.of(2026, 1, 2))).isEqualTo("2026-01-02");
    assertThat(ValueText.of(Optional.of(2))).isEqualTo("Optional[2]");
  }

  @Test
  void showsWhatHoldsSimpleValues() {
    assertThat(ValueText.of(new int[][] {{1}, {2, 3}})).isEqualTo("[[1], [2, 3]]");
    assertThat(ValueText.of(Map.of("k", Arrays.asList(1, null)))).isEqualTo("{\"k\"=[1, null]}");
  }

  @Test
  void callsNoCodeOfTheReader() {
    String type = Grim.class.getTypeName();
    assertThat(ValueText.of(new Grim())).isEqualTo(type);
    assertThat(ValueText.of(List.of(new Grim()))).isEqualTo("[" + type + "]");
    assertThat(ValueText.of(new Held(new Grim(), 2)))
        .isEqualTo(Held.class.getTypeName() + "[grim=" + type + ", x=2]");
  }

  @Test
  void isShort() {
    assertThat(ValueText.of("x".repeat(1_000))).hasSizeLessThan(210).endsWith("…\"");
    assertThat(ValueText.of(Collections.nCopies(1_000, 1))).endsWith("1, …]");
    List<Object> itself = new ArrayList<>();
    itself.add(itself);
    assertThat(ValueText.of(itself)).isEqualTo("[[[…]]]");
  }
}

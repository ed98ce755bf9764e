package manabi.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The numbers of slide 9.5 (9/13), {@code pad_sequences}. */
@Tag("C9.15")
class PaddingTest {

  @Test
  void padsAndCutsAtTheFront() {
    int[] none = {};
    int[] five = {5, 4, 3, 2, 1};

    Tensor padded =
        Padding.padSequences(
            List.of(new int[] {1, 2, 3}, new int[] {1, 2, 3, 4, 5, 6, 7}, five, none), 5);

    assertThat(padded.shape()).containsExactly(4, 5);
    assertThat(padded.data())
        .containsExactly(0, 0, 1, 2, 3, 3, 4, 5, 6, 7, 5, 4, 3, 2, 1, 0, 0, 0, 0, 0);
  }

  @Test
  void refusesWhatGivesNoTensor() {
    assertThatThrownBy(() -> Padding.padSequences(List.of(), 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sequences must not be empty");
    assertThatThrownBy(() -> Padding.padSequences(List.of(new int[] {1}), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxLength must be 1 or more, was 0");
  }
}

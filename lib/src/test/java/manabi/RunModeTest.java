package manabi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunModeTest {

  @ParameterizedTest
  @ValueSource(strings = {"1", " 1 "})
  void quickWhenAskedFor(String value) {
    assertThat(RunMode.parse(Optional.of(value))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0"})
  void fullWhenSwitchedOff(String value) {
    assertThat(RunMode.parse(Optional.of(value))).isFalse();
  }

  @Test
  void fullWhenTheVariableIsNotSet() {
    assertThat(RunMode.parse(Optional.empty())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "true"})
  void refusesAnyOtherValue(String value) {
    assertThatThrownBy(() -> RunMode.parse(Optional.of(value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("MANABI_QUICK must be 1 or 0, was " + value);
  }

  @Test
  void picksByMode() {
    assertThat(RunMode.pick(1, 5)).isEqualTo(RunMode.isQuick() ? 1 : 5);
    assertThat(RunMode.pick("few", "all")).isEqualTo(RunMode.isQuick() ? "few" : "all");
  }

  @Test
  void describesBothModes() {
    assertThat(RunMode.describe(true)).startsWith("quick mode: ");
    assertThat(RunMode.describe(false)).isEqualTo("full mode: the slides' own hyperparameters");
  }
}

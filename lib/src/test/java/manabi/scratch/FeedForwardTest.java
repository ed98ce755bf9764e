package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import manabi.scratch.FeedForward.Layer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FeedForwardTest {

  /** The book prints eight places. */
  private static final Offset<Double> EIGHT_PLACES = within(5e-9);

  private final FeedForward network =
      FeedForward.of(
          new Layer(
              new double[][] {{.1, .3, .5}, {.2, .4, .6}},
              new double[] {.1, .2, .3},
              Functions::sigmoid),
          new Layer(
              new double[][] {{.1, .4}, {.2, .5}, {.3, .6}},
              new double[] {.1, .2},
              Functions::sigmoid),
          new Layer(
              new double[][] {{.1, .3}, {.2, .4}}, new double[] {.1, .2}, Functions::identity));

  @Test
  @Tag("C1.6")
  @Tag("C2.17")
  void threeLayersOfTheBook() {
    List<FeedForward.State> states = network.forward(1, 0.5);
    assertThat(states.get(0).a()).containsExactly(new double[] {.3, .7, 1.1}, EIGHT_PLACES);
    assertThat(states.get(0).z())
        .containsExactly(new double[] {.57444252, .66818777, .75026011}, EIGHT_PLACES);
    assertThat(states.get(1).z())
        .containsExactly(new double[] {.62624937, .77101070}, EIGHT_PLACES);
    assertThat(states.get(2).z())
        .containsExactly(new double[] {.31682708, .69627909}, EIGHT_PLACES);
  }

  @Test
  @Tag("C1.5")
  void hasInputHiddenAndOutputLayers() {
    assertThat(network.sizes()).containsExactly(2, 3, 2, 2);
  }

  @Test
  void refusesWhatDoesNotFit() {
    Layer first = network.layers().get(0);
    assertThatThrownBy(() -> FeedForward.of(first, first))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("w of layer 2 must be [3, 3], was [2, 3]");
    assertThatThrownBy(() -> new Layer(first.w(), new double[2], Functions::identity))
        .hasMessage("w must be [2, 2], was [2, 3]");
    assertThatThrownBy(() -> network.forward(1)).hasMessage("x must be 2 numbers, was 1");
    assertThatThrownBy(FeedForward::of).hasMessage("layers must hold at least one, was empty");
  }
}

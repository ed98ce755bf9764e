package manabi.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The numbers of the slides on word2vec. */
class CorpusTest {

  private final Corpus sunshine = Corpus.of("You are my sunshine.");

  @Tag("C10.3")
  @Test
  void numbersWordsAsTheyFirstOccur() {
    Corpus hello = Corpus.of("You say goodbye and I say hello.");

    assertThat(sunshine.vocabulary().words()).containsExactly("you", "are", "my", "sunshine", ".");
    assertThat(sunshine.ids().data()).containsExactly(0, 1, 2, 3, 4);
    assertThat(hello.vocabulary().size()).isEqualTo(7);
    assertThat(hello.ids().data()).containsExactly(0, 1, 2, 3, 4, 1, 5, 6);
  }

  @Tag("C10.4")
  @Test
  void contextsAreTheWordsOnBothSidesOfEachTarget() {
    ContextsAndTargets pairs = sunshine.contextsAndTargets(1);

    assertThat(pairs.contexts().shape()).containsExactly(3, 2);
    assertThat(pairs.contexts().data()).containsExactly(0, 2, 1, 3, 2, 4);
    assertThat(pairs.targets().shape()).containsExactly(3);
    assertThat(pairs.targets().data()).containsExactly(1, 2, 3);
  }

  @Test
  void contextsAndTargetsAreWholeNumbersToo() {
    ContextsAndTargets pairs = sunshine.contextsAndTargets(1);

    assertThat(pairs.contextIds()).isDeepEqualTo(new int[][] {{0, 2}, {1, 3}, {2, 4}});
    assertThat(pairs.targetIds()).containsExactly(1, 2, 3);
  }

  @Test
  void aWiderWindowTakesMoreWordsFromLeftToRight() {
    ContextsAndTargets pairs = sunshine.contextsAndTargets(2);

    assertThat(pairs.contexts().shape()).containsExactly(1, 4);
    assertThat(pairs.contexts().data()).containsExactly(0, 1, 3, 4);
    assertThat(pairs.targets().data()).containsExactly(2);
  }

  @Tag("C10.5")
  @Test
  void oneHotAddsAnAxis() {
    ContextsAndTargets pairs = sunshine.contextsAndTargets(1);

    assertThat(OneHot.of(pairs.targets(), 5).shape()).containsExactly(3, 5);
    assertThat(OneHot.of(pairs.targets(), 5).data())
        .containsExactly(0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0);
    assertThat(OneHot.of(pairs.contexts(), 5).shape()).containsExactly(3, 2, 5);
    assertThat(OneHot.of(pairs.contexts(), 5).data())
        .startsWith(1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1);
  }

  @Test
  void refusesAWindowThatDoesNotFit() {
    assertThatThrownBy(() -> sunshine.contextsAndTargets(3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("windowSize must be 1 to 2 for a text of 5 words, was 3");
    assertThatThrownBy(() -> sunshine.contextsAndTargets(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesATextWithoutWords() {
    assertThatThrownBy(() -> Corpus.of(" \n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("text must have words, was empty");
  }

  @Test
  void refusesNumbersThatAreNoWords() {
    assertThatThrownBy(() -> OneHot.of(sunshine.ids(), 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ids must be whole numbers 0 to 3, number 4 was 4.0");
  }
}

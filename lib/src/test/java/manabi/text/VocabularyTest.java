package manabi.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTest {

  private final Vocabulary vocabulary =
      Vocabulary.byFrequency(List.of(List.of("c", "b", "a"), List.of("a", "b", "d"), List.of("d")));

  @Test
  void theMostFrequentWordIsFirstAndTiesKeepTheirOrder() {
    assertThat(vocabulary.words()).containsExactly("b", "a", "d", "c");
  }

  @Test
  void wordsAndNumbersLeadToEachOther() {
    for (int id = 0; id < vocabulary.size(); id++) {
      assertThat(vocabulary.id(vocabulary.word(id))).isEqualTo(id);
    }
    assertThat(vocabulary.find("d")).hasValue(2);
    assertThat(vocabulary.find("e")).isEmpty();
  }

  @Test
  void refusesUnknownWordsAndNumbers() {
    assertThatThrownBy(() -> vocabulary.id("e"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("word must be one of 4 known ones, was \"e\"");
    assertThatThrownBy(() -> vocabulary.word(4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("id must be 0 to 3, was 4");
    assertThatThrownBy(() -> vocabulary.word(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAWordThatComesTwice() {
    assertThatThrownBy(() -> Vocabulary.of(List.of("a", "b", "a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("words must be different, \"a\" comes at 0 and again");
  }
}

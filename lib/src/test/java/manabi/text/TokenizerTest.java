package manabi.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenizerTest {

  @Test
  void punctuationCountsAsABlankAndAnApostropheDoesNot() {
    assertThat(Tokenizer.tokenize("It's GREAT!<br />Don't-miss (it), x_y..."))
        .containsExactly("it's", "great", "br", "don't", "miss", "it", "x", "y");
  }

  @Test
  void everySeparatorOfKerasSeparates() {
    assertThat(Tokenizer.tokenize("a!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\nb"))
        .containsExactly("a", "b");
  }

  @Test
  void keepsOtherLetters() {
    assertThat(Tokenizer.tokenize("Café 学び 10/10")).containsExactly("café", "学び", "10", "10");
  }

  @Test
  void anEmptyTextHasNoWords() {
    assertThat(Tokenizer.tokenize("")).isEmpty();
    assertThat(Tokenizer.tokenize(" ... ")).isEmpty();
  }
}

package manabi.kernel.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesTest {

  @ParameterizedTest
  @CsvSource({
    "a.b:c-d:1.0, jar, '', 1.0",
    "a:b:1.0:linux, jar, linux, 1.0",
    "a:b:zip:1.0, zip, '', 1.0",
    "a:b:jar:linux-x86_64:1.0, jar, linux-x86_64, 1.0",
    "'a:b:[1.0,2.0)', jar, '', '[1.0,2.0)'",
    "a:b:LATEST, jar, '', LATEST",
    "a:b, jar, '', ''",
  })
  void allFormsAreRead(String text, String extension, String classifier, String version)
      throws MavenFailure {
    Coordinates read = Coordinates.parse(text);
    assertThat(read.extension()).isEqualTo(extension);
    assertThat(read.classifier()).isEqualTo(classifier);
    assertThat(read.version()).isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a::1.0", "a:b:c:d:e:f", "org#name;1.0", "a:b:1 0"})
  void otherTextsAreRefused(String text) {
    assertThatThrownBy(() -> Coordinates.parse(text))
        .isInstanceOf(MavenFailure.class)
        .hasMessageStartingWith("expected GROUP:ARTIFACT:VERSION")
        .hasMessageEndingWith(", was " + text);
  }

  @Test
  void textIsAsTheReaderWritesIt() throws MavenFailure {
    assertThat(Coordinates.parse("a:b:1.0:linux")).hasToString("a:b:jar:linux:1.0");
    assertThat(Coordinates.parse("a:b:1.0")).hasToString("a:b:1.0");
  }
}

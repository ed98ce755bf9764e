package manabi.kernel.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PomFragmentsTest {

  @Test
  void piecesBecomeAProject() throws MavenFailure {
    String pom =
        PomFragments.complete(
            """
            <dependency><artifactId>a</artifactId></dependency>
            <dependencies><dependency><artifactId>b</artifactId></dependency></dependencies>
            <repository><id>r</id></repository>
            <version>3</version>
            """);
    assertThat(pom)
        .contains(
            "<dependencies><dependency><artifactId>a</artifactId></dependency>"
                + "<dependency><artifactId>b</artifactId></dependency></dependencies>")
        .contains("<repositories><repository><id>r</id></repository></repositories>")
        .contains("<version>3</version>")
        .contains("<modelVersion>4.0.0</modelVersion>");
  }

  @Test
  void wholeProjectStaysAsItIs() throws MavenFailure {
    String pom = "<project><artifactId>a</artifactId></project>";
    assertThat(PomFragments.complete("\n" + pom + "\n")).isEqualTo(pom);
  }

  @Test
  void wrongXmlIsSaidWithItsLine() {
    assertThatThrownBy(() -> PomFragments.complete("<dependency>\n<group>\n</dependency>"))
        .isInstanceOf(MavenFailure.class)
        .hasMessageStartingWith("line 3 of the XML: ");
  }
}

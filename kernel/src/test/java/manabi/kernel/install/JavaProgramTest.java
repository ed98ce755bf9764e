package manabi.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaProgramTest {
  private static final String THIS_JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @Test
  void versionIsTheProgramsOwn() throws InstallFailure {
    assertThat(JavaProgram.probe(THIS_JAVA, List.of("-Xmx64m")))
        .isEqualTo(new JavaProgram(THIS_JAVA, Runtime.version().feature()));
  }

  @Test
  void optionThatIsNoneIsToldInTheWordsOfJava() {
    assertThatThrownBy(() -> JavaProgram.probe(THIS_JAVA, List.of("-XX:+NoSuchThing")))
        .isInstanceOf(InstallFailure.class)
        .hasMessageContaining("does not run: " + THIS_JAVA + " -XX:+NoSuchThing")
        .hasMessageContaining("Unrecognized VM option 'NoSuchThing'");
  }

  @Test
  void missingProgramIsNamed() {
    String missing = Path.of("no", "such", "java").toString();
    assertThatThrownBy(() -> JavaProgram.probe(missing, List.of()))
        .isInstanceOf(InstallFailure.class)
        .hasMessageContaining(missing);
  }
}

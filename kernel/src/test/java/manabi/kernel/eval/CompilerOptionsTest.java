package manabi.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompilerOptionsTest {
  @Test
  void ownOptionsComeLast() {
    assertThat(CompilerOptions.forThisJvm(" -Xlint:all  -g ")).endsWith("-Xlint:all", "-g");
  }

  @Test
  void previewIsOffWhereTheJvmHasItOff() {
    assertThat(CompilerOptions.forThisJvm("")).contains("-proc:none").doesNotContain("-source");
  }
}

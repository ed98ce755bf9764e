package manabi.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import manabi.tensor.compute.Parallel;
import org.junit.jupiter.api.Test;

class EngineTest {

  @Test
  void lineNamesKernelsThreadsAndJava() {
    String threads = Parallel.threads() == 1 ? "1 thread" : Parallel.threads() + " threads";
    assertThat(Engine.describe())
        .matches(
            "(\\d+-lane vectors|plain loops.*), %s, Java %d(; start Java with .*)?"
                .formatted(threads, Runtime.version().feature()));
  }

  @Test
  void vectorsAreUsedWhereTheModuleIsThere() {
    boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    assertThat(Engine.describe().contains("-lane vectors")).isEqualTo(module);
    assertThat(Engine.describe().contains("--add-modules jdk.incubator.vector")).isEqualTo(!module);
  }
}

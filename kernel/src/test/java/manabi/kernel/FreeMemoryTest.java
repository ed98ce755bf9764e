package manabi.kernel;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class FreeMemoryTest {
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "only the GNU C library gives memory back")
  void thisJvmCanGiveMemoryBack() {
    assertThatCode(FreeMemory::giveBack).doesNotThrowAnyException();
  }
}

package manabi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserDataTest {
  private static final Path HOME = Path.of("home");

  @ParameterizedTest
  @CsvSource({
    "Linux, home/.local/share",
    "Mac OS X, home/Library/Application Support",
    "Windows 11, home/AppData/Roaming"
  })
  void theHistoryIsWhereThePlatformKeepsData(String system, Path folder) {
    assertThat(UserData.history(Map.of(), system, HOME))
        .isEqualTo(folder.resolve("manabi-kernel").resolve("history.jsonl"));
  }

  @Test
  void theEnvironmentMovesIt() {
    assertThat(UserData.history(Map.of("XDG_DATA_HOME", "data"), "Linux", HOME))
        .isEqualTo(Path.of("data/manabi-kernel/history.jsonl"));
    assertThat(UserData.history(Map.of("APPDATA", "roaming"), "Windows 11", HOME))
        .isEqualTo(Path.of("roaming/manabi-kernel/history.jsonl"));
    assertThat(UserData.history(Map.of(UserData.HISTORY_VARIABLE, "own.jsonl"), "Linux", HOME))
        .isEqualTo(Path.of("own.jsonl"));
  }
}

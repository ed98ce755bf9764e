package manabi.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserCacheTest {

  private static final Path HOME = Path.of("/home/reader");

  @Test
  void followsTheConventionsOfEachSystem() {
    assertThat(UserCache.folder(Map.of(), "linux", HOME)).isEqualTo(HOME.resolve(".cache/manabi"));
    assertThat(UserCache.folder(Map.of(), "mac os x", HOME))
        .isEqualTo(HOME.resolve("Library/Caches/manabi"));
    assertThat(UserCache.folder(Map.of("LOCALAPPDATA", "/local"), "windows 11", HOME))
        .isEqualTo(Path.of("/local/manabi"));
  }

  @Test
  void anAbsoluteXdgFolderWinsAndARelativeOneIsIgnored() {
    assertThat(UserCache.folder(Map.of("XDG_CACHE_HOME", "/tmp/cache"), "linux", HOME))
        .isEqualTo(Path.of("/tmp/cache/manabi"));
    assertThat(UserCache.folder(Map.of("XDG_CACHE_HOME", "cache"), "linux", HOME))
        .isEqualTo(HOME.resolve(".cache/manabi"));
  }
}

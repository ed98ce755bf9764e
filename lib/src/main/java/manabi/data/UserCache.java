package manabi.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The folder where this user's programs keep what can be fetched again. */
final class UserCache {

  private UserCache() {}

  /** Returns the folder for data sets inside the user's cache folder. */
  static Path dataFolder() {
    return folder(
            System.getenv(),
            System.getProperty("os.name").toLowerCase(Locale.ROOT),
            Path.of(System.getProperty("user.home")))
        .resolve("data");
  }

  /** Returns Manabi's cache folder, where the conventions of the operating system want it. */
  static Path folder(Map<String, String> environment, String osName, Path home) {
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    // The XDG specification says that a relative path is invalid and must be ignored.
    if (!xdg.isEmpty() && Path.of(xdg).isAbsolute()) {
      return Path.of(xdg, "manabi");
    }
    if (osName.startsWith("mac")) {
      return home.resolve("Library/Caches/manabi");
    }
    String localAppData = environment.getOrDefault("LOCALAPPDATA", "");
    if (osName.startsWith("windows") && !localAppData.isEmpty()) {
      return Path.of(localAppData, "manabi");
    }
    return home.resolve(".cache/manabi");
  }
}

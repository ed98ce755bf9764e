package manabi.kernel;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the kernel keeps what outlasts it, as the platform has it. */
final class UserData {
  /** The environment variable that names the history's file. */
  static final String HISTORY_VARIABLE = "MANABI_KERNEL_HISTORY";

  private UserData() {}

  /**
   * Returns the history's file: that of {@value #HISTORY_VARIABLE}, or one in the user's data.
   *
   * @param environment the process' environment
   * @param system the name of the operating system
   * @param home the user's home folder
   */
  static Path history(Map<String, String> environment, String system, Path home) {
    String named = environment.getOrDefault(HISTORY_VARIABLE, "");
    return named.isBlank()
        ? folder(environment, system.toLowerCase(Locale.ROOT), home)
            .resolve(Path.of("manabi-kernel", "history.jsonl"))
        : Path.of(named);
  }

  private static Path folder(Map<String, String> environment, String system, Path home) {
    if (system.contains("windows")) {
      String roaming = environment.get("APPDATA");
      return roaming == null ? home.resolve("AppData/Roaming") : Path.of(roaming);
    }
    if (system.contains("mac")) {
      return home.resolve("Library/Application Support");
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    return data.isEmpty() ? home.resolve(".local/share") : Path.of(data);
  }
}

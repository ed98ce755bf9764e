package manabi.kernel.install;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** The choice of a place that Jupyter looks into: exactly one of three options. */
final class Prefix {
  @Option(
      names = "--sys-prefix",
      description = "the active Python environment (VIRTUAL_ENV or CONDA_PREFIX)")
  private boolean sysPrefix;

  @Option(names = "--user", description = "this user's own Jupyter folder")
  private boolean user;

  @Option(names = "--prefix", paramLabel = "FOLDER", description = "below FOLDER/share/jupyter")
  private Path prefix;

  /** Returns the folder that holds kernelspecs. */
  Path kernels() throws InstallFailure {
    if (sysPrefix) {
      return below(active());
    }
    return user
        ? userData(System.getenv(), System.getProperty("os.name"))
        : below(prefix.toAbsolutePath().normalize());
  }

  private static Path below(Path prefix) {
    return prefix.resolve(Path.of("share", "jupyter", "kernels"));
  }

  private static Path active() throws InstallFailure {
    for (String variable : new String[] {"VIRTUAL_ENV", "CONDA_PREFIX"}) {
      String value = System.getenv(variable);
      if (value != null && !value.isBlank()) {
        return Path.of(value);
      }
    }
    throw new InstallFailure(
        "--sys-prefix needs an active Python environment, but neither VIRTUAL_ENV nor CONDA_PREFIX"
            + " is set; activate one, or give its folder with --prefix");
  }

  /** Returns the folder that Jupyter's own rules give; a variable that is empty counts as unset. */
  static Path userData(Map<String, String> environment, String system) {
    String name = system.toLowerCase(Locale.ROOT);
    Path home = Path.of(System.getProperty("user.home"));
    String chosen = environment.getOrDefault("JUPYTER_DATA_DIR", "");
    String appData = environment.getOrDefault("APPDATA", "");
    String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
    Path data;
    if (!chosen.isEmpty()) {
      data = Path.of(chosen);
    } else if (name.contains("mac")) {
      data = home.resolve(Path.of("Library", "Jupyter"));
    } else if (name.contains("windows")) {
      data =
          appData.isEmpty()
              ? home.resolve(Path.of(".jupyter", "data"))
              : Path.of(appData, "jupyter");
    } else if (!xdg.isEmpty()) {
      data = Path.of(xdg, "jupyter");
    } else {
      data = home.resolve(Path.of(".local", "share", "jupyter"));
    }
    return data.resolve("kernels");
  }
}

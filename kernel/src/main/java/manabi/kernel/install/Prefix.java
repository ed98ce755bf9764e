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

  /** Returns the folder that Jupyter's own rules give for a user of {@code system}. */
  static Path userData(Map<String, String> environment, String system) {
    String name = system.toLowerCase(Locale.ROOT);
    Path home = Path.of(System.getProperty("user.home"));
    Path data;
    if (environment.containsKey("JUPYTER_DATA_DIR")) {
      data = Path.of(environment.get("JUPYTER_DATA_DIR"));
    } else if (name.contains("mac")) {
      data = home.resolve(Path.of("Library", "Jupyter"));
    } else if (name.contains("windows")) {
      data = Path.of(environment.getOrDefault("APPDATA", home.toString()), "jupyter");
    } else if (environment.containsKey("XDG_DATA_HOME")) {
      data = Path.of(environment.get("XDG_DATA_HOME"), "jupyter");
    } else {
      data = home.resolve(Path.of(".local", "share", "jupyter"));
    }
    return data.resolve("kernels");
  }
}

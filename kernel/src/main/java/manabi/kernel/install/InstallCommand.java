package manabi.kernel.install;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code install}: copies the kernel and libraries for it to where Jupyter finds them. */
@Command(
    name = "install",
    description = "Installs the kernel; an earlier one in the same place is replaced.",
    mixinStandardHelpOptions = true)
public final class InstallCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @ArgGroup(multiplicity = "1")
  private Prefix prefix;

  @Option(
      names = "--library",
      arity = "1..*",
      paramLabel = "JAR_OR_FOLDER",
      description = "jars for the class path of cells; of a folder, every jar in it")
  private List<Path> libraries = new ArrayList<>();

  @Option(
      names = "--java",
      paramLabel = "PROGRAM",
      description = "the Java that runs the kernel (default: the one that runs this)")
  private Path java = Path.of(System.getProperty("java.home"), "bin", "java");

  /** Installs the kernel and prints where. */
  @Override
  public Integer call() throws InstallFailure {
    checkJava();
    Path folder = prefix.kernels().resolve(KernelSpec.ID);
    new Installation(kernelJar(), Libraries.jars(libraries), java.toString()).writeTo(folder);
    command.commandLine().getOut().println("installed \"Java (Manabi)\" in " + folder);
    return 0;
  }

  private void checkJava() throws InstallFailure {
    boolean exists = Files.exists(java) || Files.exists(Path.of(java + ".exe"));
    // A bare name is looked up on the path when the kernel starts.
    if (java.getNameCount() > 1 && !exists) {
      throw new InstallFailure("--java must be a program, there is none at " + java);
    }
    if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
      throw new InstallFailure("the kernel needs a JDK with the module jdk.jshell, this is a JRE");
    }
  }

  private static Path kernelJar() throws InstallFailure {
    try {
      Path source =
          Path.of(InstallCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (!Files.isRegularFile(source)) {
        throw new InstallFailure(
            "install runs from the standalone jar, was started from " + source);
      }
      return source;
    } catch (URISyntaxException e) {
      throw new InstallFailure("the path of the kernel's jar is no path: " + e.getMessage(), e);
    }
  }
}

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

  @Option(
      names = "--java-option",
      paramLabel = "OPTION",
      description =
          "an option for that Java, for example --java-option=-Xmx4g; may be given several times")
  private List<String> javaOptions = new ArrayList<>();

  @Option(
      names = "--no-archive",
      description = "do not prepare the class archive, without which the kernel starts slower")
  private boolean noArchive;

  /** Installs the kernel and prints where. */
  @Override
  public Integer call() throws InstallFailure {
    JavaProgram program = JavaProgram.probe(java.toString(), javaOptions);
    Path folder = prefix.kernels().resolve(KernelSpec.ID);
    var installation =
        new Installation(kernelJar(), Libraries.jars(libraries), program, javaOptions);
    KernelSpec spec = installation.writeTo(folder);
    if (!noArchive) {
      makeArchive(new ClassArchive(spec, folder));
    }
    say("installed \"Java (Manabi)\" in " + folder);
    return 0;
  }

  private void makeArchive(ClassArchive archive) {
    say("preparing the class archive …");
    try {
      archive.make();
    } catch (InstallFailure e) {
      String warning = "warning: no class archive, the kernel will start slower: ";
      command.commandLine().getErr().println(warning + e.getMessage());
    }
  }

  private void say(String line) {
    command.commandLine().getOut().println(line);
    command.commandLine().getOut().flush();
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

package manabi.kernel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code uninstall}: removes what {@code install} wrote. */
@Command(
    name = "uninstall",
    description = "Removes the kernel from where install put it.",
    mixinStandardHelpOptions = true)
public final class UninstallCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @ArgGroup(multiplicity = "1")
  private Prefix prefix;

  /** Removes the kernel and prints from where. */
  @Override
  public Integer call() throws InstallFailure {
    Path folder = prefix.kernels().resolve(KernelSpec.ID);
    if (!Files.exists(folder)) {
      throw new InstallFailure("there is no kernel in " + folder);
    }
    try {
      Installation.delete(Installation.workspace(folder));
      Installation.delete(folder);
    } catch (IOException e) {
      throw new InstallFailure(
          "cannot remove " + folder + ": " + e.getClass().getSimpleName() + " " + e.getMessage(),
          e);
    }
    command.commandLine().getOut().println("removed \"Java (Manabi)\" from " + folder);
    return 0;
  }
}

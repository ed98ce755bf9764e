package manabi.kernel;

import manabi.kernel.install.InstallCommand;
import manabi.kernel.install.UninstallCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line of the standalone jar: installs the kernel for Jupyter and removes it. */
@Command(
    name = "java -jar manabi-kernel-standalone.jar",
    description = "A Java kernel for Jupyter.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.JarVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {InstallCommand.class, UninstallCommand.class})
public final class Main implements Runnable {
  @Spec private CommandSpec command;

  private Main() {}

  /** Runs a command and ends the process with 0, or 1 on failure, or 2 on wrong usage. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** Refuses a command line that names no command. */
  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        command.commandLine(), "name a command: install or uninstall");
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println("error: " + failure.getMessage());
              return CommandLine.ExitCode.SOFTWARE;
            });
  }

  static final class JarVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Manabi kernel " + Version.TEXT, "Java " + Runtime.version()};
    }
  }
}

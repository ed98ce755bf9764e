package manabi.kernel.install;

import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How Jupyter starts the kernel: the content of {@code kernel.json}.
 *
 * @param java the Java to start
 * @param options options for it, of the user's own
 * @param jars paths of jars inside the kernelspec's folder, with {@code /}
 * @param pathSeparator what stands between two entries of a class path on this system
 */
record KernelSpec(JavaProgram java, List<String> options, List<String> jars, String pathSeparator) {
  static final String ID = "manabi";
  static final String ARCHIVE = "classes.archive";
  private static final String MAIN_CLASS = "manabi.kernel.KernelProcess";

  String json() {
    String folder = "{resource_dir}";
    String archive = ArchiveKind.of(java).use(folder + "/" + ARCHIVE);
    Map<String, Object> spec = new TreeMap<>();
    spec.put("argv", command(folder, archive, "{connection_file}"));
    spec.put("display_name", "Java (Manabi)");
    spec.put("language", "java");
    spec.put("interrupt_mode", "message");
    // More arenas than this only keep memory that the JVM's threads have given back (glibc).
    spec.put("env", Map.of("MALLOC_ARENA_MAX", "2"));
    spec.put("metadata", Map.of("debugger", false));
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(spec) + "\n";
  }

  /**
   * Returns the command line that starts a kernel.
   *
   * @param folder where the kernelspec is; an archive is good for the class path it was made with,
   *     so the jars are named here exactly as Jupyter names them
   * @param archiveOption what to do with a class archive
   */
  List<String> command(String folder, String archiveOption, String connectionFile) {
    String classPath =
        jars.stream().map(jar -> folder + "/" + jar).collect(Collectors.joining(pathSeparator));
    List<String> command = new ArrayList<>(List.of(java.program()));
    command.addAll(JvmOptions.with(options));
    command.addAll(List.of(archiveOption, "-cp", classPath, MAIN_CLASS, connectionFile));
    return command;
  }
}

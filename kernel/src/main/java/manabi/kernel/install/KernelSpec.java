package manabi.kernel.install;

import com.google.gson.GsonBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How Jupyter starts the kernel: the content of {@code kernel.json}.
 *
 * @param java the Java to start
 * @param jars paths of jars inside the kernelspec's folder, with {@code /}
 * @param pathSeparator what stands between two entries of a class path on this system
 */
record KernelSpec(String java, List<String> jars, String pathSeparator) {
  static final String ID = "manabi";
  private static final String MAIN_CLASS = "manabi.kernel.KernelProcess";

  String json() {
    String classPath =
        jars.stream()
            .map(jar -> "{resource_dir}/" + jar)
            .collect(Collectors.joining(pathSeparator));
    List<String> argv =
        List.of(
            java,
            "--add-modules",
            "jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-Djdk.attach.allowAttachSelf=true",
            "-XX:+EnableDynamicAgentLoading",
            "-Djava.awt.headless=true",
            "-cp",
            classPath,
            MAIN_CLASS,
            "{connection_file}");
    Map<String, Object> spec = new TreeMap<>();
    spec.put("argv", argv);
    spec.put("display_name", "Java (Manabi)");
    spec.put("language", "java");
    spec.put("interrupt_mode", "message");
    spec.put("env", Map.of());
    spec.put("metadata", Map.of("debugger", false));
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(spec) + "\n";
  }
}

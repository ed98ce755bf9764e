package manabi.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class KernelSpecTest {
  private static KernelSpec spec(int feature, String... options) {
    JavaProgram java = new JavaProgram("/jdk/bin/java", feature);
    return new KernelSpec(java, List.of(options), List.of("k.jar", "lib/a.jar"), ";");
  }

  private static List<String> argv(KernelSpec spec) {
    JsonObject json = JsonParser.parseString(spec.json()).getAsJsonObject();
    return StreamSupport.stream(json.getAsJsonArray("argv").spliterator(), false)
        .map(JsonElement::getAsString)
        .toList();
  }

  @Test
  void startsTheKernelWithItsJars() {
    JsonObject json = JsonParser.parseString(spec(17).json()).getAsJsonObject();
    assertThat(json.get("display_name").getAsString()).isEqualTo("Java (Manabi)");
    assertThat(json.get("interrupt_mode").getAsString()).isEqualTo("message");
    assertThat(argv(spec(17)))
        .startsWith("/jdk/bin/java")
        .containsSequence("-cp", "{resource_dir}/k.jar;{resource_dir}/lib/a.jar")
        .endsWith("manabi.kernel.KernelProcess", "{connection_file}");
  }

  @Test
  void archiveIsOfTheKindThatTheJavaKnows() {
    assertThat(argv(spec(17))).contains("-XX:SharedArchiveFile={resource_dir}/classes.archive");
    assertThat(argv(spec(24))).contains("-XX:SharedArchiveFile={resource_dir}/classes.archive");
    assertThat(argv(spec(25))).contains("-XX:AOTCache={resource_dir}/classes.archive");
    // Of an older Java under the same path, which knows no such option.
    assertThat(argv(spec(25))).contains("-XX:+IgnoreUnrecognizedVMOptions");
  }

  @Test
  void ownOptionsComeAfterTheStandardOnes() {
    assertThat(argv(spec(17, "-Xms1g", "--enable-preview")))
        .containsSubsequence("-XX:MinHeapSize=24m", "-Xms1g", "--enable-preview", "-cp");
  }

  @Test
  void ownCollectorReplacesTheStandardOne() {
    assertThat(argv(spec(17))).contains("-XX:+UseSerialGC");
    assertThat(argv(spec(17, "-XX:+UseG1GC")))
        .contains("-XX:+UseG1GC")
        .doesNotContain("-XX:+UseSerialGC");
  }
}

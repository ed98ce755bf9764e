package manabi.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import manabi.kernel.TestJars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathFilesTest {
  @TempDir private Path folder;

  private List<String> classesIn(String packageName, Path jar) throws IOException {
    try (ClassPathFiles files = ClassPathFiles.ofThisJvm()) {
      files.setLocation(StandardLocation.CLASS_PATH, List.of(jar.toFile()));
      Set<JavaFileObject.Kind> kinds = Set.of(JavaFileObject.Kind.CLASS);
      var found = files.list(StandardLocation.CLASS_PATH, packageName, kinds, false);
      return StreamSupport.stream(found.spliterator(), false)
          .map(file -> files.inferBinaryName(StandardLocation.CLASS_PATH, file))
          .toList();
    }
  }

  @Test
  void packagesOfJarsAreFoundAndThoseThatNoCellCouldUseAreNot() throws IOException {
    Map<String, String> sources =
        Map.of("demo.Thing", "package demo; public class Thing {}", "Loose", "class Loose {}");
    Path jar = TestJars.make(folder.resolve("lib/demo.jar"), folder, sources, Map.of());
    assertThat(classesIn("demo", jar)).containsExactly("demo.Thing");
    assertThat(classesIn("", jar)).isEmpty();
  }
}

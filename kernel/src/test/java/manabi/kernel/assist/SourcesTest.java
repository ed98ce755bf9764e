package manabi.kernel.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  @TempDir Path folder;

  private Path archive(String name, Map<String, String> entries) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    try (OutputStream file = Files.newOutputStream(path);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return path;
  }

  private Sources sources() {
    return new Sources(folder.resolve("jdk"), folder.resolve("repository"));
  }

  @Test
  void readsTheSourcesOfTheJdk() throws IOException {
    archive("jdk/lib/src.zip", Map.of("java.base/java/lang/Foo.java", "class Foo {}"));
    assertThat(sources().ofJdk("java.base", "java.lang.Foo")).contains("class Foo {}");
    assertThat(sources().ofJdk("java.base", "java.lang.Bar")).isEmpty();
  }

  @Test
  void doesWithoutSources() throws IOException {
    Files.createDirectories(folder.resolve("jdk/lib"));
    Files.createSymbolicLink(folder.resolve("jdk/lib/src.zip"), folder.resolve("nowhere"));
    assertThat(sources().ofJdk("java.base", "java.lang.Foo")).isEmpty();
    assertThat(sources().ofJar(folder.resolve("none.jar"), "a.B")).isEmpty();
  }

  @Test
  void findsSourcesBesideAJar() throws IOException {
    Path jar = archive("tool.jar", Map.of("a/B.class", ""));
    archive("tool-sources.jar", Map.of("a/B.java", "class B {}"));
    assertThat(sources().ofJar(jar, "a.B")).contains("class B {}");
  }

  @Test
  void findsSourcesInTheMavenRepository() throws IOException {
    String artifact = "groupId=org.tools\nartifactId=tool\nversion=1.0\n";
    Path jar =
        archive("tool-1.0.jar", Map.of("META-INF/maven/org.tools/tool/pom.properties", artifact));
    archive("repository/org/tools/tool/1.0/tool-1.0-sources.jar", Map.of("a/B.java", "class B {}"));
    assertThat(sources().ofJar(jar, "a.B")).contains("class B {}");
  }
}

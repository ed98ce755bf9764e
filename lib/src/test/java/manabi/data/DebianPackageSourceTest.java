package manabi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebianPackageSourceTest {

  private static final byte[] CONTENT = {1, 2, 3};

  @TempDir private Path cache;
  private int downloads;

  @BeforeEach
  void needTheProgram() {
    assumeThatCode(() -> SystemCommand.require("dpkg-deb")).doesNotThrowAnyException();
  }

  @Test
  void unpacksThePackageOnce() {
    DataSet set = set(TestServer.md5(CONTENT));

    assertThat(source().find(set)).isEqualTo(cache.resolve("small"));
    assertThat(source().find(set)).isEqualTo(cache.resolve("small"));
    assertThat(cache.resolve("small/small.bin")).hasBinaryContent(CONTENT);
    assertThat(cache.resolve("small/unpack")).doesNotExist();
    assertThat(downloads).isEqualTo(1);
  }

  @Test
  void cleansUpAfterARunThatWasKilled() throws IOException {
    Files.createDirectories(cache.resolve("small/unpack/root"));
    Files.write(cache.resolve("small/unpack/half.deb"), CONTENT);

    source().find(set(TestServer.md5(CONTENT)));

    assertThat(cache.resolve("small/unpack")).doesNotExist();
  }

  @Test
  void refusesAnotherChecksumAndLeavesNothing() {
    assertThatThrownBy(() -> source().find(set("0123")))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith("must have the MD5 0123, has " + TestServer.md5(CONTENT));
    assertThat(cache.resolve("small/small.bin")).doesNotExist();
    assertThat(cache.resolve("small/unpack")).doesNotExist();
  }

  @Test
  void refusesASetWithoutAPackage() {
    assertThatThrownBy(() -> source().find(Imdb.FILES))
        .isInstanceOf(DataException.class)
        .hasMessage("there is none for this data set");
  }

  private DebianPackageSource source() {
    return new DebianPackageSource(cache, this::pack);
  }

  private static DataSet set(String md5) {
    DataFile file =
        new DataFile("small.bin", URI.create("http://data.invalid/small.bin"), Checksum.md5(md5));
    return new DataSet(
        "Small",
        "small",
        List.of(file),
        Optional.of(new DataSet.SystemPackage("dataset-small", Path.of("/usr/share/small"))));
  }

  /** Builds a package in place of downloading it. */
  private Path pack(String name, Path workspace) {
    downloads++;
    try {
      Path tree = workspace.resolve("tree");
      Path files = Files.createDirectories(tree.resolve("usr/share/small"));
      Files.write(files.resolve("small.bin"), CONTENT);
      Files.writeString(
          Files.createDirectories(tree.resolve("DEBIAN")).resolve("control"),
          "Package: %s\nVersion: 1\nArchitecture: all\nMaintainer: none\nDescription: test\n"
              .formatted(name));
      Path deb = workspace.resolve(name + ".deb");
      List<String> command = List.of("dpkg-deb", "-b", tree.toString(), deb.toString());
      SystemCommand.run(workspace, Duration.ofMinutes(1), command);
      return deb;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package manabi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import manabi.data.DataDirectory.StandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  private final TestServer server = new TestServer();
  private final DataSet set =
      new DataSet(
          "Two Files",
          "two",
          List.of(server.file("a.bin"), server.file("b.bin")),
          Optional.of(new DataSet.SystemPackage("dataset-two", Path.of("/no/such/folder"))));

  @TempDir private Path folder;

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void anExplicitFolderComesBeforeTheCache() throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"));
    putFiles(own);
    putFiles(folder.resolve("cache"));

    DataDirectory directory =
        DataDirectory.from(Map.of("MANABI_DATA", own.toString()), folder.resolve("cache"));

    assertThat(directory.find(set)).contains(own.resolve("two"));
  }

  @Test
  void theCacheHelpsWhereTheExplicitFolderLacksTheSet() throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"));
    Path cache = folder.resolve("cache");
    putFiles(cache);

    DataDirectory directory = DataDirectory.from(Map.of("MANABI_DATA", own.toString()), cache);

    assertThat(directory.find(set)).contains(cache.resolve("two"));
  }

  @Test
  void downloadsOnceIntoTheCache() {
    Path cache = folder.resolve("new").resolve("cache");
    DataDirectory directory = downloading(cache, StandIn.NEVER);

    assertThat(directory.find(set)).contains(cache.resolve("two"));
    assertThat(directory.find(set)).contains(cache.resolve("two"));
    assertThat(server.requests).hasSize(2);
    assertThat(cache.resolve("two/a.bin")).hasBinaryContent(server.content);
  }

  @Test
  void threadsThatNeedTheSameSetDownloadItOnce() {
    DataDirectory directory = downloading(folder, StandIn.NEVER);

    List<Optional<Path>> found =
        IntStream.range(0, 8).parallel().mapToObj(i -> directory.find(set)).toList();

    assertThat(found).hasSize(8).containsOnly(Optional.of(folder.resolve("two")));
    assertThat(server.requests).hasSize(2);
  }

  @Test
  void fetchesOnlyWhatIsMissing() throws IOException {
    putFiles(folder);
    Files.delete(folder.resolve("two/b.bin"));

    assertThat(downloading(folder, StandIn.NEVER).find(set)).isPresent();
    assertThat(server.requests).hasSize(1);
  }

  @Test
  void saysWhatItTriedAndWhatHelps() {
    server.status = 503;

    assertThatThrownBy(() -> downloading(folder, StandIn.NEVER).find(set))
        .isInstanceOf(DataException.class)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "Two Files was not found. Tried:",
                "  - installed package: /no/such/folder has no a.bin",
                "  - 127.0.0.1: " + server.address() + "/a.bin: HTTP status 503",
                "Ways to get it:",
                "  - with a network: run this again; it fetches " + server.address() + "/",
                "  - on Debian or Ubuntu: sudo apt-get install dataset-two",
                "  - from elsewhere: put a.bin, b.bin into a folder named two"
                    + " and set MANABI_DATA to the folder around it",
                "  - go on with made-up data: set MANABI_SAMPLE_DATA=1"));
  }

  @Test
  void fallsBackToStandInsOnlyWhenAllowed() {
    assertThat(downloading(folder, StandIn.FALLBACK).find(set)).isPresent();
    server.status = 503;
    assertThat(downloading(folder.resolve("other"), StandIn.FALLBACK).find(set)).isEmpty();
    assertThat(downloading(folder, StandIn.ALWAYS).find(set)).isEmpty();
  }

  @Test
  void anExplicitFolderAloneFetchesNothing() {
    assertThatThrownBy(() -> DataDirectory.of(folder).find(set))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(folder + ": " + folder.resolve("two") + " has no a.bin");
    assertThat(server.requests).isEmpty();
  }

  @Test
  void saysThatTheCacheCannotBeWritten() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> downloading(file, StandIn.NEVER).find(set))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(file.resolve("two") + " cannot be written to: ");
  }

  @Test
  void refusesSettingsThatMeanNothing() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> DataDirectory.from(Map.of("MANABI_DATA", missing.toString()), folder))
        .isInstanceOf(DataException.class)
        .hasMessage("MANABI_DATA must be a folder with data sets, was " + missing);
    assertThatThrownBy(() -> DataDirectory.of(missing))
        .isInstanceOf(DataException.class)
        .hasMessage("folder must be a folder with data sets, was " + missing);
    assertThatThrownBy(() -> DataDirectory.from(Map.of("MANABI_SAMPLE_DATA", "yes"), folder))
        .isInstanceOf(DataException.class)
        .hasMessage("MANABI_SAMPLE_DATA must be 1, fallback or 0, was yes");
  }

  @Test
  void sampleDataAreUsedWhenAskedFor() {
    DataDirectory directory = DataDirectory.from(Map.of("MANABI_SAMPLE_DATA", "1"), folder);

    assertThat(directory.find(set)).isEmpty();
  }

  private DataDirectory downloading(Path cache, StandIn standIn) {
    var download = new DownloadSource(cache, new Download(Duration.ofSeconds(20)));
    return new DataDirectory(List.of(new InstalledPackageSource(), download), standIn);
  }

  private void putFiles(Path directory) throws IOException {
    Path two = Files.createDirectories(directory.resolve("two"));
    Files.write(two.resolve("a.bin"), server.content);
    Files.write(two.resolve("b.bin"), server.content);
  }
}

package manabi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {

  private final TestServer server = new TestServer();
  private final DataFile file = server.file("data.bin");
  private final Download download = new Download(Duration.ofSeconds(20));

  @TempDir private Path folder;
  private Path target;
  private Path part;

  @BeforeEach
  void nameFiles() {
    target = folder.resolve("data.bin");
    part = folder.resolve("data.bin.part");
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void bringsTheWholeFileAndNothingElse() throws IOException {
    download.fetch(file, target);

    assertComplete();
    assertThat(server.requests).containsExactly("");
  }

  @Test
  void takesUpAConnectionThatWasCut() throws IOException {
    server.cutAfter = 100_000;

    download.fetch(file, target);

    assertComplete();
    assertThat(server.requests).hasSizeGreaterThan(2).startsWith("");
    // How much of a cut connection arrives is left to the network, but nothing is fetched twice.
    assertThat(server.requests.subList(1, server.requests.size()))
        .allMatch(range -> range.startsWith("bytes="))
        .isSortedAccordingTo(Comparator.comparingInt(DownloadTest::firstByte));
  }

  @Test
  void takesUpWhatAnEarlierRunLeft() throws IOException {
    Files.write(part, Arrays.copyOf(server.content, 123_456));

    download.fetch(file, target);

    assertComplete();
    assertThat(server.requests).containsExactly("bytes=123456-");
  }

  @Test
  void startsAgainWhereTheServerKnowsNoRanges() throws IOException {
    Files.write(part, new byte[123_456]);
    server.knowsRanges = false;

    download.fetch(file, target);

    assertComplete();
    assertThat(server.requests).hasSize(1);
  }

  @Test
  void startsAgainWhenThePartIsOfAnotherFile() throws IOException {
    Files.write(part, new byte[123_456]);

    download.fetch(file, target);

    assertComplete();
    assertThat(server.requests).containsExactly("bytes=123456-", "");
  }

  @Test
  void startsAgainWhenThePartIsTooLong() throws IOException {
    Files.write(part, new byte[server.content.length + 1]);

    download.fetch(file, target);

    assertComplete();
    assertThat(server.requests).containsExactly("bytes=300001-", "");
  }

  @Test
  void refusesAnotherChecksumAndLeavesNothing() throws IOException {
    DataFile other = new DataFile("data.bin", file.address(), Checksum.md5("0123"));

    assertThatThrownBy(() -> download.fetch(other, target))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "%s: %s must have the MD5 0123, has %s",
            file.address(), part, TestServer.md5(server.content));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void keepsThePartWhenTheServerGoesAway() throws IOException {
    server.cutAfter = 0;
    Files.write(part, Arrays.copyOf(server.content, 1_000));

    assertThatThrownBy(() -> download.fetch(file, target))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(file.address() + ": ");
    assertThat(target).doesNotExist();
    assertThat(part).hasSize(1_000);
    assertThat(server.requests).hasSize(3).containsOnly("bytes=1000-");
  }

  @Test
  void saysWhatTheServerAnswered() {
    server.status = 404;

    assertThatThrownBy(() -> download.fetch(file, target))
        .isInstanceOf(DataException.class)
        .hasMessage(file.address() + ": HTTP status 404");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesARangeItDidNotAskFor() throws IOException {
    Files.write(part, Arrays.copyOf(server.content, 1_000));
    server.contentRange = "bytes 7-%d";

    assertThatThrownBy(() -> download.fetch(file, target))
        .isInstanceOf(DataException.class)
        .hasMessage("%s: asked for bytes from 1000, got bytes 7-1000", file.address());
  }

  @Test
  void takesUpAConnectionThatFellSilent() throws IOException {
    server.cutAfter = 200_000;
    server.stalls = true;

    new Download(Duration.ofSeconds(1)).fetch(file, target);

    assertComplete();
    assertThat(server.requests).hasSizeGreaterThan(1).startsWith("");
  }

  @Test
  void givesUpWhenNothingArrives() {
    server.cutAfter = 0;
    server.stalls = true;
    var impatient = new Download(Duration.ofMillis(300));

    assertThatThrownBy(() -> impatient.fetch(file, target))
        .isInstanceOf(DataException.class)
        .hasMessage(file.address() + ": no answer in time");
    assertThat(target).doesNotExist();
  }

  @Test
  void saysThatAHostIsNotFound() {
    // RFC 2606 keeps this top-level domain free for ever.
    DataFile nowhere =
        new DataFile("data.bin", URI.create("http://data.invalid/data.bin"), file.checksum());

    assertThatThrownBy(() -> download.fetch(nowhere, target))
        .isInstanceOf(DataException.class)
        .hasMessage("http://data.invalid/data.bin: host not found");
  }

  @Test
  void saysThatTheFileCannotBeWritten() {
    Path nowhere = folder.resolve("missing").resolve("data.bin");

    assertThatThrownBy(() -> download.fetch(file, nowhere))
        .isInstanceOf(DataException.class)
        .hasMessage("%s.part cannot be written: no such file", nowhere);
  }

  @Test
  void stopsWhenItsThreadIsInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> download.fetch(file, target))
        .isInstanceOf(CancellationException.class)
        .hasMessage("the download of data.bin was interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  private static int firstByte(String range) {
    return Integer.parseInt(range.replaceAll("\\D", ""));
  }

  private void assertComplete() throws IOException {
    assertThat(target).hasBinaryContent(server.content);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }
}

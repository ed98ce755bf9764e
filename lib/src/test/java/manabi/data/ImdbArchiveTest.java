package manabi.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImdbArchiveTest {

  /** What tar fills its archives up to, the published one too. */
  private static final int TAR_BLOCK = 10_240;

  @TempDir private Path folder;
  private Path archive;
  private final Map<String, String> entries = new LinkedHashMap<>();

  @BeforeEach
  void fillArchive() {
    archive = folder.resolve("reviews.tar.gz");
    entries.put("aclImdb/README", "about");
    entries.put("aclImdb/test/neg/0_2.txt", "a bad film");
    entries.put("aclImdb/test/pos/0_9.txt", "an unseen good film");
    entries.put("aclImdb/train/pos/0_9.txt", "Good film, good cast.");
    entries.put("aclImdb/train/neg/0_1.txt", "A bad film!");
    entries.put("aclImdb/train/unsup/0_0.txt", "no label");
    entries.put("aclImdb/train/labeledBow.feat", "9 0:9");
  }

  @Test
  void readsTheLabelledReviewsOnly() throws IOException {
    ReviewSets reviews = read(1);

    assertThat(reviews.train()).extracting(Review::positive).containsExactly(false, true);
    assertThat(reviews.train().get(1).words()).containsExactly("good", "film", "good", "cast");
    assertThat(reviews.test()).hasSize(2);
  }

  @Test
  void theOrderInTheArchiveDoesNotMatter() throws IOException {
    entries.put("aclImdb/train/neg/10_1.txt", "ten");
    entries.put("aclImdb/train/neg/9_1.txt", "nine");
    entries.put("aclImdb/train/pos/1_8.txt", "one");
    entries.put("aclImdb/train/pos/2_8.txt", "two");
    entries.put("aclImdb/test/neg/1_1.txt", "");
    entries.put("aclImdb/test/neg/2_1.txt", "");
    entries.put("aclImdb/test/pos/1_8.txt", "");
    entries.put("aclImdb/test/pos/2_8.txt", "");

    assertThat(read(3).train()).extracting(Review::number).containsExactly(0, 9, 10, 0, 1, 2);
  }

  @Test
  void wordsOfTheTestReviewsAloneAreUnknown() throws IOException {
    Imdb imdb = Imdb.of(read(1), 9, false);

    assertThat(imdb.vocabulary().words()).containsExactly("film", "good", "a", "bad", "cast");
    assertThat(imdb.encode("an unseen good film")).containsExactly(1, 2, 2, 5, 4);
    assertThat(imdb.encode("")).containsExactly(1);
    assertThat(imdb.decode(0, 1, 2, 3, 8)).isEqualTo("<pad> <start> <unknown> <unused> cast");
  }

  @Test
  void wordsBeyondTheLimitAreUnknown() throws IOException {
    Imdb imdb = Imdb.of(read(1), 6, false);

    assertThat(imdb.encode("good film a bad cast")).containsExactly(1, 5, 4, 2, 2, 2);
    assertThatThrownBy(() -> imdb.decode(1, 6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("word numbers must be 0 to 5, one was 6");
  }

  @Test
  void aLimitAboveAllWordsKeepsThemAll() throws IOException {
    Imdb imdb = Imdb.of(read(1), Integer.MAX_VALUE, false);

    assertThat(imdb.encode("cast crew")).containsExactly(1, 8, 2);
    assertThatThrownBy(() -> imdb.decode(9)).hasMessage("word numbers must be 0 to 8, one was 9");
  }

  @Test
  void refusesAnotherNumberOfReviews() throws IOException {
    entries.remove("aclImdb/train/pos/0_9.txt");

    assertThatThrownBy(() -> read(1))
        .isInstanceOf(DataException.class)
        .hasMessage(archive + " must have 1 reviews in aclImdb/train/pos, has 0");
  }

  @Test
  void refusesAnArchiveCutInTheMiddle() throws IOException {
    write();
    byte[] bytes = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> ImdbArchive.read(archive, 1))
        .isInstanceOf(DataException.class)
        .hasMessage(archive + " cannot be read: it ends too early");
  }

  @Test
  void refusesAnArchiveWithAWrongChecksumAtItsEnd() throws IOException {
    write();
    byte[] bytes = Files.readAllBytes(archive);
    bytes[bytes.length - 8]++; // the first byte of gzip's CRC-32
    Files.write(archive, bytes);

    assertThatThrownBy(() -> ImdbArchive.read(archive, 1))
        .isInstanceOf(DataException.class)
        .hasMessage(
            archive + " cannot be read: it is not a sound gzip file (Corrupt GZIP trailer)");
  }

  @Test
  void refusesAnEmptyArchiveAndAFileThatIsNone() throws IOException {
    entries.clear();
    assertThatThrownBy(() -> read(1))
        .isInstanceOf(DataException.class)
        .hasMessage(archive + " must have 1 reviews in aclImdb/test/neg, has 0");

    Files.writeString(archive, "<html>");
    assertThatThrownBy(() -> ImdbArchive.read(archive, 1))
        .isInstanceOf(DataException.class)
        .hasMessage(archive + " cannot be read: it is not a sound gzip file (Not in GZIP format)");

    Files.write(archive, new byte[0]);
    assertThatThrownBy(() -> ImdbArchive.read(archive, 1))
        .isInstanceOf(DataException.class)
        .hasMessage(archive + " cannot be read: it ends too early");
  }

  @Test
  void refusesALimitWithoutRoomForWords() {
    assertThatThrownBy(() -> Imdb.load(DataDirectory.ofStandIns(), 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxFeatures must be more than 4, was 4");
  }

  private ReviewSets read(int countPerFolder) throws IOException {
    write();
    return ImdbArchive.read(archive, countPerFolder);
  }

  private void write() throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(archive));
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out, TAR_BLOCK)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        byte[] text = entry.getValue().getBytes(UTF_8);
        TarArchiveEntry header = new TarArchiveEntry(entry.getKey());
        header.setSize(text.length);
        tar.putArchiveEntry(header);
        tar.write(text);
        tar.closeArchiveEntry();
      }
    }
  }
}

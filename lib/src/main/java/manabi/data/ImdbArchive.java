package manabi.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import manabi.text.Tokenizer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads the reviews out of the archive, with or without its unlabelled part. */
final class ImdbArchive {

  private static final Pattern REVIEW =
      Pattern.compile("(?:\\./)?aclImdb/(train|test)/(neg|pos)/(\\d+)_\\d+\\.txt");

  private final Path path;
  private final Map<String, List<Review>> folders = new TreeMap<>();

  /** One object for each word, however often it occurs. */
  private final Map<String, String> words = new HashMap<>();

  private ImdbArchive(Path path) {
    this.path = path;
    for (String folder : List.of("test/neg", "test/pos", "train/neg", "train/pos")) {
      folders.put(folder, new ArrayList<>());
    }
  }

  /**
   * Reads all labelled reviews.
   *
   * @param countPerFolder how many there must be of each kind
   * @throws DataException if the archive cannot be read, or has another number of them
   */
  static ReviewSets read(Path path, int countPerFolder) {
    ImdbArchive archive = new ImdbArchive(path);
    archive.readEntries();
    archive.folders.forEach(
        (folder, reviews) -> {
          if (reviews.size() != countPerFolder) {
            throw new DataException(
                "%s must have %d reviews in aclImdb/%s, has %d"
                    .formatted(path, countPerFolder, folder, reviews.size()));
          }
        });
    return new ReviewSets(archive.both("train"), archive.both("test"));
  }

  private List<Review> both(String set) {
    List<Review> both = new ArrayList<>(folders.get(set + "/neg"));
    both.addAll(folders.get(set + "/pos"));
    return both;
  }

  private void readEntries() {
    try (InputStream raw = Files.newInputStream(path);
        InputStream unpacked = new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16);
        TarArchiveInputStream tar = new TarArchiveInputStream(unpacked, UTF_8.name())) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Matcher name = REVIEW.matcher(entry.getName());
        if (name.matches()) {
          add(name, new String(tar.readAllBytes(), UTF_8));
        }
      }
      unpacked.transferTo(OutputStream.nullOutputStream()); // gzip's checksum comes last
    } catch (IOException e) {
      throw new DataException(path + " cannot be read: " + Failures.reason(e), e);
    }
  }

  private void add(Matcher name, String text) {
    List<String> shared =
        Tokenizer.tokenize(text).stream().map(word -> words.computeIfAbsent(word, w -> w)).toList();
    boolean positive = name.group(2).equals("pos");
    folders
        .get(name.group(1) + "/" + name.group(2))
        .add(new Review(Integer.parseInt(name.group(3)), positive, shared));
  }
}

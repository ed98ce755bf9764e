package manabi.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.github.spencerpark.jupyter.kernel.history.HistoryEntry;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The cells of all sessions on disk: a file with one line of JSON for each cell and for each start
 * of a session. Several kernels may append at once; a line that cannot be read is passed over.
 */
final class HistoryFile {
  private static final Gson GSON = new Gson();
  private static final int LOCK_ATTEMPTS = 100;
  private static final int LOCK_MILLIS = 20;

  /** A line: a cell, or without {@code code} the start of a session. */
  private record Line(Integer session, int cell, String code) {}

  private final Path file;
  private final int maxEntries;
  private int appended;

  /**
   * Names the file, which need not exist.
   *
   * @param maxEntries how many cells are kept, the latest ones
   */
  HistoryFile(Path file, int maxEntries) {
    this.file = file;
    this.maxEntries = maxEntries;
  }

  /**
   * Begins a session whose number no other has. The first cell waits for none of the earlier ones,
   * so they are not looked at.
   *
   * @return its number
   */
  int begin() throws IOException {
    return locked(
        () -> {
          String text = text();
          List<String> lines = text.lines().toList();
          trim(lines);
          int number = latestSession(lines) + 1;
          // A kernel that was killed while it wrote has left a line without its end.
          String gap = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
          write(gap + json(new Line(number, 0, null)));
          return number;
        });
  }

  /** Returns the highest number: the latest start has it, or a cell below that. */
  private static int latestSession(List<String> lines) {
    int latest = 0;
    for (int i = lines.size() - 1; i >= 0; i--) {
      Optional<Line> line = parse(lines.get(i));
      latest = Math.max(latest, line.map(Line::session).orElse(0));
      if (line.isPresent() && line.get().code() == null) {
        return latest;
      }
    }
    return latest;
  }

  /** Returns the cells of the sessions that began before one, the oldest first. */
  List<HistoryEntry> before(int session) throws IOException {
    return locked(this::text)
        .lines()
        .map(HistoryFile::parse)
        .flatMap(Optional::stream)
        .filter(line -> line.code() != null && line.session() < session)
        .map(line -> new HistoryEntry(line.session(), line.cell(), line.code()))
        .toList();
  }

  /** Adds a cell. */
  void append(HistoryEntry entry) throws IOException {
    locked(
        () -> {
          write(json(new Line(entry.getSession(), entry.getCellNumber(), entry.getInput())));
          appended++;
          if (appended > maxEntries / 10) {
            trim(text().lines().toList());
          }
          return appended;
        });
  }

  /** Leaves the latest cells in the file once there are a tenth too many of them. */
  private void trim(List<String> lines) throws IOException {
    appended = 0;
    if (lines.size() > maxEntries + maxEntries / 10) {
      Path part = file.resolveSibling(file.getFileName() + ".part");
      Files.write(part, lines.subList(lines.size() - maxEntries, lines.size()));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private String text() throws IOException {
    return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
  }

  private static Optional<Line> parse(String json) {
    try {
      return Optional.ofNullable(GSON.fromJson(json, Line.class))
          .filter(line -> Objects.nonNull(line.session()));
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  private static String json(Line line) {
    return GSON.toJson(line) + "\n";
  }

  private void write(String lines) throws IOException {
    Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @FunctionalInterface
  private interface Action<T> {
    T run() throws IOException;
  }

  private <T> T locked(Action<T> action) throws IOException {
    Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (FileChannel channel =
        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      awaitLock(channel); // Until the channel is closed.
      return action.run();
    }
  }

  private static void awaitLock(FileChannel channel) throws IOException {
    for (int attempt = 0; attempt < LOCK_ATTEMPTS; attempt++) {
      try {
        if (isLocked(channel)) {
          return;
        }
        Thread.sleep(LOCK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
    throw new IOException("another kernel keeps the history locked");
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // Another history in this JVM has it.
    }
  }
}

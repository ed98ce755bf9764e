package manabi.kernel;

import io.github.spencerpark.jupyter.kernel.history.HistoryEntry;
import io.github.spencerpark.jupyter.kernel.history.HistoryManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * The latest {@value #MAX_ENTRIES} cells of this session and those before it. A thread of its own
 * writes them to disk, so that no cell waits for that.
 */
final class History implements HistoryManager {
  static final int MAX_ENTRIES = 10_000;

  private static final Logger LOG = Logger.getLogger(History.class.getName());
  private static final int MAX_CODE = 1 << 17;
  private static final int CLOSE_MILLIS = 500;

  private final HistoryFile file;
  private final ExecutorService disk = Executors.newSingleThreadExecutor(History::thread);
  private final List<HistoryEntry> entries = new ArrayList<>();
  private int session;
  private boolean hasEarlier;
  private boolean isOnDisk = true;

  History(HistoryFile file) {
    this.file = file;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "kernel history");
    thread.setDaemon(true);
    return thread;
  }

  /** Adds a cell, unless it is so long that nobody wants it back. */
  void add(int cellNumber, String code) {
    if (code.length() <= MAX_CODE) {
      disk.execute(() -> remember(cellNumber, code));
    }
  }

  private void remember(int cellNumber, String code) {
    begin();
    HistoryEntry entry = new HistoryEntry(session, cellNumber, code);
    entries.add(entry);
    leaveLatest();
    onDisk(() -> file.append(entry));
  }

  private void begin() {
    if (session == 0) {
      session = 1;
      onDisk(() -> session = file.begin());
    }
  }

  /** Reads the cells of earlier sessions, once somebody asks. */
  private void readEarlier() {
    if (!hasEarlier) {
      hasEarlier = true;
      onDisk(() -> entries.addAll(0, file.before(session)));
      leaveLatest();
    }
  }

  private void leaveLatest() {
    int surplus = Math.max(0, entries.size() - MAX_ENTRIES);
    entries.subList(0, surplus).clear();
  }

  @FunctionalInterface
  private interface DiskWork {
    void run() throws IOException;
  }

  private void onDisk(DiskWork work) {
    if (isOnDisk) {
      try {
        work.run();
      } catch (IOException | RuntimeException e) {
        isOnDisk = false;
        LOG.log(Level.WARNING, "the history of this session is not kept on disk", e);
      }
    }
  }

  private List<HistoryEntry> ask(Callable<List<HistoryEntry>> question) {
    try {
      return disk.submit(
              () -> {
                begin();
                readEarlier();
                return question.call();
              })
          .get();
    } catch (ExecutionException e) {
      throw new IllegalArgumentException("history: " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Writes what is not on disk yet. */
  void close() {
    disk.shutdown();
    try {
      if (!disk.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.warning("the latest cells are not in the history");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public List<HistoryEntry> lookupTail(int length, Set<ResultFlag> flags) {
    return ask(() -> tail(entries, length, flags));
  }

  /**
   * Returns the cells of one session.
   *
   * @param wanted its number, or 0 for this session, -1 for the one before it and so on
   */
  @Override
  public List<HistoryEntry> lookupRange(int wanted, int start, int end, Set<ResultFlag> flags) {
    return ask(
        () -> {
          int number = wanted > 0 ? wanted : session + wanted;
          List<HistoryEntry> range =
              entries.stream()
                  .filter(entry -> entry.getSession() == number)
                  .filter(entry -> entry.getCellNumber() >= start)
                  .filter(entry -> end <= 0 || entry.getCellNumber() < end)
                  .toList();
          return tail(range, range.size(), flags);
        });
  }

  @Override
  public List<HistoryEntry> search(String pattern, int length, Set<ResultFlag> flags) {
    Pattern glob = Pattern.compile(regex(pattern == null ? "*" : pattern), Pattern.DOTALL);
    return ask(
        () -> {
          List<HistoryEntry> found =
              entries.stream().filter(entry -> glob.matcher(entry.getInput()).matches()).toList();
          return tail(flags.contains(ResultFlag.UNIQUE) ? unique(found) : found, length, flags);
        });
  }

  /** Returns the last entry of each input. */
  private static List<HistoryEntry> unique(List<HistoryEntry> found) {
    Map<String, HistoryEntry> byInput = new LinkedHashMap<>();
    for (HistoryEntry entry : found) {
      byInput.remove(entry.getInput());
      byInput.put(entry.getInput(), entry);
    }
    return List.copyOf(byInput.values());
  }

  private static List<HistoryEntry> tail(
      List<HistoryEntry> entries, int length, Set<ResultFlag> flags) {
    int from = length <= 0 ? 0 : Math.max(0, entries.size() - length);
    return entries.subList(from, entries.size()).stream()
        .map(entry -> flags.contains(ResultFlag.INCLUDE_OUTPUT) ? withOutput(entry) : entry)
        .toList();
  }

  /** Returns the entry with an empty output: outputs are not kept. */
  private static HistoryEntry withOutput(HistoryEntry entry) {
    return new HistoryEntry(entry.getSession(), entry.getCellNumber(), entry.getInput(), "");
  }

  /** Returns the regular expression of a glob with {@code *}, {@code ?} and {@code []}. */
  private static String regex(String glob) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      int close = c == '[' ? glob.indexOf(']', i + 2) : -1;
      if (close > 0) {
        regex.append(glob, i, close + 1);
        i = close;
      } else {
        regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
      }
    }
    return regex.toString();
  }
}

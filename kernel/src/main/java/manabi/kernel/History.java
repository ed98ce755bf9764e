package manabi.kernel;

import io.github.spencerpark.jupyter.kernel.history.HistoryEntry;
import io.github.spencerpark.jupyter.kernel.history.HistoryManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The cells of this session, the latest {@value #MAX_ENTRIES} of them. */
final class History implements HistoryManager {
  private static final int MAX_ENTRIES = 10_000;
  private static final int SESSION = 1;

  private final List<HistoryEntry> entries = new ArrayList<>();

  synchronized void add(int cellNumber, String code) {
    if (entries.size() == MAX_ENTRIES) {
      entries.remove(0);
    }
    entries.add(new HistoryEntry(SESSION, cellNumber, code));
  }

  @Override
  public synchronized List<HistoryEntry> lookupTail(int length, Set<ResultFlag> flags) {
    return tail(entries, length, flags);
  }

  @Override
  public synchronized List<HistoryEntry> lookupRange(
      int session, int start, int end, Set<ResultFlag> flags) {
    boolean isThisSession = session == 0 || session == SESSION;
    List<HistoryEntry> range =
        entries.stream()
            .filter(entry -> isThisSession && entry.getCellNumber() >= start)
            .filter(entry -> end <= 0 || entry.getCellNumber() < end)
            .toList();
    return tail(range, range.size(), flags);
  }

  @Override
  public synchronized List<HistoryEntry> search(String pattern, int length, Set<ResultFlag> flags) {
    Pattern glob = Pattern.compile(regex(pattern), Pattern.DOTALL);
    List<HistoryEntry> found =
        entries.stream().filter(entry -> glob.matcher(entry.getInput()).matches()).toList();
    return tail(flags.contains(ResultFlag.UNIQUE) ? unique(found) : found, length, flags);
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

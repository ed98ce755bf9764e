package manabi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.jupyter.kernel.history.HistoryEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("new").resolve("history.jsonl");
  }

  private HistoryFile open(int maxEntries) {
    return new HistoryFile(file, maxEntries);
  }

  private List<HistoryEntry> all() throws IOException {
    return open(10).before(Integer.MAX_VALUE);
  }

  private List<String> codes() throws IOException {
    return all().stream().map(HistoryEntry::getInput).toList();
  }

  @Test
  void cellsOfEarlierSessionsAreReadWithTheirNumbers() throws IOException {
    HistoryFile first = open(10);
    assertThat(first.begin()).isEqualTo(1);
    assertThat(first.before(1)).isEmpty();
    first.append(new HistoryEntry(1, 4, "line\n\"学\""));
    HistoryFile second = open(10);
    assertThat(second.begin()).isEqualTo(2);
    second.append(new HistoryEntry(2, 1, "its own"));
    assertThat(second.before(2)).hasSize(1);
    HistoryEntry earlier = second.before(2).get(0);
    assertThat(List.of(earlier.getSession(), earlier.getCellNumber())).containsExactly(1, 4);
    assertThat(earlier.getInput()).isEqualTo("line\n\"学\"");
  }

  @Test
  void anOlderSessionThatGoesOnDoesNotTakeANumberTwice() throws IOException {
    HistoryFile first = open(10);
    int old = first.begin();
    assertThat(open(10).begin()).isEqualTo(2);
    first.append(new HistoryEntry(old, 1, "late"));
    assertThat(open(10).begin()).isEqualTo(3);
  }

  @Test
  void aFileWithoutAStartIsSearchedForTheHighestNumber() throws IOException {
    HistoryFile history = open(10);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    history.append(new HistoryEntry(7, 1, "a"));
    history.append(new HistoryEntry(3, 1, "b"));
    assertThat(history.begin()).isEqualTo(8);
  }

  @Test
  void theLatestCellsAreLeftWhenThereAreTooMany() throws IOException {
    HistoryFile history = open(10);
    int session = history.begin();
    for (int i = 0; i < 100; i++) {
      history.append(new HistoryEntry(session, i, "cell " + i));
      assertThat(Files.readAllLines(file)).hasSizeLessThan(15);
    }
    assertThat(codes()).endsWith("cell 98", "cell 99").hasSizeBetween(9, 13);
  }

  @Test
  void aHalfWrittenLineCostsThatLineOnly() throws IOException {
    open(10).begin();
    Files.writeString(file, "{\"session\":1,\"cell\":1,\"co", StandardOpenOption.APPEND);
    HistoryFile next = open(10);
    next.append(new HistoryEntry(next.begin(), 1, "whole"));
    assertThat(codes()).containsExactly("whole");
  }

  @Test
  void sessionsThatBeginAtOnceHaveDifferentNumbersAndLoseNothing() throws Exception {
    int sessions = 4;
    int cells = 10;
    ExecutorService threads = Executors.newFixedThreadPool(sessions);
    Callable<Integer> kernel =
        () -> {
          HistoryFile history = open(1_000);
          int session = history.begin();
          for (int i = 0; i < cells; i++) {
            history.append(new HistoryEntry(session, i, "x"));
          }
          return session;
        };
    List<Callable<Integer>> kernels = List.of(kernel, kernel, kernel, kernel);
    List<Integer> numbers = new ArrayList<>();
    for (Future<Integer> number : threads.invokeAll(kernels)) {
      numbers.add(number.get());
    }
    threads.shutdown();
    assertThat(numbers).doesNotHaveDuplicates();
    assertThat(all()).hasSize(sessions * cells);
  }
}

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

  private static List<String> codes(HistoryFile.Session session) {
    return session.earlier().stream().map(HistoryEntry::getInput).toList();
  }

  @Test
  void cellsOfEarlierSessionsAreReadWithTheirNumbers() throws IOException {
    HistoryFile first = open(10);
    assertThat(first.begin()).isEqualTo(new HistoryFile.Session(1, List.of()));
    first.append(new HistoryEntry(1, 4, "line\n\"学\""));
    HistoryFile.Session second = open(10).begin();
    assertThat(second.number()).isEqualTo(2);
    assertThat(codes(second)).containsExactly("line\n\"学\"");
    assertThat(second.earlier().get(0).getCellNumber()).isEqualTo(4);
  }

  @Test
  void theLatestCellsAreLeftWhenThereAreTooMany() throws IOException {
    HistoryFile history = open(10);
    int session = history.begin().number();
    for (int i = 0; i < 100; i++) {
      history.append(new HistoryEntry(session, i, "cell " + i));
      assertThat(Files.readAllLines(file)).hasSizeLessThan(15);
    }
    List<String> kept = codes(open(10).begin());
    assertThat(kept).endsWith("cell 98", "cell 99").hasSizeBetween(9, 13);
  }

  @Test
  void aHalfWrittenLineCostsThatLineOnly() throws IOException {
    open(10).begin();
    Files.writeString(file, "{\"session\":1,\"cell\":1,\"co", StandardOpenOption.APPEND);
    HistoryFile next = open(10);
    next.append(new HistoryEntry(next.begin().number(), 1, "whole"));
    assertThat(codes(open(10).begin())).containsExactly("whole");
  }

  @Test
  void sessionsThatBeginAtOnceHaveDifferentNumbersAndLoseNothing() throws Exception {
    int sessions = 4;
    int cells = 10;
    ExecutorService threads = Executors.newFixedThreadPool(sessions);
    Callable<Integer> kernel =
        () -> {
          HistoryFile history = open(1_000);
          int session = history.begin().number();
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
    assertThat(open(1_000).begin().earlier()).hasSize(sessions * cells);
  }
}

package manabi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.jupyter.kernel.history.HistoryEntry;
import io.github.spencerpark.jupyter.kernel.history.HistoryManager.ResultFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  @TempDir private Path folder;
  private History history;

  @BeforeEach
  void fill() {
    history = history(folder.resolve("history.jsonl"));
    history.add(1, "int a = 1;");
    history.add(2, "print(a)");
    history.add(3, "int a = 1;");
  }

  private static History history(Path file) {
    return new History(new HistoryFile(file, History.MAX_ENTRIES));
  }

  private static List<Integer> numbers(List<HistoryEntry> entries) {
    return entries.stream().map(HistoryEntry::getCellNumber).toList();
  }

  @Test
  void tailIsTheLatest() {
    assertThat(numbers(history.lookupTail(2, Set.of()))).containsExactly(2, 3);
  }

  @Test
  void rangeExcludesItsEnd() {
    assertThat(numbers(history.lookupRange(0, 1, 3, Set.of()))).containsExactly(1, 2);
    assertThat(history.lookupRange(-1, 1, 3, Set.of())).isEmpty();
  }

  @Test
  void searchTakesGlobs() {
    assertThat(numbers(history.search("int*", 9, Set.of()))).containsExactly(1, 3);
    assertThat(numbers(history.search("print(?)", 9, Set.of()))).containsExactly(2);
    assertThat(numbers(history.search("[hip]*", 1, Set.of()))).containsExactly(3);
  }

  @Test
  void uniqueKeepsTheLatest() {
    assertThat(numbers(history.search("*", 9, Set.of(ResultFlag.UNIQUE)))).containsExactly(2, 3);
  }

  @Test
  void earlierSessionsAreCountedBack() {
    history.close();
    History next = history(folder.resolve("history.jsonl"));
    next.add(1, "next");
    assertThat(numbers(next.lookupRange(-1, 2, 9, Set.of()))).containsExactly(2, 3);
    assertThat(numbers(next.lookupRange(1, 2, 9, Set.of()))).containsExactly(2, 3);
    assertThat(numbers(next.lookupRange(0, 0, 0, Set.of()))).containsExactly(1);
  }

  @Test
  void veryLongCellsAreNotKept() {
    history.add(4, "x".repeat(1_000_000));
    assertThat(numbers(history.lookupTail(1, Set.of()))).containsExactly(3);
  }

  @Test
  void aFileThatCannotBeWrittenLeavesTheSession() throws IOException {
    Path noFolder = Files.writeString(folder.resolve("file"), "");
    History inMemory = history(noFolder.resolve("history.jsonl"));
    inMemory.add(1, "a");
    assertThat(numbers(inMemory.lookupTail(9, Set.of()))).containsExactly(1);
  }
}

package manabi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.jupyter.kernel.history.HistoryEntry;
import io.github.spencerpark.jupyter.kernel.history.HistoryManager.ResultFlag;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private final History history = new History();

  @BeforeEach
  void fill() {
    history.add(1, "int a = 1;");
    history.add(2, "print(a)");
    history.add(3, "int a = 1;");
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
}

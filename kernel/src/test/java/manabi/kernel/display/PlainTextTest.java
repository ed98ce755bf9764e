package manabi.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PlainTextTest {

  @Test
  void stringsAreShownAsTheyAre() {
    assertThat(PlainText.of("a\n\"b\"")).isEqualTo("a\n\"b\"");
  }

  @Test
  void arraysShowTheirElements() {
    assertThat(PlainText.of(new double[] {1, 2.5})).isEqualTo("[1.0, 2.5]");
    assertThat(PlainText.of(new int[][] {{1, 2}, {3}})).isEqualTo("[[1, 2],\n [3]]");
    assertThat(PlainText.of(new int[][][] {{{1}, {2}}, {{3}}}))
        .isEqualTo("[[[1],\n  [2]],\n [[3]]]");
    assertThat(PlainText.of(new Object[] {null, "x", new char[] {'c'}}))
        .isEqualTo("[null, x, [c]]");
  }

  @Test
  void arraysInsideOfContainersShowTheirElements() {
    assertThat(PlainText.of(List.of(new int[] {1}, Map.of("k", new int[] {2}))))
        .isEqualTo("[[1], {k=[2]}]");
    assertThat(PlainText.of(Optional.of(new int[] {1}))).isEqualTo("Optional[[1]]");
  }

  @Test
  void longTextsAreCutBetweenCharacters() {
    assertThat(PlainText.of("x".repeat(30_000)))
        .isEqualTo("x".repeat(20_000) + "… (30000 characters)");
    assertThat(PlainText.of("x" + "😀".repeat(30), 2)).isEqualTo("x… (61 characters)");
  }

  @Test
  void ofManyElementsOnlyTheFirstAreAskedFor() {
    AtomicInteger asked = new AtomicInteger();
    List<Integer> many =
        new AbstractList<>() {
          @Override
          public Integer get(int index) {
            return asked.getAndIncrement();
          }

          @Override
          public int size() {
            return 10_000_000;
          }
        };
    assertThat(PlainText.of(many)).startsWith("[0, 1, 2, ").endsWith(", 999, … 9999000 more]");
    assertThat(asked).hasValue(1_000);
    assertThat(PlainText.of(many, 20)).isEqualTo("[1000, 1001, 1002, 1003, … 9999996 more]");
  }

  @Test
  void whatContainsItselfComesToAnEnd() {
    List<Object> list = new ArrayList<>();
    Map<String, Object> map = new LinkedHashMap<>();
    list.add(map);
    map.put("list", list);
    Object[] array = {1, null};
    array[1] = array;
    assertThat(PlainText.of(list)).isEqualTo("[{list=(cycle)}]");
    assertThat(PlainText.of(array)).isEqualTo("[1, (cycle)]");
  }

  @Test
  void whatIsThereTwiceIsNoCycle() {
    List<Integer> twice = List.of(1);
    assertThat(PlainText.of(List.of(twice, twice))).isEqualTo("[[1], [1]]");
  }

  @Test
  void deepNestingIsCut() {
    Object nested = "core";
    for (int i = 0; i < 100_000; i++) {
      nested = List.of(nested);
    }
    assertThat(PlainText.of(nested)).isEqualTo("[".repeat(20) + "…" + "]".repeat(20));
  }

  @Test
  void ownTextOfACollectionWins() {
    List<Integer> own =
        new AbstractList<>() {
          @Override
          public Integer get(int index) {
            throw new AssertionError("not asked");
          }

          @Override
          public int size() {
            return 1;
          }

          @Override
          public String toString() {
            return "own";
          }
        };
    assertThat(PlainText.of(List.of(own))).isEqualTo("[own]");
  }

  @Test
  @SuppressWarnings("ToStringReturnsNull") // Readers' classes do.
  void missingTextIsNull() {
    Object silent =
        new Object() {
          @Override
          public String toString() {
            return null;
          }
        };
    assertThat(PlainText.of(List.of(silent))).isEqualTo("[null]");
  }

  @Test
  void changesWhileShownAreSaid() {
    List<Object> list = new ArrayList<>();
    list.add(
        new Object() {
          @Override
          public String toString() {
            list.add(1);
            return "grows";
          }
        });
    assertThat(PlainText.of(list)).isEqualTo("[grows, … (changed while it was shown)]");
  }

  @Test
  void failureOfAnElementIsThrown() {
    List<Integer> failing =
        new AbstractList<>() {
          @Override
          public Integer get(int index) {
            throw new IllegalStateException("lazily");
          }

          @Override
          public int size() {
            return 3;
          }
        };
    assertThatThrownBy(() -> PlainText.of(Collections.unmodifiableList(failing)))
        .hasMessage("lazily");
  }
}

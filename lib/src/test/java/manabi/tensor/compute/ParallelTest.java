package manabi.tensor.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds for any number of threads, one too. */
class ParallelTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64, 1001})
  void everyItemIsDoneOnceInPartsOfTheirOwn(int items) {
    AtomicIntegerArray done = new AtomicIntegerArray(items);
    Set<Integer> parts = ConcurrentHashMap.newKeySet();
    Parallel.run(
        items,
        (part, from, to) -> {
          assertThat(parts.add(part)).isTrue();
          for (int i = from; i < to; i++) {
            done.incrementAndGet(i);
          }
        });
    assertThat(parts).hasSize(Parallel.parts(items)).allMatch(part -> part < parts.size());
    for (int i = 0; i < items; i++) {
      assertThat(done.get(i)).isEqualTo(1);
    }
  }

  @Test
  void thereAreNoMorePartsThanItems() {
    assertThat(Parallel.parts(0)).isEqualTo(1);
    assertThat(Parallel.parts(1)).isEqualTo(1);
  }

  @Test
  void threadsHaveOnePartEachOfFewItemsAndTwoOfMany() {
    int threads = Parallel.threads();
    assertThat(Parallel.parts(64 * threads - 1)).isEqualTo(threads);
    assertThat(Parallel.parts(64 * threads)).isEqualTo(threads == 1 ? 1 : 2 * threads);
  }

  @Test
  void workInsideWorkRunsInOnePartOnItsThread() {
    AtomicInteger inner = new AtomicInteger();
    Parallel.run(
        Parallel.threads(),
        (part, from, to) -> {
          assertThat(Parallel.threads() == 1 || Parallel.parts(64) == 1).isTrue();
          Thread outer = Thread.currentThread();
          if (Parallel.threads() > 1) {
            Parallel.run(64, (p, first, last) -> inner.addAndGet(same(outer, first, last)));
          } else {
            inner.addAndGet(64);
          }
        });
    assertThat(inner).hasValue(64 * Parallel.threads());
    assertThat(Parallel.parts(Parallel.threads())).isEqualTo(Parallel.threads());
  }

  private static int same(Thread expected, int first, int last) {
    assertThat(Thread.currentThread()).isSameAs(expected);
    assertThat(first).isZero();
    return last;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void failureReachesTheCallerAfterAllPartsHaveEnded(boolean firstPartFails) {
    AtomicInteger ended = new AtomicInteger();
    int failing = firstPartFails ? 0 : Parallel.parts(1000) - 1;
    assertThatThrownBy(
            () ->
                Parallel.run(
                    1000,
                    (part, from, to) -> {
                      if (part == failing) {
                        throw new IllegalArgumentException("part " + part);
                      }
                      LockSupport.parkNanos(50_000_000);
                      ended.incrementAndGet();
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("part " + failing);
    assertThat(ended).hasValue(Parallel.parts(1000) - 1);
  }

  @Test
  void errorOfAPartReachesTheCaller() {
    int last = Parallel.parts(1000) - 1;
    assertThatThrownBy(
            () ->
                Parallel.run(
                    1000,
                    (part, from, to) -> {
                      if (part == last) {
                        throw new StackOverflowError("deep");
                      }
                    }))
        .satisfiesAnyOf(
            error -> assertThat(error).isInstanceOf(StackOverflowError.class),
            error -> assertThat(error).hasRootCauseInstanceOf(StackOverflowError.class));
  }

  /** Part 0 sees the interrupt before its thread waits for the others, the last one meanwhile. */
  @Test
  void everyPartSeesAnInterruptOfTheCaller() {
    AtomicInteger ended = new AtomicInteger();
    Thread caller = Thread.currentThread();
    assertThatThrownBy(
            () ->
                Parallel.run(
                    1000,
                    (part, from, to) -> {
                      caller.interrupt();
                      if (part > 0) {
                        LockSupport.parkNanos(50_000_000);
                      }
                      ended.incrementAndGet();
                      Parallel.checkInterrupt();
                      ended.addAndGet(1000);
                    }))
        .isInstanceOf(CancellationException.class)
        .hasMessage("interrupted in the middle of an operation");
    assertThat(ended).hasValue(Parallel.parts(1000));
    assertThat(Thread.interrupted()).isTrue();
    Parallel.checkInterrupt();
  }

  @Test
  void interruptIsKeptForTheCallerAndTheWorkIsDone() {
    AtomicInteger done = new AtomicInteger();
    Thread.currentThread().interrupt();
    try {
      Parallel.run(
          1000,
          (part, from, to) -> {
            if (part > 0) {
              LockSupport.parkNanos(50_000_000);
            }
            done.addAndGet(to - from);
          });
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(done).hasValue(1000);
  }
}

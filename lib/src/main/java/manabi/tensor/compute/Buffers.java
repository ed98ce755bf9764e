package manabi.tensor.compute;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Arrays that one step of training after the other writes to, so that a step leaves nothing to
 * collect and finds its memory in the processor's cache.
 *
 * <p>Operations ask {@link #take} and {@link #zeros} for their results and for room to work. Where
 * no buffers are in use on the thread, as in a reader's own code, these are new arrays and nothing
 * is ever written twice. {@code Sequential} does every batch {@link #during} a use of its buffers:
 * what was taken is overwritten by the next batch, so nothing of it may be kept beyond.
 *
 * <p>After each use the arrays that it took are kept and those that it found and did not need are
 * dropped, so no more is held than one step takes.
 */
public final class Buffers {

  private static final ThreadLocal<Buffers> OPEN = new ThreadLocal<>();

  private final Map<Integer, Deque<float[]>> free = new HashMap<>();
  private final List<float[]> taken = new ArrayList<>();

  /** Makes buffers that hold nothing yet; for one thread at a time. */
  public Buffers() {}

  /**
   * Lets this thread's operations work in these buffers while {@code work} runs.
   *
   * @throws IllegalStateException if buffers are in use on this thread already
   */
  public void during(Runnable work) {
    if (OPEN.get() != null) {
      throw new IllegalStateException("buffers are in use on this thread already");
    }
    OPEN.set(this);
    try {
      work.run();
    } finally {
      giveBack();
    }
  }

  private void giveBack() {
    OPEN.remove();
    free.clear();
    for (float[] array : taken) {
      free.computeIfAbsent(array.length, size -> new ArrayDeque<>()).add(array);
    }
    taken.clear();
  }

  /** Returns an array of this size with any numbers in it. */
  public static float[] take(int size) {
    Buffers open = OPEN.get();
    return open == null ? new float[size] : open.next(size);
  }

  /** Returns an array of zeros. */
  public static float[] zeros(int size) {
    float[] array = take(size);
    Arrays.fill(array, 0);
    return array;
  }

  /** Returns several arrays of zeros, one for each thread to add to. */
  public static float[][] zeros(int arrays, int size) {
    float[][] all = new float[arrays][];
    Arrays.setAll(all, i -> zeros(size));
    return all;
  }

  /** Returns a copy of these numbers. */
  public static float[] copy(float[] numbers) {
    float[] copy = take(numbers.length);
    System.arraycopy(numbers, 0, copy, 0, numbers.length);
    return copy;
  }

  private float[] next(int size) {
    Deque<float[]> fitting = free.get(size);
    float[] array = fitting == null ? null : fitting.poll();
    if (array == null) {
      array = new float[size];
    }
    taken.add(array);
    return array;
  }
}

package manabi.nn;

import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import manabi.tensor.Shapes;
import manabi.tensor.Tensor;
import manabi.tensor.compute.Buffers;
import manabi.tensor.compute.Parallel;

/** Takes samples batch by batch; batches live in the {@link Buffers} in use. */
final class Batches {

  /** Samples a batch where nothing is learnt; results do not depend on it. */
  private static final int SIZE = 250;

  private Batches() {}

  /** What is done with the samples from {@code from} up to, not including, {@code to}. */
  @FunctionalInterface
  interface Work {
    void run(int from, int to);
  }

  /**
   * Does all samples batch by batch, each in the same buffers.
   *
   * @throws CancellationException if the thread is interrupted
   */
  static void forEach(int samples, Buffers buffers, Work work) {
    for (int next = 0; next < samples; next += SIZE) {
      int from = next;
      int to = Math.min(samples, from + SIZE);
      try {
        buffers.during(() -> work.run(from, to));
      } catch (CancellationException e) {
        Thread.interrupted(); // the exception tells of it
        throw new CancellationException(
            "interrupted after %d of %d samples".formatted(from, samples));
      }
    }
  }

  /** Returns a function's values on all samples, computed batch by batch. */
  static Tensor map(Tensor x, int[] outputShape, UnaryOperator<Tensor> function) {
    int[] shape = new int[outputShape.length + 1];
    shape[0] = x.dim(0);
    System.arraycopy(outputShape, 0, shape, 1, outputShape.length);
    Tensor all = Tensor.zeros(shape);
    int size = Shapes.size(outputShape);
    forEach(
        x.dim(0),
        new Buffers(),
        (from, to) -> {
          Tensor y = function.apply(slice(x, from, to));
          System.arraycopy(y.data(), 0, all.data(), from * size, (to - from) * size);
        });
    return all;
  }

  /** Returns the samples {@code from} up to {@code to - 1}. */
  static Tensor slice(Tensor data, int from, int to) {
    Tensor batch = empty(data, to - from);
    int sample = data.size() / data.dim(0);
    System.arraycopy(data.data(), from * sample, batch.data(), 0, batch.size());
    return batch;
  }

  /** Returns the samples with the numbers {@code order[from]} up to {@code order[to - 1]}. */
  static Tensor gather(Tensor data, int[] order, int from, int to) {
    Tensor batch = empty(data, to - from);
    int sample = data.size() / data.dim(0);
    Parallel.runOverRows(
        to - from,
        sample,
        (part, first, end) -> {
          for (int i = first; i < end; i++) {
            int number = order[from + i];
            System.arraycopy(data.data(), number * sample, batch.data(), i * sample, sample);
          }
        });
    return batch;
  }

  private static Tensor empty(Tensor data, int samples) {
    int[] shape = data.shape();
    shape[0] = samples;
    return Tensor.of(Buffers.take(Shapes.size(shape)), shape);
  }
}

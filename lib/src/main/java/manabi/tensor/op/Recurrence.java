package manabi.tensor.op;

import java.util.function.ObjIntConsumer;
import manabi.tensor.Operation;
import manabi.tensor.Shapes;
import manabi.tensor.Tensor;
import manabi.tensor.compute.Buffers;
import manabi.tensor.compute.Parallel;

/**
 * A recurrent layer over whole sequences as one node, backpropagation through time included.
 *
 * <p>Inputs: the products of the input vectors with the input weights, plus biases, {@code [R, G
 * H]}, with G gates side by side (1 for a simple network); {@link SequenceRows} says which row
 * belongs to which step. Recurrent weights {@code [H, G H]}. Output: the hidden state after the
 * last step {@code [N, H]}, or after every step {@code [N, T, H]}; the first step starts from
 * zeros.
 *
 * <p>Only the product with the hidden state must go step by step. Threads share the sequences of
 * the batch.
 */
abstract class Recurrence extends Operation {

  private final int gates;
  private final SequenceRows places;
  private final boolean everyState;
  private int[] sumsShape;
  private int hidden;
  private TimeRun[] runs;

  /**
   * Makes a recurrence.
   *
   * @param gates how many blocks of H columns the weights have
   * @param everyState whether the output is the state after every step
   */
  Recurrence(int gates, SequenceRows places, boolean everyState) {
    this.gates = gates;
    this.places = places;
    this.everyState = everyState;
  }

  /** Starts a thread's share of the batch. */
  abstract TimeRun newRun(RunShare share, Tensor... inputs);

  @Override
  protected final Tensor forward(Tensor... inputs) {
    Tensor sums = inputs[0];
    Tensor wh = inputs[1];
    hidden = wh.dim(0);
    Shapes.check("wh", "[H, %d H]".formatted(gates), wh, -1, gates * hidden);
    Shapes.check("sums", "[R, %d]".formatted(gates * hidden), sums, -1, gates * hidden);
    checkOthers(hidden, inputs);
    sumsShape = sums.shape();
    int n = places.sequences();
    runs = newRuns(n, new RecurrentWeights(wh.data(), hidden, gates), inputs);
    Tensor y = everyState ? tensor(n, places.steps(), hidden) : tensor(n, hidden);
    forEachRun((run, part) -> run.forward(sums.data(), y.data(), everyState));
    return y;
  }

  private TimeRun[] newRuns(int n, RecurrentWeights weights, Tensor... inputs) {
    TimeRun[] newRuns = new TimeRun[Parallel.parts(n)];
    for (int i = 0; i < newRuns.length; i++) {
      int first = n * i / newRuns.length;
      int end = n * (i + 1) / newRuns.length;
      RunShare share = new RunShare(places, first, end - first, weights, isRecorded());
      newRuns[i] = newRun(share, inputs);
    }
    return newRuns;
  }

  private void forEachRun(ObjIntConsumer<TimeRun> work) {
    Parallel.run(
        runs.length,
        (part, from, to) -> {
          for (int i = from; i < to; i++) {
            work.accept(runs[i], i);
          }
        });
  }

  /** Checks the inputs beyond sums and recurrent weights. */
  void checkOthers(int hidden, Tensor... inputs) {}

  @Override
  protected final Tensor[] backward(Tensor gradient, boolean[] wanted) {
    int width = gates * hidden;
    float[][] dwh = Buffers.zeros(runs.length, hidden * width);
    forEachRun(
        (run, i) -> {
          run.backward(gradient.data(), everyState);
          run.writeWeightGradient(dwh[i]);
        });
    Tensor dSums = zeros(sumsShape);
    if (wanted[0]) {
      Parallel.run(width, (part, from, to) -> addSumGradients(dSums.data(), from, to));
    }
    Tensor dWh = Tensor.of(Convolution2D.sum(dwh), hidden, width);
    return inputGradients(dSums, dWh, runs);
  }

  /** Threads share the columns: two sequences may use one row. */
  private void addSumGradients(float[] dSums, int fromColumn, int toColumn) {
    for (TimeRun run : runs) {
      run.addSumGradients(dSums, fromColumn, toColumn);
    }
  }

  /** Returns the gradients of all inputs. */
  Tensor[] inputGradients(Tensor dSums, Tensor dWh, TimeRun[] runs) {
    return new Tensor[] {dSums, dWh};
  }
}

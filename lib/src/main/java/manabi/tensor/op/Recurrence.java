package manabi.tensor.op;

import java.util.Arrays;
import manabi.tensor.Operation;
import manabi.tensor.Shapes;
import manabi.tensor.Tensor;
import manabi.tensor.compute.Kernels;
import manabi.tensor.compute.Matrix;
import manabi.tensor.compute.Parallel;

/**
 * A recurrent layer over a whole sequence as one node, backpropagation through time included.
 *
 * <p>Inputs: x {@code [N, T, D]}, input weights {@code [D, G H]}, recurrent weights {@code [H, G
 * H]} and biases {@code [G H]}, with G gates side by side (1 for a simple network). Output: the
 * hidden state after the last step, {@code [N, H]}; the first step starts from zeros.
 *
 * <p>The product of the inputs with their weights is taken for all steps at once; only the product
 * with the hidden state must go step by step. Threads share the sequences of the batch.
 */
abstract class Recurrence extends Operation {

  static final Kernels KERNELS = Kernels.best();

  private final int gates;
  private final boolean backward;
  private Tensor x;
  private Tensor wx;
  private Tensor wh;
  private Run[] runs;

  /**
   * Makes a recurrence.
   *
   * @param gates how many blocks of H columns the weights have
   * @param backward whether the sequence is read from its end
   */
  Recurrence(int gates, boolean backward) {
    this.gates = gates;
    this.backward = backward;
  }

  /** Some sequences of the batch on their way through time; arrays are time-major. */
  abstract static class Run {

    final int first;
    final int n;
    final int hidden;

    /** Inputs {@code [T, n, D]}. */
    float[] inputs;

    /** Sums of the gates, {@code [T, n, G H]}, replaced by their activations. */
    float[] gates;

    /** Hidden states {@code [T + 1, n, H]}; the first is zero. */
    final float[] states;

    Run(int first, int n, int steps, int hidden) {
      this.first = first;
      this.n = n;
      this.hidden = hidden;
      states = new float[(steps + 1) * n * hidden];
    }

    /** Applies the activations of step {@code t} and writes hidden state {@code t + 1}. */
    abstract void step(int t);

    /**
     * Replaces the activations of step {@code t} by the derivatives of the loss by their sums.
     *
     * @param dh derivative by hidden state {@code t + 1}, {@code [n, H]}
     */
    abstract void stepBack(int t, float[] dh);
  }

  abstract Run newRun(int first, int n, int steps, int hidden);

  @Override
  protected final Tensor forward(Tensor... inputs) {
    x = inputs[0];
    wx = inputs[1];
    wh = inputs[2];
    int h = wh.dim(0);
    Shapes.check("x", "[N, T, D] with D = " + wx.dim(0), x, -1, -1, wx.dim(0));
    Shapes.check("wx", "[D, %d] with %d gates of H".formatted(gates * h, gates), wx, -1, gates * h);
    Shapes.check("wh", "[H, %d]".formatted(gates * h), wh, h, gates * h);
    Shapes.check("b", "[%d]".formatted(gates * h), inputs[3], gates * h);
    runs = new Run[Parallel.parts(x.dim(0))];
    Tensor last = Tensor.zeros(x.dim(0), h);
    Parallel.run(
        x.dim(0),
        (part, from, to) -> {
          runs[part] = newRun(from, to - from, x.dim(1), h);
          forward(runs[part], inputs[3].data());
          int size = (to - from) * h;
          System.arraycopy(runs[part].states, x.dim(1) * size, last.data(), from * h, size);
        });
    return last;
  }

  private void forward(Run run, float[] b) {
    int steps = x.dim(1);
    int d = x.dim(2);
    int width = b.length;
    run.inputs = new float[steps * run.n * d];
    copyInputs(run, run.inputs, x.data(), true);
    run.gates = new float[steps * run.n * width];
    for (int row = 0; row < steps * run.n; row++) {
      System.arraycopy(b, 0, run.gates, row * width, width);
    }
    KERNELS.multiplyAdd(
        steps * run.n, width, d, run.inputs, 0, d, 1, wx.data(), 0, width, run.gates, 0, width);
    int h = run.hidden;
    for (int t = 0; t < steps; t++) {
      int state = t * run.n * h;
      int gate = t * run.n * width;
      KERNELS.multiplyAdd(
          run.n, width, h, run.states, state, h, 1, wh.data(), 0, width, run.gates, gate, width);
      run.step(t);
    }
  }

  /** Copies between time-major inputs of a run and batch-major x; backward runs mirror time. */
  private void copyInputs(Run run, float[] timeMajor, float[] batchMajor, boolean toTimeMajor) {
    int steps = x.dim(1);
    int d = x.dim(2);
    for (int i = 0; i < run.n; i++) {
      for (int t = 0; t < steps; t++) {
        int time = backward ? steps - 1 - t : t;
        int inBatch = ((run.first + i) * steps + time) * d;
        int inRun = (t * run.n + i) * d;
        if (toTimeMajor) {
          System.arraycopy(batchMajor, inBatch, timeMajor, inRun, d);
        } else {
          System.arraycopy(timeMajor, inRun, batchMajor, inBatch, d);
        }
      }
    }
  }

  @Override
  protected final Tensor[] backward(Tensor gradient, boolean[] wanted) {
    Tensor dx = Tensor.zeros(x.shape());
    float[][] dwx = new float[runs.length][wx.size()];
    float[][] dwh = new float[runs.length][wh.size()];
    float[][] db = new float[runs.length][wx.dim(1)];
    float[] transposedWx = Matrix.transpose(wx.data(), wx.dim(0), wx.dim(1));
    float[] transposedWh = Matrix.transpose(wh.data(), wh.dim(0), wh.dim(1));
    Parallel.run(
        runs.length,
        (part, from, to) -> {
          for (int i = from; i < to; i++) {
            throughTime(runs[i], gradient.data(), transposedWh);
            addWeightGradients(runs[i], dwx[i], dwh[i], db[i]);
            if (wanted[0]) {
              inputGradient(runs[i], transposedWx, dx.data());
            }
          }
        });
    return new Tensor[] {
      dx,
      Tensor.of(Convolution2D.sum(dwx), wx.shape()),
      Tensor.of(Convolution2D.sum(dwh), wh.shape()),
      Tensor.of(Convolution2D.sum(db), wx.dim(1))
    };
  }

  private void throughTime(Run run, float[] gradient, float[] transposedWh) {
    int h = run.hidden;
    int width = gates * h;
    float[] dh = new float[run.n * h];
    System.arraycopy(gradient, run.first * h, dh, 0, dh.length);
    for (int t = x.dim(1) - 1; t >= 0; t--) {
      run.stepBack(t, dh);
      Arrays.fill(dh, 0);
      int gate = t * run.n * width;
      KERNELS.multiplyAdd(run.n, h, width, run.gates, gate, width, 1, transposedWh, 0, h, dh, 0, h);
    }
  }

  private void addWeightGradients(Run run, float[] dwx, float[] dwh, float[] db) {
    int rows = x.dim(1) * run.n;
    int d = x.dim(2);
    int h = run.hidden;
    int width = gates * h;
    KERNELS.multiplyAdd(d, width, rows, run.inputs, 0, 1, d, run.gates, 0, width, dwx, 0, width);
    KERNELS.multiplyAdd(h, width, rows, run.states, 0, 1, h, run.gates, 0, width, dwh, 0, width);
    for (int row = 0; row < rows; row++) {
      for (int j = 0; j < width; j++) {
        db[j] += run.gates[row * width + j];
      }
    }
  }

  private void inputGradient(Run run, float[] transposedWx, float[] dx) {
    int rows = x.dim(1) * run.n;
    int d = x.dim(2);
    int width = gates * run.hidden;
    float[] dInputs = new float[rows * d];
    KERNELS.multiplyAdd(rows, d, width, run.gates, 0, width, 1, transposedWx, 0, d, dInputs, 0, d);
    copyInputs(run, dInputs, dx, false);
  }
}

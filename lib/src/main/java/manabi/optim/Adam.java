package manabi.optim;

import java.util.Arrays;
import java.util.IdentityHashMap;
import manabi.tensor.TableRows;
import manabi.tensor.compute.AdamKernels;
import manabi.tensor.compute.Parallel;

/**
 * Adaptive moment estimation, with bias correction:
 *
 * <pre>{@code
 * v = beta1 v + (1 - beta1) g      s = beta2 s + (1 - beta2) g^2
 * w = w - learningRate (v / (1 - beta1^t)) / (sqrt(s / (1 - beta2^t)) + epsilon)
 * }</pre>
 *
 * <p>Keras adds epsilon to the root before its correction, where it counts up to 32 times as much
 * in the first steps; this shows in gradients near 1e-6 and below.
 *
 * <p>Slides: "最適化" (the print leaves out the correction). Source: Kingma and Ba (2015), Adam: A
 * Method for Stochastic Optimization.
 */
public final class Adam extends Optimizer {

  /** Below this many numbers a second thread costs more than it brings. */
  private static final int WORTH_SHARING = 20_000;

  private static final AdamKernels KERNELS = AdamKernels.best();

  private final float beta1;
  private final float beta2;
  private final float epsilon;

  /** For the state of a table that has only met gradients of rows: which rows have had one. */
  private final IdentityHashMap<float[][], boolean[]> moved = new IdentityHashMap<>();

  /** Makes an optimiser with Keras' defaults: 0.001, 0.9, 0.999, 1e-7. */
  public Adam() {
    this(0.001);
  }

  /** Makes an optimiser with this learning rate, above 0, and Keras' other defaults. */
  public Adam(double learningRate) {
    this(learningRate, 0.9, 0.999, 1e-7);
  }

  /**
   * Makes an optimiser.
   *
   * @param learningRate above 0
   * @param beta1 share of the old mean of gradients, in [0, 1)
   * @param beta2 share of the old mean of squared gradients, in [0, 1)
   * @param epsilon added to the root, above 0
   */
  public Adam(double learningRate, double beta1, double beta2, double epsilon) {
    super(learningRate);
    this.beta1 = (float) Settings.requireShare("beta1", beta1);
    this.beta2 = (float) Settings.requireShare("beta2", beta2);
    this.epsilon = (float) Settings.requirePositive("epsilon", epsilon);
  }

  /** Returns the share of the old mean of gradients. */
  public double beta1() {
    return beta1;
  }

  /** Returns the share of the old mean of squared gradients. */
  public double beta2() {
    return beta2;
  }

  /** Returns what is added to the root. */
  public double epsilon() {
    return epsilon;
  }

  @Override
  int stateSize() {
    return 2;
  }

  @Override
  void update(float[] w, float[] g, float[][] state, int step) {
    AdamKernels.Step factors = factors(step);
    moved.remove(state); // from now on any row may have momentum
    if (w.length < WORTH_SHARING) {
      KERNELS.update(factors, w, state[0], state[1], 0, g, 0, w.length);
      return;
    }
    Parallel.run(
        w.length,
        (part, from, to) ->
            KERNELS.update(factors, w, state[0], state[1], from, g, from, to - from));
  }

  /**
   * Rows with a gradient are changed by it, and those that had one before by their momentum: in all
   * bits what {@link #update} does. Rows that never had a gradient stay as they are, without being
   * read: their momentum is 0.
   */
  @Override
  void updateRows(float[] w, int rowCount, TableRows gradient, float[][] state, int step) {
    if (step == 1) {
      moved.put(state, new boolean[rowCount]);
    }
    boolean[] hasMomentum = moved.get(state);
    if (hasMomentum == null) {
      super.updateRows(w, rowCount, gradient, state, step);
      return;
    }
    AdamKernels.Step factors = factors(step);
    int d = w.length / rowCount;
    for (int row : gradient.rows()) {
      hasMomentum[row] = true;
    }
    Parallel.run(
        rowCount,
        (part, from, to) -> {
          int next = Arrays.binarySearch(gradient.rows(), from);
          next = next < 0 ? -next - 1 : next;
          for (int row = from; row < to; row++) {
            if (next < gradient.rows().length && gradient.rows()[next] == row) {
              KERNELS.update(
                  factors, w, state[0], state[1], row * d, gradient.values(), next * d, d);
              next++;
            } else if (hasMomentum[row]) {
              KERNELS.coast(factors, w, state[0], state[1], row * d, d);
            }
          }
        });
  }

  private AdamKernels.Step factors(int step) {
    return new AdamKernels.Step(
        beta1,
        beta2,
        (float) (learningRate(step) / (1 - Math.pow(beta1, step))),
        (float) (1 / Math.sqrt(1 - Math.pow(beta2, step))),
        epsilon);
  }
}

package manabi.optim;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import manabi.tensor.GradientTape;
import manabi.tensor.TableRows;
import manabi.tensor.Tensor;

/**
 * Changes parameters by their gradients. An optimiser keeps state for each parameter that it has
 * met; use one optimiser for one training.
 */
public abstract class Optimizer {

  private final IdentityHashMap<Tensor, float[][]> states = new IdentityHashMap<>();
  private final IdentityHashMap<Tensor, Integer> steps = new IdentityHashMap<>();

  private final double learningRate;
  private LearningRateSchedule schedule = LearningRateSchedule.CONSTANT;

  /** Makes an optimiser with a learning rate above 0. */
  Optimizer(double learningRate) {
    if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
      throw new IllegalArgumentException("learningRate must be above 0, was " + learningRate);
    }
    this.learningRate = learningRate;
  }

  /** Returns the learning rate, with which a schedule starts. */
  public final double learningRate() {
    return learningRate;
  }

  /**
   * Changes the learning rate from step to step.
   *
   * @return this optimiser
   */
  public final Optimizer schedule(LearningRateSchedule newSchedule) {
    schedule = newSchedule;
    return this;
  }

  /** Returns how the learning rate changes; {@link LearningRateSchedule#CONSTANT} unless set. */
  public final LearningRateSchedule schedule() {
    return schedule;
  }

  /** Returns the learning rate of a step: 1, 2, …. */
  final double learningRate(int step) {
    return learningRate * schedule.factor(step - 1);
  }

  final float rate(int step) {
    return (float) learningRate(step);
  }

  /**
   * Changes each parameter in place by its gradient.
   *
   * @param gradients one for each parameter, of its shape, as {@code GradientTape.gradient} gives
   * @throws IllegalArgumentException if numbers or shapes do not match; nothing is changed then
   */
  public final void apply(List<Tensor> gradients, List<Tensor> parameters) {
    if (gradients.size() != parameters.size()) {
      throw new IllegalArgumentException(
          "gradients must be as many as parameters, %d, were %d"
              .formatted(parameters.size(), gradients.size()));
    }
    for (int i = 0; i < gradients.size(); i++) {
      if (!Arrays.equals(gradients.get(i).shape(), parameters.get(i).shape())) {
        throw new IllegalArgumentException(
            "gradient %d must be of its parameter's shape %s, was %s"
                .formatted(
                    i,
                    Arrays.toString(parameters.get(i).shape()),
                    Arrays.toString(gradients.get(i).shape())));
      }
    }
    for (int i = 0; i < gradients.size(); i++) {
      Tensor parameter = parameters.get(i);
      float[][] state = states.computeIfAbsent(parameter, p -> new float[stateSize()][p.size()]);
      int step = steps.merge(parameter, 1, Integer::sum);
      Optional<TableRows> rows = gradients.get(i).rows();
      if (rows.isPresent()) {
        updateRows(parameter.data(), parameter.dim(0), rows.get(), state, step);
      } else {
        update(parameter.data(), gradients.get(i).data(), state, step);
      }
    }
  }

  /**
   * Returns every point that is visited on the way down a function: the start, then one after each
   * step.
   *
   * @param f gives a scalar of a vector as long as {@code start}
   * @param steps how many, 0 or more
   * @param start where to begin; not changed
   * @return {@code [steps + 1, n]}
   */
  public final double[][] path(UnaryOperator<Tensor> f, int steps, double... start) {
    Tensor w = Tensor.vector(start);
    double[][] path = new double[steps + 1][start.length];
    path[0] = start.clone();
    for (int step = 1; step <= steps; step++) {
      try (GradientTape tape = GradientTape.open()) {
        apply(tape.gradient(f.apply(w), List.of(w)), List.of(w));
      }
      for (int i = 0; i < start.length; i++) {
        path[step][i] = w.get(i);
      }
    }
    return path;
  }

  /** Returns how many numbers are remembered for each number of a parameter. */
  abstract int stateSize();

  /**
   * Changes one parameter.
   *
   * @param w the parameter's numbers, changed
   * @param g the gradient's
   * @param state {@link #stateSize()} arrays as long as {@code w}, zero at first
   * @param step how often the parameter is changed, this time included: 1, 2, …
   */
  abstract void update(float[] w, float[] g, float[][] state, int step);

  /**
   * Changes one parameter, a table, whose gradient is zero but for some rows. What comes out is
   * that of {@link #update} with the whole gradient; an optimiser overrides this where it can do
   * that without touching every row.
   *
   * @param rowCount number of the table's rows
   */
  void updateRows(float[] w, int rowCount, TableRows gradient, float[][] state, int step) {
    Tensor whole = Tensor.ofRows(gradient, rowCount, w.length / rowCount);
    update(w, whole.data(), state, step);
  }
}

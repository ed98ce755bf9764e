package manabi.scratch;

import java.util.function.DoubleUnaryOperator;

/**
 * An upper limit on the gradient, against its explosion over time.
 *
 * <p>Slides: "勾配クリッピング". Source: Pascanu, Mikolov, Bengio (2013), On the difficulty of training
 * recurrent neural networks, ICML.
 */
public sealed interface GradientClipping {

  /** Returns the clipping that changes nothing, as in the lecture's program. */
  static GradientClipping none() {
    return new None();
  }

  /**
   * Returns the clipping that shortens a gradient longer than {@code limit} to that length and
   * keeps its direction. All arrays together are one gradient.
   *
   * @throws IllegalArgumentException if {@code limit} is not positive
   */
  static GradientClipping byNorm(double limit) {
    return new ByNorm(limit);
  }

  /**
   * Returns the clipping that brings each entry into {@code [-limit, limit]} by itself.
   *
   * @throws IllegalArgumentException if {@code limit} is not positive
   */
  static GradientClipping byValue(double limit) {
    return new ByValue(limit);
  }

  /** Clips the gradient made of all these matrices, in place. */
  void clip(double[][]... gradient);

  /** See {@link #none()}. */
  record None() implements GradientClipping {
    @Override
    public void clip(double[][]... gradient) {}
  }

  /**
   * See {@link #byNorm(double)}.
   *
   * @param limit longest Euclidean norm that passes unchanged
   */
  record ByNorm(double limit) implements GradientClipping {
    /** Checks the limit. */
    public ByNorm {
      requirePositive(limit);
    }

    @Override
    public void clip(double[][]... gradient) {
      double norm = norm(gradient);
      if (norm > limit) {
        replaceEach(gradient, g -> g * (limit / norm));
      }
    }
  }

  /**
   * See {@link #byValue(double)}.
   *
   * @param limit largest absolute value that passes unchanged
   */
  record ByValue(double limit) implements GradientClipping {
    /** Checks the limit. */
    public ByValue {
      requirePositive(limit);
    }

    @Override
    public void clip(double[][]... gradient) {
      replaceEach(gradient, g -> Math.max(-limit, Math.min(limit, g)));
    }
  }

  private static void requirePositive(double limit) {
    if (!(limit > 0)) {
      throw new IllegalArgumentException("limit must be positive, was " + limit);
    }
  }

  private static double norm(double[][]... gradient) {
    double sum = 0;
    for (double[][] matrix : gradient) {
      for (double[] row : matrix) {
        for (double g : row) {
          sum += g * g;
        }
      }
    }
    return Math.sqrt(sum);
  }

  private static void replaceEach(double[][][] gradient, DoubleUnaryOperator replacement) {
    for (double[][] matrix : gradient) {
      for (double[] row : matrix) {
        for (int j = 0; j < row.length; j++) {
          row[j] = replacement.applyAsDouble(row[j]);
        }
      }
    }
  }
}

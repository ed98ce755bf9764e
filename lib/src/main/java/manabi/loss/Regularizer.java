package manabi.loss;

import java.util.List;
import manabi.tensor.Tensor;
import manabi.tensor.op.WeightPenalty;

/**
 * A price of large weights that is added to a loss, so that a network fits less of what is chance
 * in its data.
 *
 * <pre>{@code
 * LASSO        lambda sum |w|                                 makes weights exactly 0
 * Ridge        lambda sum w^2                                 makes weights small
 * Elastic Net  lambda ((1 - alpha) sum |w| + alpha sum w^2)   both
 * }</pre>
 *
 * <p>Slides: "重みの正則化". Sources: Tibshirani (1996), Regression Shrinkage and Selection via the
 * Lasso; Zou and Hastie (2005), Regularization and variable selection via the elastic net.
 */
public final class Regularizer {

  private final double l1;
  private final double l2;

  private Regularizer(double l1, double l2) {
    this.l1 = l1;
    this.l2 = l2;
  }

  /** Returns the price of absolute values, {@code lambda} 0 or more: LASSO. */
  public static Regularizer l1(double lambda) {
    return elasticNet(lambda, 0);
  }

  /** Returns the price of squares, {@code lambda} 0 or more: Ridge. */
  public static Regularizer l2(double lambda) {
    return elasticNet(lambda, 1);
  }

  /**
   * Returns a mixture of both.
   *
   * @param lambda 0 or more
   * @param alpha share of the squares, in [0, 1], as on the slide; in scikit-learn the share of the
   *     absolute values
   */
  public static Regularizer elasticNet(double lambda, double alpha) {
    if (!(lambda >= 0) || Double.isInfinite(lambda)) {
      throw new IllegalArgumentException("lambda must be 0 or more, was " + lambda);
    }
    if (!(alpha >= 0 && alpha <= 1)) {
      throw new IllegalArgumentException("alpha must be in [0, 1], was " + alpha);
    }
    return new Regularizer(lambda * (1 - alpha), lambda * alpha);
  }

  /** Returns what these weights cost, a scalar, recorded on an open tape. */
  public Tensor of(Tensor weights) {
    return new WeightPenalty(l1, l2).apply(weights);
  }

  /**
   * Returns the loss and what the weights among a network's parameters cost: those with two axes or
   * more. Biases and other vectors are free.
   */
  public Tensor addTo(Tensor loss, List<Tensor> parameters) {
    Tensor sum = loss;
    for (Tensor parameter : parameters) {
      if (parameter.rank() > 1) {
        sum = sum.add(of(parameter));
      }
    }
    return sum;
  }

  /**
   * Returns weights after a step down this price alone, done exactly: the proximal operator, {@code
   * argmin_v (v - w)^2 / 2 + learningRate price(v)}. Each is moved towards 0 by {@code learningRate
   * lambda (1 - alpha)} and stays 0 once it is there (soft threshold), then divided by {@code 1 + 2
   * learningRate lambda alpha}. A step along the gradient jumps over the 0 instead.
   */
  public Tensor shrink(Tensor weights, double learningRate) {
    float[] shrunk = weights.toArray();
    for (int i = 0; i < shrunk.length; i++) {
      double size = Math.max(0, Math.abs(shrunk[i]) - learningRate * l1);
      shrunk[i] = (float) (Math.signum(shrunk[i]) * size / (1 + 2 * learningRate * l2));
    }
    return Tensor.of(shrunk, weights.shape());
  }
}

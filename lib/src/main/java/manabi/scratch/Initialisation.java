package manabi.scratch;

/**
 * How far the first weights spread: all are normal with mean 0, and differ in the standard
 * deviation.
 *
 * <p>Slides: "実装:RNN" and its [try] 2. Sources: Glorot and Bengio (2010) for Xavier in the form
 * that counts the inputs only; He, Zhang, Ren, Sun (2015).
 */
public enum Initialisation {
  /** The constant {@code weightInitStd}, whatever the layer's size. */
  STANDARD {
    @Override
    double standardDeviation(int inputs, double weightInitStd) {
      return weightInitStd;
    }
  },
  /** {@code 1 / sqrt(inputs)}, made for sigmoid and tanh. */
  XAVIER {
    @Override
    double standardDeviation(int inputs, double weightInitStd) {
      return 1 / Math.sqrt(inputs);
    }
  },
  /** {@code sqrt(2 / inputs)}, made for ReLU. */
  HE {
    @Override
    double standardDeviation(int inputs, double weightInitStd) {
      return Math.sqrt(2) / Math.sqrt(inputs);
    }
  };

  /** Returns the standard deviation of the weights of a layer with that many inputs. */
  abstract double standardDeviation(int inputs, double weightInitStd);
}

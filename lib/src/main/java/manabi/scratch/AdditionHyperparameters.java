package manabi.scratch;

/**
 * The numbers at the top of the lecture's binary-addition program, those that its [try] 1 changes.
 *
 * <p>Slides: "実装:RNN".
 *
 * @param hiddenSize number of hidden units
 * @param weightInitStd standard deviation of the first weights under {@link
 *     Initialisation#STANDARD}
 * @param learningRate factor of the gradient in an update
 * @param iterations number of pairs of words to train on
 * @param reportEvery how many iterations lie between two reports
 * @param seed of the weights and the pairs
 */
public record AdditionHyperparameters(
    int hiddenSize,
    double weightInitStd,
    double learningRate,
    int iterations,
    int reportEvery,
    long seed) {

  /** The lecture's own numbers: 16 units, standard deviation 1, rate 0.1, 10 000 iterations. */
  public static final AdditionHyperparameters LECTURE =
      new AdditionHyperparameters(16, 1, 0.1, 10_000, 100, 0);

  /**
   * Checks that every number can be used.
   *
   * @throws IllegalArgumentException if a number other than the seed is not positive
   */
  public AdditionHyperparameters {
    requirePositive("hiddenSize", hiddenSize);
    requirePositive("weightInitStd", weightInitStd);
    requirePositive("learningRate", learningRate);
    requirePositive("iterations", iterations);
    requirePositive("reportEvery", reportEvery);
  }

  /** Returns these with another number of hidden units. */
  public AdditionHyperparameters withHiddenSize(int hiddenSize) {
    return new AdditionHyperparameters(
        hiddenSize, weightInitStd, learningRate, iterations, reportEvery, seed);
  }

  /** Returns these with another standard deviation of the first weights. */
  public AdditionHyperparameters withWeightInitStd(double weightInitStd) {
    return new AdditionHyperparameters(
        hiddenSize, weightInitStd, learningRate, iterations, reportEvery, seed);
  }

  /** Returns these with another learning rate. */
  public AdditionHyperparameters withLearningRate(double learningRate) {
    return new AdditionHyperparameters(
        hiddenSize, weightInitStd, learningRate, iterations, reportEvery, seed);
  }

  /** Returns these with another number of iterations. */
  public AdditionHyperparameters withIterations(int iterations) {
    return new AdditionHyperparameters(
        hiddenSize, weightInitStd, learningRate, iterations, reportEvery, seed);
  }

  /** Returns these with another distance between reports. */
  public AdditionHyperparameters withReportEvery(int reportEvery) {
    return new AdditionHyperparameters(
        hiddenSize, weightInitStd, learningRate, iterations, reportEvery, seed);
  }

  /** Returns these with another seed. */
  public AdditionHyperparameters withSeed(long seed) {
    return new AdditionHyperparameters(
        hiddenSize, weightInitStd, learningRate, iterations, reportEvery, seed);
  }

  private static void requirePositive(String name, Number value) {
    double number = value.doubleValue();
    if (!(number > 0 && number < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be positive, was " + value);
    }
  }
}

package manabi.bench.engine;

/** One of the lectures' works, done by the library. */
@FunctionalInterface
interface Work {

  /**
   * Does the work once cold and then some times warm, and prints each as a lap.
   *
   * @param repetitions how often it is done warm
   */
  void run(Laps laps, int repetitions);
}

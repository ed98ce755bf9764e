package manabi.optim;

/** Checks of an optimiser's settings. */
final class Settings {

  private Settings() {}

  /** Returns a share of what is kept, in [0, 1). */
  static double requireShare(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be in [0, 1), was " + value);
    }
    return value;
  }

  static double requirePositive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be above 0, was " + value);
    }
    return value;
  }
}

package manabi.nn;

/** Says what to do when memory runs out. */
final class Memory {

  private Memory() {}

  /** Returns the error with a hint of what would need less. */
  static OutOfMemoryError explained(OutOfMemoryError error, String hint) {
    OutOfMemoryError explained =
        new OutOfMemoryError(
            "%s; Java may use %,d MB: %s, or start Java with a larger -Xmx"
                .formatted(error.getMessage(), Runtime.getRuntime().maxMemory() >> 20, hint));
    explained.initCause(error);
    return explained;
  }
}

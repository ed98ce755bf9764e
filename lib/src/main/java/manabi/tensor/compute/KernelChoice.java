package manabi.tensor.compute;

import java.util.function.Supplier;

/** Chooses between a class on vector registers and one in plain loops. */
final class KernelChoice {

  private KernelChoice() {}

  /**
   * Returns an object of the vector class where the JVM has the incubator module. The class is
   * named by a string, since it links only there.
   */
  static <T> T of(Class<T> type, String vectorClass, Supplier<? extends T> loops) {
    if (!VectorModule.isPresent()) {
      return loops.get();
    }
    try {
      return Class.forName("manabi.tensor.compute." + vectorClass)
          .asSubclass(type)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      return loops.get();
    }
  }
}

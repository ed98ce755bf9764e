package manabi.tensor;

import manabi.tensor.compute.Kernels;
import manabi.tensor.compute.Parallel;
import manabi.tensor.compute.VectorModule;

/** What computes. */
public final class Engine {

  private Engine() {}

  /**
   * Returns one line about the kernels and threads in use, for example {@code "16-lane vectors, 2
   * threads, Java 17"}, with a hint where vectors could be had and are not.
   */
  public static String describe() {
    String hint =
        VectorModule.isPresent()
            ? ""
            : "; start Java with --add-modules jdk.incubator.vector for vector instructions";
    return "%s, %d thread%s, Java %d%s"
        .formatted(
            Kernels.best().describe(),
            Parallel.threads(),
            Parallel.threads() == 1 ? "" : "s",
            Runtime.version().feature(),
            hint);
  }
}

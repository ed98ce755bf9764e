package manabi.tensor.compute;

/** Chooses the kernels when they are first needed. */
final class KernelsHolder {

  static final Kernels BEST = choose();

  private KernelsHolder() {}

  /**
   * VectorKernels is named by a string, since it links only where the incubator module is there.
   */
  private static Kernels choose() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return new LoopKernels();
    }
    try {
      return Class.forName("manabi.tensor.compute.VectorKernels")
          .asSubclass(Kernels.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      return new LoopKernels();
    }
  }
}

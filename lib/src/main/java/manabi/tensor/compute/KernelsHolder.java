package manabi.tensor.compute;

/** Chooses the kernels when they are first needed. */
final class KernelsHolder {

  static final Kernels BEST = KernelChoice.of(Kernels.class, "VectorKernels", BlasKernels::orLoops);

  private KernelsHolder() {}
}

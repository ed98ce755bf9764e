package io.github.spencerpark.ijava;

import manabi.kernel.CellCalls;

/** Where notebooks written for IJava find their kernel. */
public final class IJava {
  private IJava() {}

  /** Returns the kernel that runs the cells. */
  public static JavaKernel getKernelInstance() {
    return CellCalls.getKernelInstance();
  }
}

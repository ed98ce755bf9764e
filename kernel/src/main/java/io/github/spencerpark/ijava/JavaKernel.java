package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;

/** The part of IJava's kernel that notebooks and libraries written for it use. */
public abstract class JavaKernel {
  /** Only the kernel makes one. */
  protected JavaKernel() {}

  /** Returns the registry of renderers; cells have {@code renderer(type, function)} for it. */
  public abstract Renderer getRenderer();

  /** Returns the registry of magics. */
  public abstract Magics getMagics();

  /**
   * Runs code as a cell, magics included, and returns its value, or null if it has none.
   *
   * @throws IllegalStateException if the code does not compile, throws or is interrupted
   */
  public abstract Object evalRaw(String code);

  /**
   * Runs code as a cell and returns how its value is shown.
   *
   * @throws IllegalStateException if the code does not compile, throws or is interrupted
   */
  public abstract DisplayData eval(String code);

  /** Shows a bundle below the cell. */
  public abstract void display(DisplayData data);

  /** Makes the classes of jars and folders known to the cells that follow. */
  public abstract void addToClasspath(String... paths);
}

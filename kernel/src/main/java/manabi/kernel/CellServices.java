package manabi.kernel;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import manabi.kernel.display.MimeBundle;
import manabi.kernel.display.Renderers;
import manabi.kernel.display.ValueRenderers;
import manabi.kernel.magic.MagicCalls;
import manabi.kernel.output.ClientDisplay;
import manabi.kernel.output.CurrentRequest;
import manabi.kernel.output.OutputBatcher;
import manabi.kernel.progress.ProgressBars;
import manabi.kernel.protocol.KernelConnection;
import manabi.kernel.protocol.Request;

/** What the calls of cells are done with. */
final class CellServices {
  private final KernelConnection connection;
  private final OutputBatcher output;
  private final ValueRenderers renderers;
  private final ClientDisplay display;
  private final ProgressBars bars;
  private final IJavaKernel ijava;
  private final Supplier<MagicCalls> magics;

  CellServices(
      KernelConnection connection,
      OutputBatcher output,
      ValueRenderers renderers,
      ClientDisplay display,
      IJavaKernel ijava,
      Supplier<MagicCalls> magics) {
    this.connection = connection;
    this.output = output;
    this.renderers = renderers;
    this.display = display;
    this.bars = new ProgressBars(display, () -> CurrentRequest.get().orElse(null));
    this.ijava = ijava;
    this.magics = magics;
  }

  Object lineMagic(String name, List<String> words) {
    return unchecked(() -> magics.get().lineFromCell(name, words));
  }

  Object cellMagic(String name, List<String> words, String body) {
    return unchecked(() -> magics.get().cellFromCell(name, words, body));
  }

  private static Object unchecked(Callable<Object> magic) {
    try {
      return magic.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  MimeBundle render(Object value, List<String> mimeTypes) {
    return renderers.render(value, mimeTypes);
  }

  String show(MimeBundle bundle) {
    return display.show(bundle);
  }

  void update(String displayId, MimeBundle bundle) {
    display.update(displayId, bundle);
  }

  Renderers renderers() {
    return renderers;
  }

  ProgressBars bars() {
    return bars;
  }

  IJavaKernel ijava() {
    return ijava;
  }

  void clearOutput(boolean wait) {
    display.clear(wait);
  }

  String input(String prompt, boolean password) {
    Request cell =
        CurrentRequest.get()
            .filter(Request.class::isInstance)
            .map(Request.class::cast)
            .orElseThrow(() -> new IllegalStateException("input needs a running cell"));
    if (!cell.flag("allow_stdin", true)) {
      throw new IllegalStateException("this client does not allow input");
    }
    output.flush();
    try {
      return connection.input(cell, prompt, password);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("input was interrupted", e);
    }
  }
}

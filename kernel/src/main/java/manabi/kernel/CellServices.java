package manabi.kernel;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import manabi.kernel.comm.Comms;
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
  private static final String END_OF_INPUT = "\4"; // What a console sends for Ctrl-D.

  private final KernelConnection connection;
  private final OutputBatcher output;
  private final ValueRenderers renderers;
  private final ClientDisplay display;
  private final ProgressBars bars;
  private final IJavaKernel ijava;
  private final Supplier<MagicCalls> magics;
  private final Comms comms;

  CellServices(
      KernelConnection connection,
      OutputBatcher output,
      ValueRenderers renderers,
      ClientDisplay display,
      Comms comms,
      IJavaKernel ijava,
      Supplier<MagicCalls> magics) {
    this.connection = connection;
    this.output = output;
    this.renderers = renderers;
    this.display = display;
    this.comms = comms;
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

  Comms comms() {
    return comms;
  }

  String input(String prompt, boolean password) {
    return ask(prompt, password)
        .orElseThrow(() -> new IllegalStateException("the reader ended the input (Ctrl-D)"));
  }

  /** Returns the reader's answer, or nothing where the input was ended instead. */
  Optional<String> ask(String prompt, boolean password) {
    Request cell =
        CurrentRequest.get()
            .filter(Request.class::isInstance)
            .map(Request.class::cast)
            .orElseThrow(() -> new IllegalStateException("input needs a running cell"));
    if (!cell.flag("allow_stdin", false)) {
      throw new IllegalStateException("input needs a client that can ask; this one does not");
    }
    output.flush();
    try {
      String answer = connection.input(cell, prompt, password);
      return answer.equals(END_OF_INPUT) ? Optional.empty() : Optional.of(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("input was interrupted", e);
    }
  }
}

package manabi.kernel;

import java.util.concurrent.CompletableFuture;
import manabi.kernel.display.LiveDisplay;
import manabi.kernel.display.MimeBundle;
import manabi.kernel.display.StackTraces;
import manabi.kernel.display.ValueRenderers;
import manabi.kernel.eval.JavaEngine;
import manabi.kernel.magic.MagicRegistry;

/**
 * The engine's start, on a thread of its own. It takes longer than all else that a start does, so
 * it begins before there is a connection.
 */
final class EngineStart {
  private final ValueRenderers renderers = new ValueRenderers();
  private final MagicRegistry magics = new MagicRegistry();
  private final CompletableFuture<LiveDisplay> display = new CompletableFuture<>();
  private final Extensions extensions = new Extensions(renderers, new LaterDisplay(), magics);
  private final CompletableFuture<JavaEngine> engine = new CompletableFuture<>();

  /** Begins to start an engine with the extensions on the class path. */
  static EngineStart begin() {
    EngineStart start = new EngineStart();
    Thread thread = new Thread(start::run, "kernel start");
    thread.setDaemon(true);
    thread.start();
    return start;
  }

  private void run() {
    try {
      JavaEngine started = new JavaEngine(extensions.importsAtStart());
      renderers.register(
          Throwable.class, thrown -> StackTraces.bundle(started.failure(thrown).traceback()));
      engine.complete(started);
    } catch (Throwable e) {
      engine.completeExceptionally(e);
    }
  }

  /** Returns where extensions register how values are shown. */
  ValueRenderers renderers() {
    return renderers;
  }

  /** Returns where magics are registered. */
  MagicRegistry magics() {
    return magics;
  }

  /** Returns what the jars on the class path bring. */
  Extensions extensions() {
    return extensions;
  }

  /** Says what extensions show changing output with. */
  void showOn(LiveDisplay clients) {
    display.complete(clients);
  }

  /** Returns the engine that is going to be ready. */
  CompletableFuture<JavaEngine> engine() {
    return engine;
  }

  /** Stands for the clients' display, which an extension uses when cells run. */
  private final class LaterDisplay implements LiveDisplay {
    @Override
    public String show(MimeBundle bundle) {
      return display.join().show(bundle);
    }

    @Override
    public void update(String displayId, MimeBundle bundle) {
      display.join().update(displayId, bundle);
    }
  }
}

package manabi.kernel;

import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import manabi.kernel.assist.Assistant;
import manabi.kernel.eval.CellFailure;
import manabi.kernel.eval.JavaEngine;

/**
 * What makes the first cells as fast as the later ones: an engine of its own compiles and completes
 * until the JVM has compiled the compiler. It works in the background, while no cell runs, and
 * leaves nothing behind.
 */
final class WarmUp extends Thread {
  private static final Logger LOG = Logger.getLogger(WarmUp.class.getName());
  private static final int AFTER_MILLIS = 500;
  private static final int PAUSE_MILLIS = 50;
  private static final int ROUNDS = 50;
  private static final String CODE = "List<String> words = List.of();\nwords.forEach(w -> w.";

  private final JavaEngine readers;
  private final Supplier<Assistant> assistant;

  /**
   * Prepares the work.
   *
   * @param readers the engine of the reader's cells, which runs nothing here
   * @param assistant the one that helps the reader, whose first answer needs most
   */
  WarmUp(JavaEngine readers, Supplier<Assistant> assistant) {
    super("kernel warm-up");
    this.readers = readers;
    this.assistant = assistant;
    setDaemon(true);
  }

  @Override
  public void run() {
    try {
      Thread.sleep(AFTER_MILLIS);
      awaitIdle();
      readers.warmUp();
      assistant.get().warmUp();
      rehearse();
      awaitIdle();
      System.gc(); // What waits for a first collection to let go of files is free at the second.
      Thread.sleep(AFTER_MILLIS);
      awaitIdle();
      FreeMemory.giveBack();
    } catch (InterruptedException | RuntimeException | LinkageError e) {
      LOG.log(Level.FINE, "not warmed up", e);
    }
  }

  /** A method of its own, since what it has is not garbage before it has returned. */
  private static void rehearse() throws InterruptedException {
    try (JavaEngine engine = new JavaEngine(List.of("java.util.*"))) {
      Assistant help = new Assistant(engine.workspace(), List::of);
      for (int round = 0; round < ROUNDS; round++) {
        awaitIdle();
        compile(engine, round);
      }
      for (int round = 0; round < ROUNDS / 2; round++) {
        awaitIdle();
        help(help);
      }
    }
  }

  private static void compile(JavaEngine engine, int round) {
    try {
      boolean isLong = round % 10 == 0;
      String code = "int warm = " + round + ";";
      var unused = engine.evaluate(isLong ? code + "\nwarm + 1" : code, 0);
    } catch (CellFailure e) {
      LOG.log(Level.FINE, "interrupted", e);
    }
  }

  private static void help(Assistant assistant) {
    assistant.complete(CODE, CODE.length());
    assistant.complete("Strin", 5);
    var unused = assistant.inspect("Math.max(", 9, false);
    var unusedToo = assistant.completion("for (int i = 0;");
  }

  private static void awaitIdle() throws InterruptedException {
    while (JavaEngine.isAnyCellRunning()) {
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}

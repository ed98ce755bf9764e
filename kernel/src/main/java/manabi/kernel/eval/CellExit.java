package manabi.kernel.eval;

/** A cell asked to end the JVM. */
public final class CellExit extends Error {
  CellExit(int status) {
    super("System.exit(" + status + ") was not done: it would end the kernel");
  }
}

package manabi.kernel.eval;

/**
 * Ends the code of a cell that was interrupted. An error, which {@code catch (Exception e)} lets
 * pass.
 */
public final class CellStopped extends Error {
  CellStopped() {
    super("interrupted", null, false, false);
  }
}

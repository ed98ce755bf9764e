package manabi.kernel.eval;

import java.util.List;

/** A cell that did not run to its end, in the words and lines that a client shows. */
public final class CellFailure extends Exception {
  private final String name;
  private final transient List<String> traceback;

  /**
   * Describes a failure.
   *
   * @param name the kind of failure, for example an exception's class name
   * @param message what went wrong, in one line
   * @param traceback lines for the reader, the failure's own first line included
   */
  public CellFailure(String name, String message, List<String> traceback) {
    super(message);
    this.name = name;
    this.traceback = List.copyOf(traceback);
  }

  /** Returns the kind of failure. */
  public String name() {
    return name;
  }

  /** Returns the lines that a client shows. */
  public List<String> traceback() {
    return traceback;
  }
}

package manabi.kernel.display;

/** Puts values below the running cell and changes them afterwards, as a progress bar does. */
public interface LiveDisplay {

  /**
   * Shows a bundle below the cell that runs now.
   *
   * @return a fresh display id, for {@link #update}
   */
  String show(MimeBundle bundle);

  /** Replaces what was shown under {@code displayId}, wherever it stands by now. */
  void update(String displayId, MimeBundle bundle);
}

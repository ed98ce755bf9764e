package manabi.plot;

/** Thrown when a picture needs text and this machine's Java finds no font to write it with. */
public final class MissingFontException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  MissingFontException(Throwable cause) {
    super(
        "no picture was drawn: Java finds no font on this machine; install one"
            + " (Debian, Ubuntu: fonts-dejavu-core; Fedora: dejavu-sans-fonts) and start Java again",
        cause);
  }
}

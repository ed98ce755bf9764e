package manabi.kernel.install;

/** An installation that could not be done, in words for the person who wanted it. */
public final class InstallFailure extends Exception {
  InstallFailure(String message) {
    super(message);
  }

  InstallFailure(String message, Throwable cause) {
    super(message, cause);
  }
}

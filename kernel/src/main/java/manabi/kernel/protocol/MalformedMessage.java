package manabi.kernel.protocol;

/** Frames that are no message of this kernel's clients; they are logged and dropped. */
final class MalformedMessage extends Exception {
  MalformedMessage(String reason) {
    super(reason);
  }

  MalformedMessage(String reason, Throwable cause) {
    super(reason, cause);
  }
}

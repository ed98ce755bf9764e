package manabi.data;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

/** Words for what went wrong with a file or a connection. */
final class Failures {

  private Failures() {}

  /** Returns a reason in words: many exceptions of the JDK carry only a path or nothing at all. */
  static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "access denied";
    }
    if (e instanceof FileSystemException f && f.getReason() != null) {
      return f.getReason();
    }
    if (e instanceof EOFException) {
      return "it ends too early";
    }
    if (e instanceof ZipException) {
      return "it is not a sound gzip file (" + e.getMessage() + ")";
    }
    if (hasCause(e, UnknownHostException.class) || hasCause(e, UnresolvedAddressException.class)) {
      return "host not found";
    }
    if (e instanceof HttpTimeoutException) {
      return "no answer in time";
    }
    if (e instanceof ConnectException) {
      return "no connection";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static boolean hasCause(Throwable e, Class<? extends Exception> type) {
    return type.isInstance(e) || (e.getCause() != null && hasCause(e.getCause(), type));
  }
}

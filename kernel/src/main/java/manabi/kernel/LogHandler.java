package manabi.kernel;

import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/**
 * Writes to the process' stderr. The JDK's own handler looks for a logging service in every jar of
 * the class path, so it is made for the first message, not at the start.
 */
final class LogHandler extends Handler {
  private Handler console;

  @Override
  public synchronized void publish(LogRecord message) {
    if (console == null) {
      console = new ConsoleHandler();
    }
    console.publish(message);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}

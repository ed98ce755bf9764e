package manabi.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A stream whose reads end with an exception when nothing arrives for too long. */
final class ImpatientStream extends FilterInputStream {

  private final Duration patience;

  ImpatientStream(InputStream in, Duration patience) {
    super(in);
    this.patience = patience;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    // Closing the stream of a response wakes the thread that waits for its bytes.
    CompletableFuture<Void> alarm = new CompletableFuture<Void>();
    CompletableFuture<Void> closing =
        alarm
            .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
            .thenRun(this::closeQuietly);
    try {
      return in.read(buffer, offset, length);
    } catch (IOException e) {
      if (alarm.isDone()) {
        throw new HttpTimeoutException("nothing arrived for " + patience.toSeconds() + " s");
      }
      throw e;
    } finally {
      closing.cancel(false);
      alarm.cancel(false);
    }
  }

  private void closeQuietly() {
    try {
      in.close();
    } catch (IOException e) {
      // The reading thread fails all the same.
    }
  }
}

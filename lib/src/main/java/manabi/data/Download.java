package manabi.data;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import manabi.progress.ProgressBar;

/**
 * Fetches files over HTTP, so that under its own name there is only ever a complete and checked
 * file.
 *
 * <p>Bytes go to a file with {@code .part} behind its name. A connection that was cut is taken up
 * again where it ended, also by a later run.
 */
final class Download {

  private static final int MAX_VAIN_CONNECTIONS = 3;

  private final HttpClient client;
  private final Duration patience;

  /**
   * Makes a download that gives up when nothing arrives for so long.
   *
   * @param patience the longest wait for a connection, an answer, and each next byte
   */
  Download(Duration patience) {
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(patience)
            .build();
  }

  /**
   * Fetches one file.
   *
   * @throws DataException if it cannot be fetched, cannot be written, or has the wrong checksum
   */
  void fetch(DataFile file, Path target) {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    boolean resumed = size(part) > 0;
    transferAll(file, part);
    try {
      file.checksum().verify(part);
    } catch (DataException e) {
      delete(part);
      if (!resumed) {
        throw new DataException(file.address() + ": " + e.getMessage(), e);
      }
      fetch(file, target); // what an earlier run left may have been of another version
      return;
    }
    try {
      Files.move(part, target, ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (IOException e) {
      throw new DataException(target + " cannot be written: " + Failures.reason(e), e);
    }
  }

  /** Connects again until several connections in a row have brought nothing. */
  private void transferAll(DataFile file, Path part) {
    int vain = 0;
    while (true) {
      long before = size(part);
      try {
        transfer(file, part);
        return;
      } catch (IOException e) {
        if (Thread.currentThread().isInterrupted()) {
          throw new CancellationException("the download of " + file.name() + " was interrupted");
        }
        vain = size(part) > before ? 0 : vain + 1;
        if (vain == MAX_VAIN_CONNECTIONS || e instanceof ConnectException) {
          throw new DataException(file.address() + ": " + Failures.reason(e), e);
        }
      }
    }
  }

  private void transfer(DataFile file, Path part) throws IOException {
    long have = size(part);
    HttpResponse<InputStream> response = request(file, have);
    switch (response.statusCode()) {
      case 200 -> copy(file, response, part, 0);
      case 206 -> {
        requireRangeFrom(have, response);
        copy(file, response, part, have);
      }
      case 416 -> { // the part is longer than the file
        response.body().close();
        delete(part);
        throw new IOException("the server has no more bytes");
      }
      default -> {
        response.body().close();
        throw new DataException(file.address() + ": HTTP status " + response.statusCode());
      }
    }
  }

  private HttpResponse<InputStream> request(DataFile file, long have) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(file.address()).timeout(patience);
    if (have > 0) {
      request.header("Range", "bytes=" + have + "-");
    }
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the download of " + file.name() + " was interrupted");
    }
  }

  private static void requireRangeFrom(long first, HttpResponse<?> response) {
    String range = response.headers().firstValue("Content-Range").orElse("none");
    if (!range.startsWith("bytes " + first + "-")) {
      throw new DataException(
          "%s: asked for bytes from %d, got %s".formatted(response.uri(), first, range));
    }
  }

  private void copy(DataFile file, HttpResponse<InputStream> response, Path part, long have)
      throws IOException {
    long length = have + response.headers().firstValueAsLong("Content-Length").orElse(0);
    byte[] buffer = new byte[1 << 16];
    try (InputStream body = new ImpatientStream(response.body(), patience);
        OutputStream out = open(part, have > 0);
        ProgressBar bar = ProgressBar.start(file.name() + " (kB)", Math.max(1, length / 1000))) {
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        write(out, buffer, n, part);
        have += n;
        bar.update(have / 1000);
      }
    }
  }

  private static OutputStream open(Path part, boolean append) {
    try {
      return append
          ? Files.newOutputStream(part, WRITE, APPEND)
          : Files.newOutputStream(part, WRITE, CREATE, TRUNCATE_EXISTING);
    } catch (IOException e) {
      throw new DataException(part + " cannot be written: " + Failures.reason(e), e);
    }
  }

  private static void write(OutputStream out, byte[] buffer, int length, Path part) {
    try {
      out.write(buffer, 0, length);
    } catch (IOException e) {
      throw new DataException(part + " cannot be written: " + Failures.reason(e), e);
    }
  }

  private static long size(Path part) {
    try {
      return Files.exists(part) ? Files.size(part) : 0;
    } catch (IOException e) {
      throw new DataException(part + " cannot be read: " + Failures.reason(e), e);
    }
  }

  private static void delete(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw new DataException(part + " cannot be deleted: " + Failures.reason(e), e);
    }
  }
}

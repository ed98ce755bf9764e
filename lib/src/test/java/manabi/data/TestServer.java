package manabi.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on this machine with one file of random bytes, which misbehaves on demand. */
final class TestServer implements AutoCloseable {

  final byte[] content = new byte[300_000];

  /** What each request asked for: the Range header, or an empty string. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  /** How many bytes of the body a connection brings before it is cut. */
  volatile int cutAfter = Integer.MAX_VALUE;

  /** Whether it stays open and silent in place of being cut. */
  volatile boolean stalls;

  volatile boolean knowsRanges = true;
  volatile int status = 200;
  volatile String contentRange = "bytes %d-";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  TestServer() {
    new Random(1).nextBytes(content);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create(
        "http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort());
  }

  DataFile file(String name) {
    return new DataFile(name, address().resolve("/" + name), Checksum.md5(md5(content)));
  }

  static String md5(byte[] bytes) {
    MessageDigest digest = Checksum.md5("").newDigest();
    return HexFormat.of().formatHex(digest.digest(bytes));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    requests.add(range == null ? "" : range);
    if (status != 200) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    int first = 0;
    if (range != null && knowsRanges) {
      first = Integer.parseInt(range.replaceAll("\\D", ""));
      if (first >= content.length) {
        exchange.sendResponseHeaders(416, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Range", contentRange.formatted(first));
    }
    byte[] body = Arrays.copyOfRange(content, first, content.length);
    exchange.sendResponseHeaders(first > 0 ? 206 : 200, body.length);
    exchange.getResponseBody().write(body, 0, Math.min(body.length, cutAfter));
    exchange.getResponseBody().flush();
    if (!stalls) {
      exchange.close();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

package manabi.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

class PublisherTest {
  private static final byte[] TOPIC = "stream".getBytes(StandardCharsets.UTF_8);
  private static final byte[] CHUNK = new byte[1 << 16];

  private final ZContext context = new ZContext();
  private ZMQ.Socket socket;
  private int port;

  @BeforeEach
  void bind() {
    socket = context.createSocket(SocketType.XPUB);
    socket.setLinger(0);
  }

  @AfterEach
  void close() {
    context.close();
  }

  private Publisher publisher(Duration patience) {
    Publisher publisher = new Publisher(socket, patience);
    port = socket.bindToRandomPort("tcp://127.0.0.1");
    return publisher;
  }

  private ZMQ.Socket subscriber() {
    ZMQ.Socket subscriber = context.createSocket(SocketType.SUB);
    subscriber.setLinger(0);
    subscriber.setRcvHWM(1);
    subscriber.connect("tcp://127.0.0.1:" + port);
    subscriber.subscribe(ZMQ.SUBSCRIPTION_ALL);
    assertThat(socket.recv()).startsWith(1); // The subscription has arrived.
    return subscriber;
  }

  /** Adds chunks until the subscriber takes no more, and returns how many. */
  private static int flood(Publisher publisher) {
    int sent = 0;
    do {
      publisher.add(List.of(TOPIC, CHUNK));
      sent++;
    } while (publisher.sendAll());
    return sent;
  }

  private static int receiveAll(Publisher publisher, ZMQ.Socket subscriber) {
    subscriber.setReceiveTimeOut(500);
    int received = 0;
    while (subscriber.recv() != null) {
      assertThat(subscriber.recv()).hasSameSizeAs(CHUNK);
      received++;
      publisher.sendAll();
    }
    return received;
  }

  @Test
  void aSlowReaderMissesNothing() {
    Publisher publisher = publisher(Duration.ofHours(1));
    ZMQ.Socket subscriber = subscriber();
    int sent = flood(publisher);
    assertThat(receiveAll(publisher, subscriber)).isEqualTo(sent);
  }

  @Test
  void aReaderThatReadsNothingDoesNotStopTheOthers() {
    Publisher publisher = publisher(Duration.ofMillis(100));
    ZMQ.Socket stopped = subscriber();
    flood(publisher);
    ZMQ.Socket other = subscriber();
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!publisher.sendAll()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
    assertThat(receiveAll(publisher, other)).isEqualTo(1);
    assertThat(receiveAll(publisher, stopped)).isPositive();
  }

  @Test
  void whoPublishesWithoutEndWaits() throws InterruptedException {
    Publisher publisher = publisher(Duration.ofHours(1));
    Thread printer =
        new Thread(
            () -> {
              try {
                while (true) {
                  publisher.add(List.of(TOPIC, CHUNK));
                  publisher.awaitRoom();
                }
              } catch (InterruptedException e) {
                // The end of the test.
              }
            });
    printer.start();
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (printer.getState() != Thread.State.WAITING) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(5);
    }
    publisher.sendAll(); // Nobody has subscribed: all is gone, and there is room.
    end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (printer.getState() != Thread.State.WAITING) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(5);
    }
    printer.interrupt();
    printer.join(10_000);
    assertThat(printer.isAlive()).isFalse();
  }
}

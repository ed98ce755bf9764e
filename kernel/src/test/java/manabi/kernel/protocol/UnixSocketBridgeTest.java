package manabi.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnixSocketBridgeTest {
  @TempDir private Path folder;
  private ServerSocket server;
  private Path file;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    server.setSoTimeout(10_000);
    file = folder.resolve("kernel-1");
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private SocketChannel client() throws IOException {
    return SocketChannel.open(UnixDomainSocketAddress.of(file));
  }

  @Test
  void bytesGoBothWays() throws IOException {
    UnixSocketBridge bridge = new UnixSocketBridge(file, server.getLocalPort());
    byte[] question = new byte[1 << 20];
    question[question.length - 1] = 7;
    try (SocketChannel client = client();
        Socket kernel = server.accept()) {
      Thread asking = new Thread(() -> write(client, question));
      asking.start();
      byte[] received = new byte[question.length];
      new DataInputStream(kernel.getInputStream()).readFully(received);
      assertThat(received).isEqualTo(question);

      kernel.getOutputStream().write(8);
      ByteBuffer answer = ByteBuffer.allocate(1);
      assertThat(client.read(answer)).isEqualTo(1);
      assertThat(answer.get(0)).isEqualTo((byte) 8);

      client.shutdownOutput();
      assertThat(kernel.getInputStream().read()).isEqualTo(-1);
    }
    bridge.close();
  }

  private static void write(SocketChannel client, byte[] bytes) {
    try {
      client.write(ByteBuffer.wrap(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theFileOfAKilledKernelIsReplacedAndRemovedAtTheEnd() throws IOException {
    new UnixSocketBridge(file, 1); // Left as a killed process leaves it.
    UnixSocketBridge next = new UnixSocketBridge(file, server.getLocalPort());
    try (SocketChannel client = client();
        Socket kernel = server.accept()) {
      assertThat(client.isConnected() && kernel.isConnected()).isTrue();
    }
    next.close();
    assertThat(file).doesNotExist();
  }

  @Test
  void aFolderThatIsMissingIsNamed() {
    Path missing = folder.resolve("none").resolve("kernel-1");
    assertThatThrownBy(() -> new UnixSocketBridge(missing, 1))
        .hasMessageContaining("cannot make the socket file " + missing);
  }
}

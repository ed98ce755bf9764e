package manabi.kernel.protocol;

import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import org.zeromq.SocketType;

/**
 * The channels of a Jupyter kernel. Control stands first: of two messages that wait, an interrupt
 * is read before a cell that was sent after it.
 */
enum Channel {
  CONTROL(SocketType.ROUTER),
  SHELL(SocketType.ROUTER),
  STDIN(SocketType.ROUTER),
  IOPUB(SocketType.XPUB),
  HEARTBEAT(SocketType.ROUTER);

  private final SocketType type;

  Channel(SocketType type) {
    this.type = type;
  }

  SocketType type() {
    return type;
  }

  int port(KernelConnectionProperties properties) {
    return switch (this) {
      case CONTROL -> properties.getControlPort();
      case SHELL -> properties.getShellPort();
      case STDIN -> properties.getStdinPort();
      case IOPUB -> properties.getIopubPort();
      case HEARTBEAT -> properties.getHbPort();
    };
  }
}

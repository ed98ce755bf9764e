package manabi.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * SIGINT, as Ctrl-C in a console sends it. The class for signals is the JDK's but not part of the
 * Java SE API: it is looked up at run time, because the compiler warns of it whatever one says.
 */
final class InterruptSignal {
  private static final Logger LOG = Logger.getLogger(InterruptSignal.class.getName());

  private InterruptSignal() {}

  /** Has SIGINT run {@code action} instead of ending the process, where the JVM can. */
  static void handle(Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, arguments) -> {
                action.run();
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("INT"), proxy);
    } catch (ReflectiveOperationException e) {
      Throwable reason = e instanceof InvocationTargetException ? e.getCause() : e;
      LOG.log(Level.FINE, "SIGINT ends this kernel", reason);
    }
  }
}

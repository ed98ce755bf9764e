package manabi.kernel.display;

import java.util.function.Function;

/** Where renderers are registered: how values of a type are shown. */
public interface Renderers {

  /**
   * Shows every value that is a {@code type} by {@code renderer}; the most specific type wins, and
   * of two renderers for one type the later.
   */
  <T> void register(Class<T> type, Function<? super T, MimeBundle> renderer);
}

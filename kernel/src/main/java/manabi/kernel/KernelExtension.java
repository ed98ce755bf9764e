package manabi.kernel;

import java.util.List;
import manabi.kernel.display.LiveDisplay;
import manabi.kernel.display.Renderers;
import manabi.kernel.magic.Magic;

/**
 * What a jar on the class path brings to the kernel. Found by {@link java.util.ServiceLoader} when
 * the kernel starts, or when a magic as {@code %maven} adds the jar: name the implementation in
 * {@code META-INF/services/manabi.kernel.KernelExtension}. Every method may be left out.
 */
public interface KernelExtension {

  /**
   * Returns the imports that every cell sees, each as between {@code import} and {@code ;}, for
   * example {@code "java.time.*"} or {@code "static java.lang.Math.*"}.
   */
  default List<String> imports() {
    return List.of();
  }

  /** Registers how values of the jar's types are shown. */
  default void register(Renderers renderers) {}

  /** Returns the magics that the jar brings; one whose name is taken is left out. */
  default List<Magic> magics() {
    return List.of();
  }

  /** Receives the display for output that changes while a cell runs; called once, at first. */
  default void connect(LiveDisplay display) {}
}

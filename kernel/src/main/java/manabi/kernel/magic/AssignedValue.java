package manabi.kernel.magic;

import java.util.concurrent.atomic.AtomicReference;

/** Carries the value of a magic into the cell that assigns it, as {@code var x = %name} does. */
public final class AssignedValue {
  static final String CALL = " " + AssignedValue.class.getName() + ".take();";

  private static final AtomicReference<Object> VALUE = new AtomicReference<>();

  private AssignedValue() {}

  static void offer(Object value) {
    VALUE.set(value);
  }

  /**
   * Returns the value of the magic that ran last, which may be null.
   *
   * @param <T> what it is assigned to
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // The cell's cast checks it.
  public static <T> T take() {
    return (T) VALUE.getAndSet(null);
  }
}

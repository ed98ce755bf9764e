package manabi.kernel.eval;

import java.util.function.Supplier;

/** Something that is made when it is first needed: not while the kernel starts. */
public final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private T made;

  /** Will have {@code maker} make it, once. */
  public Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    if (made == null) {
      made = maker.get();
    }
    return made;
  }
}

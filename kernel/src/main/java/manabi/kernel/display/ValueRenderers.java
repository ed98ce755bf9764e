package manabi.kernel.display;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How values become MIME bundles: by the renderers registered for their types, else as text. */
public final class ValueRenderers implements Renderers {

  /** Shows values in the formats that are asked for, if it can, or in those it finds best. */
  @FunctionalInterface
  interface FormatRenderer<T> {

    /**
     * Returns how {@code value} is shown.
     *
     * @param formats the MIME types asked for, or none; more may be returned
     */
    MimeBundle render(T value, List<String> formats);
  }

  private record Entry<T>(Class<T> type, FormatRenderer<? super T> renderer) {
    MimeBundle render(Object value, List<String> formats) {
      MimeBundle bundle = renderer.render(type.cast(value), formats);
      if (bundle == null) {
        throw new IllegalStateException(
            "the renderer of " + type.getSimpleName() + " must return a MimeBundle, was null");
      }
      return bundle;
    }
  }

  private final List<Entry<?>> entries = new ArrayList<>();

  /** Begins with the renderers for what Java itself brings. */
  public ValueRenderers() {
    StandardRenderers.register(this);
  }

  @Override
  public <T> void register(Class<T> type, Function<? super T, MimeBundle> renderer) {
    registerFormats(type, (value, formats) -> renderer.apply(value));
  }

  synchronized <T> void registerFormats(Class<T> type, FormatRenderer<? super T> renderer) {
    entries.removeIf(entry -> entry.type() == type);
    entries.add(0, new Entry<>(type, renderer));
  }

  /**
   * Returns how {@code value} is shown.
   *
   * @param value any value, null included
   * @throws RuntimeException what a renderer or the value's {@code toString} throws
   */
  public MimeBundle render(Object value) {
    return render(value, List.of());
  }

  /**
   * Returns how {@code value} is shown in some of its formats; those that it does not have are left
   * out, plain text is always among them.
   *
   * @param mimeTypes the formats wanted, or none for all; a text is what it is said to be; {@code
   *     image/*} is every picture
   * @throws IllegalArgumentException if one of {@code mimeTypes} is no MIME type
   */
  public MimeBundle render(Object value, List<String> mimeTypes) {
    Formats.check(mimeTypes);
    if (value == null) {
      return MimeBundle.text("null");
    }
    MimeBundle bundle = entry(value).render(value, mimeTypes);
    return mimeTypes.isEmpty() ? bundle : Formats.chosen(bundle, mimeTypes);
  }

  private synchronized Entry<?> entry(Object value) {
    Entry<?> best = null;
    for (Entry<?> entry : entries) {
      boolean fits = entry.type().isInstance(value);
      if (fits && (best == null || isMoreSpecific(entry.type(), best.type()))) {
        best = entry;
      }
    }
    return best;
  }

  private static boolean isMoreSpecific(Class<?> type, Class<?> than) {
    return type != than && than.isAssignableFrom(type);
  }
}

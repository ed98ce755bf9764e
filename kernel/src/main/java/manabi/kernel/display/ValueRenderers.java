package manabi.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How values become MIME bundles: by the renderers registered for their types, else as text. */
public final class ValueRenderers implements Renderers {
  private record Entry<T>(Class<T> type, Function<? super T, MimeBundle> renderer) {
    MimeBundle render(Object value) {
      return renderer.apply(type.cast(value));
    }
  }

  private static final String TEXT = "text/plain";

  private final List<Entry<?>> entries = new ArrayList<>();

  /** Begins with the renderers for what Java itself brings. */
  public ValueRenderers() {
    register(MimeBundle.class, bundle -> bundle);
    register(BufferedImage.class, Images::bundle);
    register(Collection.class, ValueRenderers::collection);
    register(Object[].class, ValueRenderers::array);
    register(DisplayData.class, BaseKernelData::bundle);
  }

  @Override
  public synchronized <T> void register(Class<T> type, Function<? super T, MimeBundle> renderer) {
    entries.add(0, new Entry<>(type, renderer));
  }

  /**
   * Returns how {@code value} is shown.
   *
   * @param value any value, null included
   * @throws RuntimeException what a renderer or the value's {@code toString} throws
   */
  public MimeBundle render(Object value) {
    return value == null ? MimeBundle.text("null") : entry(value).render(value);
  }

  /**
   * Returns how {@code value} is shown in some of its formats.
   *
   * @param mimeTypes the formats wanted, or none for all; a text is what it is said to be
   * @throws IllegalArgumentException if the value has none of the formats
   */
  public MimeBundle render(Object value, List<String> mimeTypes) {
    MimeBundle all = render(value);
    if (mimeTypes.isEmpty()) {
      return all;
    }
    MimeBundle chosen = MimeBundle.text((String) all.data().get(TEXT));
    for (String type : mimeTypes) {
      Object content = value instanceof CharSequence ? value.toString() : all.data().get(type);
      chosen = content == null ? chosen : chosen.with(type, content);
    }
    if (chosen.data().size() == 1 && !mimeTypes.contains(TEXT)) {
      throw new IllegalArgumentException(
          "value must have one of the formats " + mimeTypes + ", has " + all.data().keySet());
    }
    return chosen;
  }

  private synchronized Entry<?> entry(Object value) {
    Entry<?> best = null;
    for (Entry<?> entry : entries) {
      boolean fits = entry.type().isInstance(value);
      if (fits && (best == null || isMoreSpecific(entry.type(), best.type()))) {
        best = entry;
      }
    }
    return best == null ? new Entry<>(Object.class, ValueRenderers::plain) : best;
  }

  private static boolean isMoreSpecific(Class<?> type, Class<?> than) {
    return type != than && than.isAssignableFrom(type);
  }

  private static MimeBundle plain(Object value) {
    return MimeBundle.text(PlainText.of(value));
  }

  private static MimeBundle collection(Collection<?> rows) {
    return withTable(rows, Tables.ofRecords(rows));
  }

  private static MimeBundle array(Object[] rows) {
    Optional<String> grid = Tables.ofGrid(rows);
    return withTable(rows, grid.isPresent() ? grid : Tables.ofRecords(Arrays.asList(rows)));
  }

  private static MimeBundle withTable(Object value, Optional<String> html) {
    MimeBundle text = plain(value);
    return html.map(table -> text.with("text/html", table)).orElse(text);
  }
}

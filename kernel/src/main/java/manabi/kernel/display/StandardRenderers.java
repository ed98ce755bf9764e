package manabi.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.BaseStream;

/** How the values of Java itself are shown. */
final class StandardRenderers {
  private StandardRenderers() {}

  static void register(ValueRenderers renderers) {
    renderers.register(Object.class, StandardRenderers::object);
    renderers.registerFormats(CharSequence.class, StandardRenderers::text);
    renderers.register(Collection.class, c -> container(c, () -> Tables.of(c)));
    renderers.register(Object[].class, array -> withTable(array, () -> Tables.of(array)));
    renderers.register(Map.class, m -> container(m, () -> Optional.of(Tables.of(m))));
    renderers.registerFormats(
        Optional.class, (optional, formats) -> optional(renderers, optional, formats));
    renderers.register(BaseStream.class, s -> unread(s, "a stream, not consumed: .toList()"));
    renderers.register(Iterator.class, i -> unread(i, "an iterator, not consumed"));
    renderers.register(byte[].class, b -> ImageBytes.bundle(b).orElseGet(() -> plain(b)));
    renderers.registerFormats(RenderedImage.class, Images::rendered);
    renderers.registerFormats(Image.class, Images::loaded);
    renderers.registerFormats(BufferedImage.class, Images::rendered);
    renderers.register(MimeBundle.class, bundle -> bundle);
    renderers.register(DisplayData.class, BaseKernelData::bundle);
  }

  private static MimeBundle plain(Object value) {
    return MimeBundle.text(PlainText.of(value));
  }

  private static MimeBundle object(Object value) {
    return withTable(
        value,
        () ->
            value instanceof Record row && OwnText.isCompilers(row)
                ? Optional.of(Tables.of(row))
                : TableLike.of(value));
  }

  private static MimeBundle container(Object value, Supplier<Optional<Table>> table) {
    return OwnText.isJavas(value) ? withTable(value, table) : plain(value);
  }

  private static MimeBundle withTable(Object value, Supplier<Optional<Table>> table) {
    MimeBundle text = plain(value);
    try {
      Optional<Table> found = table.get().filter(t -> t.columnCount() > 0);
      return found.map(HtmlTable::of).map(html -> text.with("text/html", html)).orElse(text);
    } catch (ConcurrentModificationException e) {
      return text;
    }
  }

  /** A text is what it is said to be. */
  private static MimeBundle text(CharSequence text, List<String> formats) {
    MimeBundle bundle = plain(text);
    for (String format : formats) {
      bundle = format.endsWith("*") ? bundle : bundle.with(format, text.toString());
    }
    return bundle;
  }

  /** Shows the formats of what is inside. */
  private static MimeBundle optional(
      ValueRenderers renderers, Optional<?> optional, List<String> formats) {
    if (optional.isEmpty()) {
      return plain(optional);
    }
    MimeBundle inside = renderers.render(optional.get(), formats);
    return inside.with("text/plain", "Optional[" + inside.data().get("text/plain") + "]");
  }

  private static MimeBundle unread(Object source, String words) {
    return OwnText.isMissing(source) ? MimeBundle.text(words) : plain(source);
  }
}

package manabi.kernel.display;

import java.util.Collection;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import manabi.kernel.eval.SnippetNames;

/**
 * Values as text, in the forms that Java gives them. Of arrays, collections and maps only as much
 * is asked for as is shown, so that ten million elements take no longer than a thousand, and what
 * contains itself comes to an end.
 */
final class PlainText {
  static final int MAX_LENGTH = 20_000;
  private static final int SHORT = 40;
  private static final int MAX_ELEMENTS = 1_000;
  private static final int MAX_DEPTH = 20;

  private final int limit;
  private final StringBuilder text = new StringBuilder();
  private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());

  private PlainText(int limit) {
    this.limit = limit;
  }

  static String of(Object value) {
    return of(value, MAX_LENGTH);
  }

  /** Returns the value's text, cut with a note at about {@code limit} characters. */
  static String of(Object value, int limit) {
    PlainText page = new PlainText(limit);
    page.add(value);
    return page.text.toString();
  }

  private void add(Object value) {
    if (!isContainer(value)) {
      leaf(value);
    } else if (open.size() == MAX_DEPTH) {
      text.append('…');
    } else if (open.add(value)) {
      container(value);
      open.remove(value);
    } else {
      text.append("(cycle)");
    }
  }

  private static boolean isContainer(Object value) {
    return value instanceof Optional
        || (value != null && value.getClass().isArray())
        || ((value instanceof Collection || value instanceof Map) && OwnText.isJavas(value));
  }

  private void container(Object value) {
    if (value instanceof Optional<?> optional) {
      text.append(optional.isPresent() ? "Optional[" : "Optional.empty");
      optional.ifPresent(this::add);
      text.append(optional.isPresent() ? "]" : "");
    } else if (value instanceof Map<?, ?> map) {
      elements('{', map.entrySet(), ", ", '}');
    } else if (value instanceof Collection<?> collection) {
      elements('[', collection, ", ", ']');
    } else {
      List<Object> array = ArrayView.of(value);
      boolean hasRows = value.getClass().getComponentType().isArray();
      elements('[', array, hasRows ? ",\n" + " ".repeat(open.size()) : ", ", ']');
    }
  }

  private void elements(char first, Collection<?> elements, String separator, char last) {
    text.append(first);
    int shown = 0;
    try {
      Iterator<?> remaining = elements.iterator();
      while (remaining.hasNext() && shown < MAX_ELEMENTS && text.length() < limit) {
        Object element = remaining.next();
        text.append(shown == 0 ? "" : separator);
        element(element);
        shown++;
      }
      if (remaining.hasNext()) {
        int more = elements.size() - shown;
        text.append(separator).append("… ").append(more > 0 ? more + " more" : "more");
      }
    } catch (ConcurrentModificationException e) {
      text.append(shown == 0 ? "" : separator).append("… (changed while it was shown)");
    }
    text.append(last);
  }

  private void element(Object element) {
    if (element instanceof Map.Entry<?, ?> entry) {
      add(entry.getKey());
      text.append('=');
      add(entry.getValue());
    } else {
      add(element);
    }
  }

  private void leaf(Object value) {
    String words = String.valueOf(value == null ? null : value.toString());
    if (!(value instanceof CharSequence)) {
      words = SnippetNames.readable(words);
    }
    int space = Math.max(0, limit - text.length());
    if (words.length() <= Math.max(space, SHORT)) { // No number is cut in its middle.
      text.append(words);
    } else {
      boolean splits = space > 0 && Character.isHighSurrogate(words.charAt(space - 1));
      text.append(words, 0, splits ? space - 1 : space);
      text.append("… (").append(words.length()).append(" characters)");
    }
  }
}

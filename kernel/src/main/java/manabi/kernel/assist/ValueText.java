package manabi.kernel.assist;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import manabi.kernel.eval.SnippetNames;

/**
 * The value of a variable as a short text, made without calling code of the reader's: its {@code
 * toString} may throw, hang or print.
 *
 * <p>Numbers, texts, enums, dates and other simple values of the JDK are shown, and arrays, records
 * and the JDK's collections of them; of everything else only the class.
 */
final class ValueText {
  private static final int MAX_LENGTH = 200;
  private static final int MAX_TEXT = 150;
  private static final int MAX_ITEMS = 20;
  private static final int MAX_DEPTH = 3;

  private ValueText() {}

  static String of(Object value) {
    String text = of(value, 0);
    int end = Math.min(MAX_LENGTH, text.length());
    return text.length() > MAX_LENGTH ? text.substring(0, end) + "…" : text;
  }

  private static String of(Object value, int depth) {
    if (value == null) {
      return "null";
    }
    if (value instanceof CharSequence text && isOfJdk(value)) {
      int shown = Math.min(text.length(), MAX_TEXT);
      return "\""
          + text.subSequence(0, shown).toString().replace("\n", "\\n")
          + (shown < text.length() ? "…\"" : "\"");
    }
    if (value instanceof Character c) {
      return "'" + c + "'";
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    return depth < MAX_DEPTH ? inner(value, depth) : "…";
  }

  private static String inner(Object value, int depth) {
    if (value.getClass().isArray()) {
      return array(value, depth);
    }
    if (value instanceof Record) {
      return record(value, depth);
    }
    if (!isOfJdk(value)) {
      return SnippetNames.readable(value.getClass().getTypeName());
    }
    if (value instanceof Map<?, ?> map) {
      return map(map, depth);
    }
    if (value instanceof Collection<?> items
        && value.getClass().getName().startsWith("java.util.")) {
      return collection(items, depth);
    }
    if (value instanceof Optional<?> optional) {
      return optional
          .map(inside -> "Optional[" + of(inside, depth + 1) + "]")
          .orElse("Optional.empty");
    }
    return isSimple(value) ? value.toString() : value.getClass().getTypeName();
  }

  private static boolean isOfJdk(Object value) {
    return value.getClass().getModule() == Object.class.getModule();
  }

  private static boolean isSimple(Object value) {
    return value instanceof Number
        || value instanceof Boolean
        || value instanceof java.time.temporal.TemporalAccessor
        || value instanceof java.time.temporal.TemporalAmount
        || value instanceof java.nio.file.Path
        || value instanceof java.net.URI
        || value instanceof java.util.UUID;
  }

  private static String array(Object array, int depth) {
    List<String> items = new ArrayList<>();
    int length = Array.getLength(array);
    for (int i = 0; i < Math.min(length, MAX_ITEMS); i++) {
      items.add(of(Array.get(array, i), depth + 1));
    }
    return joined("[", items, length, "]");
  }

  private static String collection(Collection<?> collection, int depth) {
    List<String> items = new ArrayList<>();
    try {
      for (Object item : collection) {
        if (items.size() == MAX_ITEMS) {
          break;
        }
        items.add(of(item, depth + 1));
      }
      return joined("[", items, collection.size(), "]");
    } catch (RuntimeException e) {
      return collection.getClass().getTypeName(); // A cell changes it at this moment.
    }
  }

  private static String map(Map<?, ?> map, int depth) {
    List<String> items = new ArrayList<>();
    try {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (items.size() == MAX_ITEMS) {
          break;
        }
        items.add(of(entry.getKey(), depth + 1) + "=" + of(entry.getValue(), depth + 1));
      }
      return joined("{", items, map.size(), "}");
    } catch (RuntimeException e) {
      return map.getClass().getTypeName(); // A cell changes it at this moment.
    }
  }

  private static String record(Object value, int depth) {
    List<String> items = new ArrayList<>();
    RecordComponent[] components = value.getClass().getRecordComponents();
    for (RecordComponent component : components) {
      items.add(component.getName() + "=" + component(value, component, depth));
    }
    String name = SnippetNames.readable(value.getClass().getTypeName());
    return joined(name + "[", items, components.length, "]");
  }

  /** Returns a component from its field: its method may be the reader's. */
  private static String component(Object value, RecordComponent component, int depth) {
    try {
      Field field = value.getClass().getDeclaredField(component.getName());
      return field.trySetAccessible() ? of(field.get(value), depth + 1) : "…";
    } catch (ReflectiveOperationException e) {
      return "…";
    }
  }

  private static String joined(String start, List<String> items, int size, String end) {
    return start + String.join(", ", items) + (size > items.size() ? ", …" : "") + end;
  }
}

package manabi.kernel.display;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The names and values of a record's components. */
final class RecordFields {
  private RecordFields() {}

  static List<String> names(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  /** Returns the values in the order of the names; they may be null. */
  static List<Object> values(Object row) {
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      values.add(value(row, component));
    }
    return values;
  }

  private static Object value(Object row, RecordComponent component) {
    Method accessor = component.getAccessor();
    if (!accessor.trySetAccessible()) { // Records of cells are not public, but they are open.
      return "(not accessible)";
    }
    try {
      return accessor.invoke(row);
    } catch (IllegalAccessException e) {
      throw new AssertionError("was made accessible", e);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(component.getName() + "() failed", e.getCause());
    }
  }
}

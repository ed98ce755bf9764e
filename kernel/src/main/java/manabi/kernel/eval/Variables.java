package manabi.kernel.eval;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.VarSnippet;

/**
 * Where the values of the cells' variables are. JShell gives a variable a new field when something
 * that it depends on changes; its value goes with it here if it still fits.
 */
final class Variables {
  private final Map<String, Field> fields = new HashMap<>();
  private final List<String> reset = new ArrayList<>();

  /** Returns the value of the variable that is called {@code name}, if there is one. */
  Optional<CellValue> value(String name) {
    return Optional.ofNullable(fields.get(name)).map(field -> new CellValue(value(field)));
  }

  /** Forgets the value of a variable that was declared anew in {@code holder}. */
  void declared(VarSnippet variable, Class<?> holder) {
    Field before = fields.put(variable.name(), field(holder, variable.name()));
    if (before != null && before.getDeclaringClass() != holder) {
      clear(before);
    }
  }

  /** Forgets the value of a variable that is about to get one. */
  void reset(String name) {
    Field field = fields.get(name);
    if (field != null) {
      set(field, Array.get(Array.newInstance(field.getType(), 1), 0));
    }
  }

  /** Takes over the value of a variable that lives in {@code holder} from now on. */
  void moved(VarSnippet variable, Class<?> holder) {
    Field after = field(holder, variable.name());
    Field before = fields.put(variable.name(), after);
    if (before == null || before.getDeclaringClass() == holder) {
      return;
    }
    if (before.getGenericType().getTypeName().equals(after.getGenericType().getTypeName())) {
      set(after, value(before));
    } else {
      reset.add(variable.name());
    }
    clear(before);
  }

  /** Forgets a variable whose type does not compile any more. */
  void undefined(VarSnippet variable) {
    fields.remove(variable.name());
  }

  /** Frees the value of a variable that is no more. */
  void dropped(VarSnippet variable, Class<?> holder) {
    fields.remove(variable.name());
    clear(field(holder, variable.name()));
  }

  /** Returns the names of the variables whose values were lost, and forgets them. */
  List<String> takeReset() {
    List<String> names = List.copyOf(reset);
    reset.clear();
    return names;
  }

  private static Field field(Class<?> holder, String name) {
    try {
      Field field = holder.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("a variable's class must have its field", e);
    }
  }

  private static Object value(Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("the field was made accessible", e);
    }
  }

  private static void set(Field field, Object value) {
    try {
      field.set(null, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("the field was made accessible", e);
    }
  }

  /** Lets the garbage collector have what a field holds that no cell sees any more. */
  private static void clear(Field field) {
    if (!field.getType().isPrimitive()) {
      set(field, null);
    }
  }
}

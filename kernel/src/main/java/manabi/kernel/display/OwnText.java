package manabi.kernel.display;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/** Whose words the text of a value is: Java's, or those of the class's author. */
final class OwnText {
  private OwnText() {}

  /** Returns whether a class of Java's gives the text, as of its collections. */
  static boolean isJavas(Object value) {
    return toStringOf(value).getDeclaringClass().getName().startsWith("java.");
  }

  /** Returns whether the text is class and hash code only. */
  static boolean isMissing(Object value) {
    return toStringOf(value).getDeclaringClass() == Object.class;
  }

  /** Returns whether a record's text is the compiler's, whose methods are final. */
  static boolean isCompilers(Record value) {
    return Modifier.isFinal(toStringOf(value).getModifiers());
  }

  private static Method toStringOf(Object value) {
    try {
      return value.getClass().getMethod("toString");
    } catch (NoSuchMethodException e) {
      throw new AssertionError("every object has toString", e);
    }
  }
}

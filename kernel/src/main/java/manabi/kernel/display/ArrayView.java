package manabi.kernel.display;

import java.lang.reflect.Array;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** An array of any type, primitive ones too, as a list that copies nothing. */
final class ArrayView extends AbstractList<Object> implements RandomAccess {
  private final Object array;

  private ArrayView(Object array) {
    this.array = array;
  }

  static List<Object> of(Object array) {
    return new ArrayView(array);
  }

  @Override
  public Object get(int index) {
    return Array.get(array, index);
  }

  @Override
  public int size() {
    return Array.getLength(array);
  }
}

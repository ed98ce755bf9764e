package manabi.dl4j;

import java.util.Arrays;
import manabi.nn.Sequential;
import manabi.tensor.Shapes;
import org.deeplearning4j.nn.api.Model;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One parameter in both libraries. */
final class Link {

  private final String parameter;
  private final String key;
  private final int[] places;

  /**
   * Links two parameters.
   *
   * @param parameter the name in the {@link Sequential}
   * @param key the name in DL4J
   * @param places for each number in DL4J's order, rows first, where it stands here
   */
  private Link(String parameter, String key, int... places) {
    this.parameter = parameter;
    this.key = key;
    this.places = places;
  }

  String parameter() {
    return parameter;
  }

  String key() {
    return key;
  }

  /** Links a parameter whose numbers stand in the same order. */
  static Link same(Sequential model, String parameter, String key) {
    return new Link(parameter, key, count(model.parameter(parameter).size()));
  }

  /**
   * Links a parameter whose axes are ordered otherwise.
   *
   * @param shape the axes here
   * @param order for each axis in DL4J, which axis it is here
   */
  static Link axes(String parameter, String key, int[] shape, int... order) {
    return new Link(parameter, key, permuted(shape, order));
  }

  /**
   * Links the weights or biases of an LSTM's four gates, side by side in each row. This library has
   * Keras' order: input gate, forget gate, candidate, output gate. DL4J's is: candidate, forget
   * gate, output gate, input gate.
   */
  static Link gates(Sequential model, String parameter, String key) {
    int[] shape = model.parameter(parameter).shape();
    int columns = shape[shape.length - 1];
    int units = columns / 4;
    int[] blocks = {2, 1, 3, 0};
    int[] places = new int[Shapes.size(shape)];
    for (int i = 0; i < places.length; i++) {
      int column = i % columns;
      places[i] = i - column + blocks[column / units] * units + column % units;
    }
    return new Link(parameter, key, places);
  }

  private static int[] count(int size) {
    int[] numbers = new int[size];
    Arrays.setAll(numbers, i -> i);
    return numbers;
  }

  private static int[] permuted(int[] shape, int... order) {
    int[] strides = new int[shape.length];
    int stride = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= shape[axis];
    }
    int[] places = new int[stride];
    for (int i = 0; i < places.length; i++) {
      int rest = i;
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        int extent = shape[order[axis]];
        places[i] += rest % extent * strides[order[axis]];
        rest /= extent;
      }
    }
    return places;
  }

  /** Copies the parameter to DL4J. */
  void write(Sequential from, Model to) {
    float[] ours = from.parameter(parameter).data();
    float[] theirs = new float[ours.length];
    for (int i = 0; i < theirs.length; i++) {
      theirs[i] = ours[places[i]];
    }
    INDArray target = to.getParam(key);
    target.assign(Nd4j.createFromArray(theirs).reshape('c', target.shape()));
  }

  /** Copies the parameter from DL4J. */
  void read(Model from, Sequential to) {
    float[] theirs = numbers(from.getParam(key));
    System.arraycopy(theirs, 0, to.parameter(parameter).data(), 0, theirs.length);
  }

  /**
   * Returns numbers that stand in DL4J's order, a parameter's or its gradient's, in this library's.
   *
   * @throws IllegalArgumentException if there are more or less
   */
  float[] numbers(INDArray array) {
    if (array.length() != places.length) {
      throw new IllegalArgumentException(
          "%s has %d numbers for this shape of input, DL4J's %s has %d"
              .formatted(parameter, places.length, key, array.length()));
    }
    float[] theirs = Layout.numbers(array);
    float[] ours = new float[theirs.length];
    for (int i = 0; i < ours.length; i++) {
      ours[places[i]] = theirs[i];
    }
    return ours;
  }
}

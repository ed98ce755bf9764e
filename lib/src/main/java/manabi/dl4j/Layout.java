package manabi.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import manabi.tensor.Tensor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** How the axes of data are ordered here and in DL4J. Both ways the numbers are copied. */
public enum Layout {
  /** The same axes: vectors {@code [N, D]}, ids {@code [N, T]} and whatever is no batch. */
  PLAIN("any shape"),
  /** Images: {@code [N, H, W, C]} here, {@code [N, C, H, W]} in DL4J. */
  IMAGES("[N, H, W, C] ([N, C, H, W] in DL4J)", 0, 3, 1, 2),
  /** Sequences: {@code [N, T, D]} here, {@code [N, D, T]} in DL4J. */
  SEQUENCES("[N, T, D] ([N, D, T] in DL4J)", 0, 2, 1);

  private final String shapes;

  /** For each axis in DL4J, which axis it is here; empty if all are where they were. */
  @SuppressWarnings("ImmutableEnumChecker") // Stream.toList() gives a list that cannot be changed
  private final List<Integer> axes;

  Layout(String shapes, int... axes) {
    this.shapes = shapes;
    this.axes = Arrays.stream(axes).boxed().toList();
  }

  /**
   * Returns the layout of batches of samples that have this many axes, the batch axis not counted.
   */
  static Layout ofSamples(int axes) {
    return switch (axes) {
      case 1 -> PLAIN;
      case 2 -> SEQUENCES;
      case 3 -> IMAGES;
      default ->
          throw new IllegalArgumentException(
              "a sample must be [D], [T, D] or [H, W, C], had %d axes".formatted(axes));
    };
  }

  /**
   * Returns a copy with DL4J's order of axes.
   *
   * @throws IllegalArgumentException if the tensor has another number of axes
   */
  public INDArray toDl4j(Tensor tensor) {
    long[] shape = Arrays.stream(tensor.shape()).asLongStream().toArray();
    requireRank(shape);
    INDArray array = Nd4j.createFromArray(tensor.data()).reshape('c', shape);
    return axes.isEmpty() ? array : array.permute(order(axes)).dup('c');
  }

  /**
   * Returns a copy with this library's order of axes, rounded to {@code float}.
   *
   * @throws IllegalArgumentException if the array has another number of axes
   */
  public Tensor toTensor(INDArray array) {
    requireRank(array.shape());
    INDArray ours = axes.isEmpty() ? array : array.permute(order(inverse()));
    int[] shape = Arrays.stream(ours.shape()).mapToInt(Math::toIntExact).toArray();
    return Tensor.of(numbers(ours), shape);
  }

  /** Returns a copy of an array's numbers, the last axis running fastest. */
  static float[] numbers(INDArray array) {
    return array.castTo(DataType.FLOAT).dup('c').data().asFloat();
  }

  /** Returns for each axis here, which axis it is in DL4J. */
  private List<Integer> inverse() {
    return IntStream.range(0, axes.size()).mapToObj(axes::indexOf).toList();
  }

  private static int[] order(List<Integer> axes) {
    return axes.stream().mapToInt(axis -> axis).toArray();
  }

  private void requireRank(long... shape) {
    if (!axes.isEmpty() && shape.length != axes.size()) {
      throw new IllegalArgumentException(
          "%s must be %s, shape was %s".formatted(name(), shapes, Arrays.toString(shape)));
    }
  }
}

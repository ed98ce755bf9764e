package manabi.tensor;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import manabi.tensor.op.Add;
import manabi.tensor.op.Divide;
import manabi.tensor.op.Exp;
import manabi.tensor.op.Log;
import manabi.tensor.op.MatMul;
import manabi.tensor.op.Multiply;
import manabi.tensor.op.Relu;
import manabi.tensor.op.Reshape;
import manabi.tensor.op.Sigmoid;
import manabi.tensor.op.Softmax;
import manabi.tensor.op.Square;
import manabi.tensor.op.Subtract;
import manabi.tensor.op.Sum;
import manabi.tensor.op.Tanh;

/**
 * A dense array of {@code float} with a shape: contiguous, row-major, on the heap.
 *
 * <p>Operations return new tensors and never change their arguments; those of an open {@link
 * GradientTape} are recorded. Two tensors are equal only if they are the same object; compare
 * contents with {@link #toArray()}.
 */
public final class Tensor {

  /** Null where only {@link #rows} are held, until it is asked for. */
  private float[] data;

  /** The rows that are not zero; null where all numbers are in {@link #data}. */
  private TableRows rows;

  private final int[] shape;

  private Tensor(float[] data, int[] shape) {
    this.data = data;
    this.shape = shape;
  }

  /**
   * Returns a matrix that is zero but for some rows, which are not copied. It is held as these rows
   * until {@link #data()} is called.
   */
  public static Tensor ofRows(TableRows rows, int... shape) {
    Tensor tensor = new Tensor(null, shape.clone());
    tensor.rows = rows;
    return tensor;
  }

  /**
   * Wraps {@code data}, which is not copied, in row-major order.
   *
   * @throws IllegalArgumentException if the shape does not hold exactly {@code data.length} numbers
   */
  public static Tensor of(float[] data, int... shape) {
    if (Shapes.size(shape) != data.length) {
      throw new IllegalArgumentException(
          "shape %s holds %d numbers, data has %d"
              .formatted(Arrays.toString(shape), Shapes.size(shape), data.length));
    }
    return new Tensor(data, shape.clone());
  }

  /** Returns a vector {@code [N]} of these numbers. */
  public static Tensor vector(double... values) {
    return matrix(values).reshape(values.length);
  }

  /**
   * Returns a matrix {@code [rows, columns]} of these rows, rounded to {@code float}.
   *
   * @throws IllegalArgumentException if the rows differ in length
   */
  public static Tensor matrix(double[]... rows) {
    Tensor matrix = zeros(rows.length, rows.length == 0 ? 0 : rows[0].length);
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != matrix.dim(1)) {
        throw new IllegalArgumentException(
            "row %d must have %d numbers as row 0, has %d"
                .formatted(i, matrix.dim(1), rows[i].length));
      }
      for (int j = 0; j < rows[i].length; j++) {
        matrix.data[i * rows[i].length + j] = (float) rows[i][j];
      }
    }
    return matrix;
  }

  /** Returns a tensor of one number and no axis. */
  public static Tensor scalar(float value) {
    return new Tensor(new float[] {value}, new int[0]);
  }

  /** Returns a tensor of zeros. */
  public static Tensor zeros(int... shape) {
    return new Tensor(new float[Shapes.size(shape)], shape.clone());
  }

  /** Returns a tensor of ones. */
  public static Tensor ones(int... shape) {
    Tensor ones = zeros(shape);
    Arrays.fill(ones.data, 1);
    return ones;
  }

  /** Returns numbers drawn from the normal distribution of mean 0 and variance 1. */
  public static Tensor randomNormal(RandomGenerator random, int... shape) {
    Tensor tensor = zeros(shape);
    for (int i = 0; i < tensor.data.length; i++) {
      tensor.data[i] = (float) random.nextGaussian();
    }
    return tensor;
  }

  /** Returns numbers drawn evenly from {@code min} (inclusive) to {@code max} (exclusive). */
  public static Tensor randomUniform(RandomGenerator random, double min, double max, int... shape) {
    Tensor tensor = zeros(shape);
    for (int i = 0; i < tensor.data.length; i++) {
      tensor.data[i] = (float) (min + (max - min) * random.nextDouble());
    }
    return tensor;
  }

  /** Returns the extent of every axis; changing the array changes nothing. */
  public int[] shape() {
    return shape.clone();
  }

  /** Returns the number of axes. */
  public int rank() {
    return shape.length;
  }

  /** Returns the extent of one axis; negative axes count from the last. */
  public int dim(int axis) {
    return shape[axis < 0 ? axis + shape.length : axis];
  }

  /** Returns how many numbers the tensor holds. */
  public int size() {
    return data == null ? Shapes.size(shape) : data.length;
  }

  /** Returns the numbers themselves in row-major order, not a copy: writing to it changes this. */
  public float[] data() {
    if (data == null) {
      data = rows.toDense(size());
      rows = null; // who has the array may change it
    }
    return data;
  }

  /** Returns the rows that are not zero, if the tensor is held as such. */
  public Optional<TableRows> rows() {
    return Optional.ofNullable(rows);
  }

  /** Returns a copy of the numbers in row-major order. */
  public float[] toArray() {
    return data().clone();
  }

  /**
   * Returns the number at an index.
   *
   * @throws IndexOutOfBoundsException if there is no such place
   */
  public float get(int... index) {
    if (index.length != shape.length) {
      throw new IndexOutOfBoundsException(
          "index " + Arrays.toString(index) + " for shape " + Arrays.toString(shape));
    }
    int at = 0;
    for (int axis = 0; axis < shape.length; axis++) {
      if (index[axis] < 0 || index[axis] >= shape[axis]) {
        throw new IndexOutOfBoundsException(
            "index " + Arrays.toString(index) + " for shape " + Arrays.toString(shape));
      }
      at = at * shape[axis] + index[axis];
    }
    return data()[at];
  }

  /**
   * Returns the only number of a tensor of size 1.
   *
   * @throws IllegalStateException if there are more or none
   */
  public float item() {
    if (size() != 1) {
      throw new IllegalStateException(
          "item() needs a single number, the shape is " + Arrays.toString(shape));
    }
    return data()[0];
  }

  /**
   * Returns the entries {@code from} to {@code to} (exclusive) of the first axis, as a copy. Not
   * recorded: for data, not for results.
   *
   * @throws IndexOutOfBoundsException if they are not all there
   */
  public Tensor slice(int from, int to) {
    int rows = shape[0];
    if (from < 0 || to < from || to > rows) {
      throw new IndexOutOfBoundsException(
          "slice from %d to %d of %d entries".formatted(from, to, rows));
    }
    int[] cut = shape();
    cut[0] = to - from;
    int row = rows == 0 ? 0 : size() / rows;
    return new Tensor(Arrays.copyOfRange(data(), from * row, to * row), cut);
  }

  /**
   * Returns the entries of the first axis with these numbers, in this order, as a copy. Not
   * recorded: for data, not for results.
   *
   * @throws IndexOutOfBoundsException if there is no such entry
   */
  public Tensor gather(int... indices) {
    int[] gathered = shape();
    gathered[0] = indices.length;
    Tensor result = zeros(gathered);
    int row = shape[0] == 0 ? 0 : size() / shape[0];
    for (int i = 0; i < indices.length; i++) {
      int from = Objects.checkIndex(indices[i], shape[0]) * row;
      System.arraycopy(data(), from, result.data, i * row, row);
    }
    return result;
  }

  /** Returns the sum with another tensor, elementwise with broadcasting. */
  public Tensor add(Tensor other) {
    return new Add().apply(this, other);
  }

  /** Returns the sum with a number, elementwise. */
  public Tensor add(double number) {
    return add(scalar((float) number));
  }

  /** Returns the difference {@code this - other}, elementwise with broadcasting. */
  public Tensor subtract(Tensor other) {
    return new Subtract().apply(this, other);
  }

  /** Returns the product, elementwise with broadcasting. */
  public Tensor multiply(Tensor other) {
    return new Multiply().apply(this, other);
  }

  /** Returns the product with a number, elementwise. */
  public Tensor multiply(double number) {
    return multiply(scalar((float) number));
  }

  /** Returns the quotient {@code this / other}, elementwise with broadcasting. */
  public Tensor divide(Tensor other) {
    return new Divide().apply(this, other);
  }

  /** Returns {@code -this}. */
  public Tensor negate() {
    return multiply(-1);
  }

  /**
   * Returns the matrix product {@code [N, H]} of this {@code [N, D]} and {@code other} {@code [D,
   * H]}.
   *
   * @throws IllegalArgumentException if the shapes are others
   */
  public Tensor matmul(Tensor other) {
    return new MatMul().apply(this, other);
  }

  /** Returns {@code exp(x)}, elementwise. */
  public Tensor exp() {
    return new Exp().apply(this);
  }

  /** Returns the natural logarithm, elementwise. */
  public Tensor log() {
    return new Log().apply(this);
  }

  /** Returns {@code x^2}, elementwise. */
  public Tensor square() {
    return new Square().apply(this);
  }

  /** Returns {@code max(0, x)}, elementwise. */
  public Tensor relu() {
    return new Relu().apply(this);
  }

  /** Returns {@code 1 / (1 + exp(-x))}, elementwise. */
  public Tensor sigmoid() {
    return new Sigmoid().apply(this);
  }

  /** Returns the hyperbolic tangent, elementwise. */
  public Tensor tanh() {
    return new Tanh().apply(this);
  }

  /** Returns the softmax along the last axis. */
  public Tensor softmax() {
    return new Softmax().apply(this);
  }

  /** Returns the sum of all numbers, a scalar. */
  public Tensor sum() {
    return new Sum().apply(this);
  }

  /** Returns the mean of all numbers, a scalar. */
  public Tensor mean() {
    return sum().multiply(1.0 / size());
  }

  /**
   * Returns the same numbers in another shape; they are shared, not copied.
   *
   * @throws IllegalArgumentException if the shapes differ in size
   */
  public Tensor reshape(int... newShape) {
    return new Reshape(newShape).apply(this);
  }

  /** Returns shape and first numbers, for people. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Tensor").append(Arrays.toString(shape)).append(" [");
    for (int i = 0; i < Math.min(size(), 8); i++) {
      text.append(i == 0 ? "" : ", ").append(data()[i]);
    }
    return text.append(size() > 8 ? ", …]" : "]").toString();
  }
}

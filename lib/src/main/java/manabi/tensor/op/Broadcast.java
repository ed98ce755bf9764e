package manabi.tensor.op;

import java.util.Arrays;
import manabi.tensor.Operation;
import manabi.tensor.Shapes;
import manabi.tensor.Tensor;
import manabi.tensor.compute.Parallel;

/**
 * A function of two numbers for each place of two tensors, {@code y = f(a, b)}. Axes of extent 1
 * and missing leading axes are repeated; the gradient of what was repeated is the sum over the
 * repetitions.
 */
abstract class Broadcast extends Operation {

  private Tensor a;
  private Tensor b;
  private int[] shape;

  abstract float value(float a, float b);

  /** Returns the derivative by a. */
  abstract float derivativeA(float a, float b);

  /** Returns the derivative by b. */
  abstract float derivativeB(float a, float b);

  /** Writes {@code y = f(a, b)} at the places from {@code from} up to {@code to} of all three. */
  void values(float[] a, float[] b, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = value(a[i], b[i]);
    }
  }

  /** Writes the gradients by a and b, given that by y, at these places of all five. */
  void gradients(float[] dy, float[] a, float[] b, float[] da, float[] db, int from, int to) {
    for (int i = from; i < to; i++) {
      da[i] = dy[i] * derivativeA(a[i], b[i]);
      db[i] = dy[i] * derivativeB(a[i], b[i]);
    }
  }

  @Override
  protected final Tensor forward(Tensor... inputs) {
    a = inputs[0];
    b = inputs[1];
    shape = Shapes.broadcast(a.shape(), b.shape());
    Tensor result = tensor(shape);
    float[] y = result.data();
    if (sameShape()) {
      float[] left = a.data();
      float[] right = b.data();
      Parallel.runOverNumbers(y.length, (part, from, to) -> values(left, right, y, from, to));
      return result;
    }
    int[] atA = positions(a.shape());
    int[] atB = positions(b.shape());
    for (int i = 0; i < y.length; i++) {
      y[i] = value(a.data()[atA[i % atA.length]], b.data()[atB[i % atB.length]]);
    }
    return result;
  }

  /** Nothing to repeat: places need not be looked up, which costs more than most functions. */
  private boolean sameShape() {
    return Arrays.equals(a.shape(), b.shape());
  }

  @Override
  protected final Tensor[] backward(Tensor gradient, boolean[] wanted) {
    if (sameShape()) {
      Tensor da = tensor(shape);
      Tensor db = tensor(shape);
      float[] dy = gradient.data();
      float[] left = a.data();
      float[] right = b.data();
      Parallel.runOverNumbers(
          dy.length,
          (part, from, to) -> gradients(dy, left, right, da.data(), db.data(), from, to));
      return new Tensor[] {da, db};
    }
    Tensor da = zeros(a.shape());
    Tensor db = zeros(b.shape());
    addGradients(gradient.data(), da.data(), db.data(), wanted);
    return new Tensor[] {da, db};
  }

  private void addGradients(float[] dy, float[] da, float[] db, boolean[] wanted) {
    int[] atA = positions(a.shape());
    int[] atB = positions(b.shape());
    for (int i = 0; i < dy.length; i++) {
      int p = atA[i % atA.length];
      int q = atB[i % atB.length];
      float x = a.data()[p];
      float z = b.data()[q];
      if (wanted[0]) {
        da[p] += dy[i] * derivativeA(x, z);
      }
      if (wanted[1]) {
        db[q] += dy[i] * derivativeB(x, z);
      }
    }
  }

  /**
   * Returns for each place of the result the place of an operand that is used there; the list is
   * cut to one period, since missing leading axes repeat the whole operand.
   */
  private int[] positions(int[] operand) {
    int missing = shape.length - operand.length;
    int period = 1;
    for (int axis = missing; axis < shape.length; axis++) {
      period *= shape[axis];
    }
    int[] positions = new int[period];
    int stride = 1;
    int block = 1;
    for (int axis = operand.length - 1; axis >= 0; axis--) {
      int extent = shape[missing + axis];
      if (operand[axis] != 1) {
        for (int i = 0; i < period; i++) {
          positions[i] += (i / block % extent) * stride;
        }
      }
      stride *= operand[axis];
      block *= extent;
    }
    return positions;
  }
}

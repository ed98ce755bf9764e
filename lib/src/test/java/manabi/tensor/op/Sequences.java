package manabi.tensor.op;

import java.util.Arrays;
import java.util.function.Function;
import manabi.tensor.Operation;
import manabi.tensor.Tensor;

/** Takes sequences apart, for the loops that recurrent operations are compared with. */
final class Sequences {

  private Sequences() {}

  /**
   * Applies a recurrent operation to sequences of vectors as its layer does.
   *
   * @param inputs x {@code [N, T, D]}, wx, b, and the operation's other inputs
   */
  static Tensor apply(
      Function<SequenceRows, Operation> operation, boolean backward, Tensor... inputs) {
    Tensor x = inputs[0];
    SequenceRows inOrder = SequenceRows.inOrder(x.dim(0), x.dim(1));
    Tensor vectors = x.reshape(x.dim(0) * x.dim(1), x.dim(2));
    Tensor[] others = Arrays.copyOfRange(inputs, 2, inputs.length);
    others[0] = new Affine().apply(vectors, inputs[1], inputs[2]);
    return operation.apply(backward ? inOrder.reverse() : inOrder).apply(others);
  }

  /** Returns step {@code t} of every sequence, {@code [N, D]} of {@code [N, T, D]}. */
  static Tensor at(Tensor x, int t) {
    Tensor step = Tensor.zeros(x.dim(0), x.dim(2));
    for (int i = 0; i < x.dim(0); i++) {
      for (int j = 0; j < x.dim(2); j++) {
        step.data()[i * x.dim(2) + j] = x.get(i, t, j);
      }
    }
    return step;
  }

  /** Returns some columns of a matrix, or entries of a vector. */
  static Tensor columns(Tensor x, int from, int to) {
    int rows = x.rank() == 1 ? 1 : x.dim(0);
    Tensor cut = Tensor.zeros(rows, to - from);
    for (int i = 0; i < rows; i++) {
      System.arraycopy(x.data(), i * x.dim(-1) + from, cut.data(), i * (to - from), to - from);
    }
    return cut;
  }
}

package manabi.tensor.op;

import java.util.Arrays;
import manabi.tensor.Operation;
import manabi.tensor.Shapes;
import manabi.tensor.Tensor;
import manabi.tensor.compute.Buffers;
import manabi.tensor.compute.Parallel;

/**
 * Scaled dot-product attention with several heads, {@code softmax(Q Kᵀ / sqrt(K)) V} in each:
 * queries {@code [N, T, H K]}, keys {@code [N, S, H K]} and values {@code [N, S, H V]}, with the
 * heads' numbers side by side, to {@code [N, T, H V]}.
 *
 * <p>What is hidden from a query has weight 0; a query from which all is hidden gives zeros. The
 * weights of all queries are kept for the derivative and to look at: N H T S numbers. Threads share
 * the pairs of sample and head.
 *
 * <p>Slides: "Self-attention", "Multi-head". Source: Vaswani et al. (2017), Attention Is All You
 * Need.
 */
public final class Attention extends Operation {

  private final int heads;
  private final AttentionMask mask;
  private Tensor query;
  private Tensor key;
  private Tensor value;
  private AttentionHead[] runs;

  /**
   * Makes the operation.
   *
   * @param heads H, 1 or more
   * @param mask which keys a query may see
   */
  public Attention(int heads, AttentionMask mask) {
    if (heads < 1) {
      throw new IllegalArgumentException("heads must be 1 or more, was " + heads);
    }
    this.heads = heads;
    this.mask = mask;
  }

  @Override
  protected Tensor forward(Tensor... inputs) {
    query = inputs[0];
    key = inputs[1];
    value = inputs[2];
    requireShapes();
    mask.requireShape(query.dim(0), query.dim(1), key.dim(1));
    runs = new AttentionHead[query.dim(0) * heads];
    Tensor y = zeros(query.dim(0), query.dim(1), value.dim(2));
    int padded = AttentionHead.padded(key.dim(1));
    float[] weights = Buffers.take(runs.length * query.dim(1) * padded);
    Parallel.run(
        runs.length,
        (part, from, to) -> {
          float[] room = null;
          for (int i = from; i < to; i++) {
            runs[i] = new AttentionHead(query, key, value, heads, i, weights);
            room = room == null ? runs[i].newRoom() : room;
            runs[i].forward(mask, y.data(), room);
          }
        });
    return y;
  }

  private void requireShapes() {
    Shapes.check("query", "[N, T, H K]", query, -1, -1, -1);
    int n = query.dim(0);
    Shapes.check("key", "[%d, S, %d]".formatted(n, query.dim(2)), key, n, -1, query.dim(2));
    Shapes.check("value", "[%d, %d, H V]".formatted(n, key.dim(1)), value, n, key.dim(1), -1);
    if (query.dim(2) % heads != 0 || value.dim(2) % heads != 0) {
      throw new IllegalArgumentException(
          "query and value must have a multiple of %d numbers a step, were %s and %s"
              .formatted(heads, Arrays.toString(query.shape()), Arrays.toString(value.shape())));
    }
  }

  /** Returns the weights, {@code [N, H, T, S]}, which sum to 1 over the keys; once applied. */
  public Tensor weights() {
    int t = query.dim(1);
    int s = key.dim(1);
    Tensor weights = Tensor.zeros(query.dim(0), heads, t, s);
    for (int i = 0; i < runs.length; i++) {
      runs[i].copyWeights(weights.data(), i * t * s);
    }
    return weights;
  }

  @Override
  protected Tensor[] backward(Tensor gradient, boolean[] wanted) {
    Tensor dQuery = zeros(query.shape());
    Tensor dKey = zeros(key.shape());
    Tensor dValue = zeros(value.shape());
    Parallel.run(
        runs.length,
        (part, from, to) -> {
          if (from == to) {
            return;
          }
          float[] dScores = runs[from].newWeights();
          float[] room = runs[from].newRoom();
          for (int i = from; i < to; i++) {
            runs[i].backward(
                gradient.data(), dScores, room, dQuery.data(), dKey.data(), dValue.data());
          }
        });
    return new Tensor[] {dQuery, dKey, dValue};
  }
}

package manabi.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;
import manabi.tensor.op.Attention;
import manabi.tensor.op.AttentionMask;

/**
 * Self-attention with H heads of K numbers: sequences {@code [N, T, D]} to {@code [N, T, D]}, with
 * {@code 4 H K D} weights and {@code 3 H K + D} biases. Slides: "Self-attention", "Multi-head".
 */
final class MultiHeadAttention extends Layer {

  @JsonProperty private final int heads;
  @JsonProperty private final int keySize;
  @JsonProperty private final boolean causal;
  private final boolean biased;
  private Projection query;
  private Projection key;
  private Projection value;
  private Projection output;

  MultiHeadAttention(
      @JsonProperty("heads") int heads,
      @JsonProperty("keySize") int keySize,
      @JsonProperty("causal") boolean causal) {
    this(heads, keySize, causal, true);
  }

  MultiHeadAttention(int heads, int keySize, boolean causal, boolean biased) {
    this.heads = requirePositive("heads", heads);
    this.keySize = requirePositive("keySize", keySize);
    this.causal = causal;
    this.biased = biased;
  }

  @Override
  int[] build(int[] inputShape, RandomGenerator random) {
    requireSequences(kind(), inputShape);
    int d = inputShape[1];
    int width = heads * keySize;
    query = new Projection("query", random, d, width, biased);
    key = new Projection("key", random, d, width, biased);
    value = new Projection("value", random, d, width, biased);
    output = new Projection("output", random, width, d, biased);
    return inputShape;
  }

  static void requireSequences(String kind, int... inputShape) {
    if (inputShape.length != 2) {
      throw new IllegalArgumentException(
          "%s takes sequences of vectors [T, D], was given samples of shape %s"
              .formatted(kind, Arrays.toString(inputShape)));
    }
  }

  @Override
  Tensor forward(Tensor x) {
    AttentionMask mask = causal ? AttentionMask.CAUSAL : AttentionMask.NONE;
    return output.of(new Attention(heads, mask).apply(query.of(x), key.of(x), value.of(x)));
  }

  @Override
  List<Parameter> parameters() {
    return query == null ? List.of() : Projection.all(query, key, value, output);
  }
}

package manabi.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;
import manabi.tensor.op.DistinctIds;
import manabi.tensor.op.EmbeddingLookup;

/**
 * A vector for each word: ids {@code [N, T]}, whole numbers from 0 to {@code vocabularySize - 1},
 * to {@code [N, T, outputSize]}, with {@code vocabularySize outputSize} parameters that start
 * evenly drawn from ±0.05. Slides: "埋め込み行列".
 */
final class Embedding extends Layer {

  @JsonProperty private final int vocabularySize;
  @JsonProperty private final int outputSize;
  private Tensor table;

  Embedding(
      @JsonProperty("vocabularySize") int vocabularySize,
      @JsonProperty("outputSize") int outputSize) {
    this.vocabularySize = requirePositive("vocabularySize", vocabularySize);
    this.outputSize = requirePositive("outputSize", outputSize);
  }

  @Override
  int[] build(int[] inputShape, RandomGenerator random) {
    if (inputShape.length != 1) {
      throw new IllegalArgumentException(
          "Embedding takes sequences of ids [T], was given samples of shape "
              + Arrays.toString(inputShape));
    }
    table = Tensor.randomUniform(random, -0.05, 0.05, vocabularySize, outputSize);
    return new int[] {inputShape[0], outputSize};
  }

  @Override
  void requireInput(Tensor x) {
    EmbeddingLookup.requireIds(x, vocabularySize);
  }

  @Override
  Tensor forward(Tensor x) {
    return new EmbeddingLookup(x).apply(table);
  }

  /**
   * Returns what a layer makes of this layer's output for a batch: without repeating the vectors of
   * words that come again.
   */
  Tensor forwardInto(SequenceLayer next, Tensor x) {
    DistinctIds words = DistinctIds.of(x, vocabularySize);
    Tensor vectors = new EmbeddingLookup(words.ids()).apply(table);
    return next.forward(vectors.reshape(vectors.dim(1), outputSize), words.places());
  }

  @Override
  List<Parameter> parameters() {
    return table == null ? List.of() : List.of(new Parameter("embeddings", table));
  }
}

package manabi.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;

/**
 * An encoder unit of the Transformer, sequences {@code [N, T, D]} to {@code [N, T, D]}:
 *
 * <pre>{@code
 * y = norm(x + dropout(attention(x)))
 * z = norm(y + dropout(relu(y W1 + b1) W2 + b2))
 * }</pre>
 *
 * <p>As in the paper the heads have D / H numbers each and attention has no biases: {@code 4 D² + 2
 * D F + F + 5 D} parameters. Slides: "Transformer(4/6)". Source: Vaswani et al. (2017), Attention
 * Is All You Need.
 */
final class TransformerEncoder extends Layer {

  @JsonProperty private final int heads;
  @JsonProperty private final int hiddenSize;
  @JsonProperty private final double dropoutRate;
  private final LayerNormalization norm1 = new LayerNormalization();
  private final LayerNormalization norm2 = new LayerNormalization();
  private Dropout dropout1;
  private Dropout dropout2;
  private MultiHeadAttention attention;
  private Projection hidden;
  private Projection output;

  TransformerEncoder(
      @JsonProperty("heads") int heads,
      @JsonProperty("hiddenSize") int hiddenSize,
      @JsonProperty("dropoutRate") double dropoutRate) {
    this.heads = requirePositive("heads", heads);
    this.hiddenSize = requirePositive("hiddenSize", hiddenSize);
    this.dropoutRate = manabi.tensor.op.Dropout.requireRate(dropoutRate);
  }

  @Override
  int[] build(int[] inputShape, RandomGenerator random) {
    MultiHeadAttention.requireSequences(kind(), inputShape);
    int d = inputShape[1];
    if (d % heads != 0) {
      throw new IllegalArgumentException(
          "the %d numbers of a step must be a multiple of the %d heads".formatted(d, heads));
    }
    attention = new MultiHeadAttention(heads, d / heads, false, false);
    attention.build(inputShape, random);
    hidden = new Projection("hidden", random, d, hiddenSize, true);
    output = new Projection("output", random, hiddenSize, d, true);
    dropout1 = new Dropout(dropoutRate);
    dropout2 = new Dropout(dropoutRate);
    for (Layer layer : List.of(norm1, norm2, dropout1, dropout2)) {
      layer.build(inputShape, random);
    }
    return inputShape;
  }

  @Override
  Tensor forward(Tensor x) {
    return forward(x, Phase.INFERENCE);
  }

  @Override
  Tensor forward(Tensor x, Phase phase) {
    Tensor y = norm1.forward(x.add(dropout1.forward(attention.forward(x), phase)));
    Tensor dense = output.of(hidden.of(y).relu());
    return norm2.forward(y.add(dropout2.forward(dense, phase)));
  }

  @Override
  List<Parameter> parameters() {
    if (attention == null) {
      return List.of();
    }
    List<Parameter> parameters = new ArrayList<>();
    attention.parameters().forEach(p -> parameters.add(prefixed("attention_", p)));
    norm1.parameters().forEach(p -> parameters.add(prefixed("norm1_", p)));
    parameters.addAll(Projection.all(hidden, output));
    norm2.parameters().forEach(p -> parameters.add(prefixed("norm2_", p)));
    return List.copyOf(parameters);
  }

  private static Parameter prefixed(String prefix, Parameter parameter) {
    return new Parameter(prefix + parameter.name(), parameter.value());
  }
}

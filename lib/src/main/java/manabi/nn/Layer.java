package manabi.nn;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;

/**
 * A step of a network: a function of a batch with parameters of its own.
 *
 * <p>A layer is described by its constructor's arguments, which is what a saved model keeps of it,
 * and gets its parameters from {@link #build}, when the shape of its input is known. One object
 * belongs to one model. The layers of this package are all there are: {@link Layers} makes them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(Dense.class),
  @JsonSubTypes.Type(Conv2D.class),
  @JsonSubTypes.Type(MaxPooling2D.class),
  @JsonSubTypes.Type(AveragePooling2D.class),
  @JsonSubTypes.Type(Flatten.class),
  @JsonSubTypes.Type(Embedding.class),
  @JsonSubTypes.Type(SimpleRnn.class),
  @JsonSubTypes.Type(Lstm.class),
  @JsonSubTypes.Type(Gru.class),
  @JsonSubTypes.Type(Bidirectional.class),
  @JsonSubTypes.Type(ActivationLayer.class),
  @JsonSubTypes.Type(LeakyRelu.class),
  @JsonSubTypes.Type(Elu.class),
  @JsonSubTypes.Type(BatchNormalization.class),
  @JsonSubTypes.Type(LayerNormalization.class),
  @JsonSubTypes.Type(Dropout.class),
  @JsonSubTypes.Type(Residual.class),
  @JsonSubTypes.Type(MultiHeadAttention.class),
  @JsonSubTypes.Type(TransformerEncoder.class)
})
@JsonAutoDetect(
    fieldVisibility = Visibility.NONE,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE)
public abstract class Layer {

  Layer() {}

  /**
   * Makes the parameters.
   *
   * @param inputShape shape of one sample, without the batch axis
   * @param random where starting values come from
   * @return shape of one sample of the output
   * @throws IllegalArgumentException if the layer cannot take that shape
   */
  abstract int[] build(int[] inputShape, RandomGenerator random);

  /**
   * Refuses a model's data, of the right shape, that this layer as the first cannot take.
   *
   * @throws IllegalArgumentException naming the number that is wrong
   */
  void requireInput(Tensor x) {}

  /** Returns the layer's output for a batch, recorded on an open tape. */
  abstract Tensor forward(Tensor x);

  /** Returns {@link #forward}, or what the layer gives instead where the phase counts. */
  Tensor forward(Tensor x, Phase phase) {
    return forward(x);
  }

  /** Returns the parameters, in a fixed order; none before {@link #build}. */
  List<Parameter> parameters() {
    return List.of();
  }

  /** Returns numbers that belong to the trained layer but have no gradient, as moving averages. */
  List<Parameter> averages() {
    return List.of();
  }

  /** Returns the layer's kind in summaries, in Keras' words. */
  String kind() {
    return getClass().getSimpleName();
  }

  /** Returns the activation that ends the layer. */
  Activation activation() {
    return Activation.LINEAR;
  }

  /** Returns the output before {@link #activation}. */
  Tensor scores(Tensor x) {
    return forward(x);
  }

  static int requirePositive(String argument, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(argument + " must be 1 or more, was " + value);
    }
    return value;
  }
}

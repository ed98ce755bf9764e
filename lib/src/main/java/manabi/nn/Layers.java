package manabi.nn;

import java.util.List;
import manabi.tensor.op.Padding;

/** Makes layers; import its methods statically and a model reads like the slides' Keras code. */
public final class Layers {

  private Layers() {}

  /**
   * Says what one sample looks like, so that the model is built before it sees data; as the first
   * layer only.
   *
   * @param shape without the batch axis, for example {@code 28, 28, 1}
   */
  public static Layer input(int... shape) {
    return new InputShape(shape);
  }

  /**
   * Returns a fully connected layer, {@code y = f(x W + b)}: {@code [N, D]} to {@code [N, units]}.
   */
  public static Layer dense(int units, Activation activation) {
    return dense(units, activation, Initializer.GLOROT_UNIFORM);
  }

  /** Returns {@link #dense(int, Activation)} whose weights W start as {@code initializer} says. */
  public static Layer dense(int units, Activation activation, Initializer initializer) {
    return new Dense(units, activation, initializer);
  }

  /**
   * Returns a convolution layer without padding, stride 1: {@code [N, H, W, C]} to {@code [N, H - F
   * + 1, W - F + 1, filters]}.
   *
   * @param kernelSize F, height and width of a filter
   */
  public static Layer conv2D(int filters, int kernelSize, Activation activation) {
    return conv2D(filters, kernelSize, 1, Padding.VALID, activation);
  }

  /**
   * Returns a convolution layer: {@code [N, H, W, C]} to {@code [N, H', W', filters]} with {@code
   * H' = (H - F) / S + 1} rounded down without padding, {@code H / S} rounded up with it.
   *
   * @param kernelSize F, height and width of a filter
   * @param strides S, by how many pixels the filter moves
   */
  public static Layer conv2D(
      int filters, int kernelSize, int strides, Padding padding, Activation activation) {
    return new Conv2D(filters, kernelSize, strides, padding, activation);
  }

  /**
   * Returns a max pooling layer with windows side by side: {@code [N, H, W, C]} to {@code [N, H /
   * poolSize, W / poolSize, C]}, rounded down.
   */
  public static Layer maxPooling2D(int poolSize) {
    return new MaxPooling2D(poolSize);
  }

  /**
   * Returns an average pooling layer with windows side by side: {@code [N, H, W, C]} to {@code [N,
   * H / poolSize, W / poolSize, C]}, rounded down.
   */
  public static Layer averagePooling2D(int poolSize) {
    return new AveragePooling2D(poolSize);
  }

  /** Returns a layer that makes each sample one vector: {@code [N, …]} to {@code [N, D]}. */
  public static Layer flatten() {
    return new Flatten();
  }

  /**
   * Returns a layer that looks up a vector for each id: {@code [N, T]} to {@code [N, T,
   * outputSize]}.
   *
   * @param vocabularySize number of ids; they run from 0 to {@code vocabularySize - 1}
   */
  public static Layer embedding(int vocabularySize, int outputSize) {
    return new Embedding(vocabularySize, outputSize);
  }

  /**
   * Returns a simple recurrent layer, {@code h_t = tanh(x_t Wx + h_{t-1} Wh + b)}, that gives its
   * last hidden state: {@code [N, T, D]} to {@code [N, units]}. With {@link
   * Recurrent#returnSequences} it gives all, {@code [N, T, units]}.
   */
  public static Recurrent simpleRnn(int units) {
    return new SimpleRnn(units, false);
  }

  /** Returns a long short-term memory; shapes as those of {@link #simpleRnn}. */
  public static Recurrent lstm(int units) {
    return new Lstm(units, false);
  }

  /**
   * Returns a gated recurrent unit in Keras' default form, which resets the state after its product
   * with the weights; shapes as those of {@link #simpleRnn}.
   */
  public static Recurrent gru(int units) {
    return new Gru(units, false, true);
  }

  /**
   * Returns a gated recurrent unit in the slides' form, which resets the state before its product
   * with the weights (Keras' {@code reset_after=False}); shapes as those of {@link #simpleRnn}.
   */
  public static Recurrent gruResetBefore(int units) {
    return new Gru(units, false, false);
  }

  /**
   * Returns a recurrent layer that reads sequences in both directions: {@code [N, T, D]} to {@code
   * [N, 2 units]}, or {@code [N, T, 2 units]} if {@code layer} returns sequences.
   */
  public static Layer bidirectional(Recurrent layer) {
    return new Bidirectional(layer, layer.like(layer.returnSequences));
  }

  /** Returns an activation as a layer of its own, as after a normalisation. */
  public static Layer activation(Activation activation) {
    return new ActivationLayer(activation);
  }

  /**
   * Returns a rectifier that lets through a little of what is negative, {@code y = max(slope x,
   * x)}.
   *
   * @param slope in [0, 1): {@code 0.01} on the slides, {@code 0.2} in DCGAN
   */
  public static Layer leakyRelu(double slope) {
    return new LeakyRelu(slope);
  }

  /** Returns exponential linear units: {@code y = x} above 0, {@code exp(x) - 1} below. */
  public static Layer elu() {
    return new Elu();
  }

  /**
   * Returns a layer that normalises each channel, the last axis, over a batch while it learns, and
   * by moving averages after that: any shape to the same.
   */
  public static Layer batchNormalization() {
    return new BatchNormalization();
  }

  /** Returns a layer that normalises each vector along the last axis: any shape to the same. */
  public static Layer layerNormalization() {
    return new LayerNormalization();
  }

  /**
   * Returns a layer that drops numbers while the network learns, and then nothing.
   *
   * @param rate share that is dropped, in [0, 1)
   */
  public static Layer dropout(double rate) {
    return new Dropout(rate);
  }

  /**
   * Returns layers with a skip connection around them, {@code y = x + F(x)}: any shape to the same.
   *
   * @param layers which make of a shape the same, as a convolution with padding SAME and as many
   *     filters as there are channels
   */
  public static Layer residual(Layer... layers) {
    return new Residual(List.of(layers));
  }

  /**
   * Returns self-attention with several heads, each step looking at all: {@code [N, T, D]} to
   * {@code [N, T, D]}.
   *
   * @param keySize numbers of a query, key and value in each head
   */
  public static Layer multiHeadAttention(int heads, int keySize) {
    return new MultiHeadAttention(heads, keySize, false);
  }

  /** Returns {@link #multiHeadAttention} in which no step looks at a later one. */
  public static Layer causalAttention(int heads, int keySize) {
    return new MultiHeadAttention(heads, keySize, true);
  }

  /**
   * Returns a Transformer's encoder unit, self-attention and two dense layers, each added to its
   * input and normalised: {@code [N, T, D]} to {@code [N, T, D]}.
   *
   * @param heads a divisor of D
   * @param hiddenSize numbers between the two dense layers
   * @param dropoutRate share that is dropped of what is added, in [0, 1)
   */
  public static Layer transformerEncoder(int heads, int hiddenSize, double dropoutRate) {
    return new TransformerEncoder(heads, hiddenSize, dropoutRate);
  }
}

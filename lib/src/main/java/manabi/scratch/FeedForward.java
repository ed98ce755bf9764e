package manabi.scratch;

import static manabi.scratch.Matrix.plus;
import static manabi.scratch.Matrix.times;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * A network of layers one after the other, for one input at a time: each computes {@code a = x W +
 * b} and hands {@code z = h(a)} on.
 *
 * <p>Slides: "ニューラルネットワーク? (2/2)", "中間層での値の伝播".
 *
 * @param layers hidden layers first, the output layer last
 */
public record FeedForward(List<Layer> layers) {

  /**
   * One layer. Arrays are not copied.
   *
   * @param w weights, {@code [inputs, units]}
   * @param b biases, one for each unit
   * @param h activation, applied to each unit's sum
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Layer(double[][] w, double[] b, DoubleUnaryOperator h) {
    /**
     * Checks the shapes.
     *
     * @throws IllegalArgumentException if {@code w} is no matrix or {@code b} does not fit it
     */
    public Layer {
      Matrix.requireShape("w", w, w.length, b.length);
    }
  }

  /**
   * What one layer computes.
   *
   * @param a weighted sums, one for each unit
   * @param z outputs, {@code h(a)}
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record State(double[] a, double[] z) {}

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is no layer, or one does not take what the layer
   *     before it gives
   */
  public FeedForward {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("layers must hold at least one, was empty");
    }
    for (int k = 1; k < layers.size(); k++) {
      Matrix.requireShape(
          "w of layer " + (k + 1),
          layers.get(k).w,
          layers.get(k - 1).b.length,
          layers.get(k).b.length);
    }
  }

  /** Returns a network of these layers; see {@link #FeedForward(List)}. */
  public static FeedForward of(Layer... layers) {
    return new FeedForward(List.of(layers));
  }

  /** Returns how many units each layer has, the inputs first. */
  public int[] sizes() {
    int[] sizes = new int[layers.size() + 1];
    sizes[0] = layers.get(0).w.length;
    for (int k = 0; k < layers.size(); k++) {
      sizes[k + 1] = layers.get(k).b.length;
    }
    return sizes;
  }

  /**
   * Returns what every layer computes; the last {@code z} is the network's output.
   *
   * @param x one number for each input
   * @throws IllegalArgumentException if there are more or fewer
   */
  public List<State> forward(double... x) {
    if (x.length != layers.get(0).w.length) {
      throw new IllegalArgumentException(
          "x must be %d numbers, was %d".formatted(layers.get(0).w.length, x.length));
    }
    List<State> states = new ArrayList<>();
    double[] z = x;
    for (Layer layer : layers) {
      double[] a = plus(times(z, layer.w), layer.b);
      z = DoubleStream.of(a).map(layer.h).toArray();
      states.add(new State(a, z));
    }
    return states;
  }
}

package manabi.nn;

import static manabi.nn.Activation.SIGMOID;
import static manabi.nn.Layers.dense;
import static manabi.nn.Layers.input;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import manabi.loss.Loss;
import manabi.optim.Optimizer;
import manabi.tensor.Tensor;

/**
 * Starting values for a deep network from its inputs alone, without labels, layer by layer: each
 * hidden layer first learns, as the first half of an autoencoder, to keep what its own input says.
 *
 * <p>The autoencoder of a layer goes from {@code [N, D]} to {@code [N, H]} by the layer, and back
 * by a second one that is thrown away. Both end in a sigmoid, the loss is the binary cross-entropy
 * between what goes in and what comes out. What the trained layer makes of the data is the next
 * layer's data. Slides: 000 9.3, オートエンコーダなどを用いた事前学習. Sources: Bengio et al. (2007), Greedy
 * Layer-Wise Training of Deep Networks; Hinton and Salakhutdinov (2006), Reducing the
 * Dimensionality of Data with Neural Networks, Science 313.
 */
public final class AutoencoderPretraining {

  private AutoencoderPretraining() {}

  /**
   * Trains every layer but the last of a model, in order; the last one's parameters stay.
   *
   * @param model of dense layers, the hidden ones with a sigmoid
   * @param x samples, {@code [N, D]}, in [0, 1]
   * @param optimizer makes one for each autoencoder
   * @param fit how each autoencoder is trained
   * @return how the training of each layer went
   * @throws IllegalArgumentException if another kind of layer is in the model, or x does not fit or
   *     is not in [0, 1]; nothing is changed then
   */
  public static List<History> pretrain(
      Sequential model, Tensor x, Supplier<Optimizer> optimizer, Fit fit) {
    model.requireInput(x);
    List<Layer> hidden = hiddenLayers(model);
    List<History> histories = new ArrayList<>();
    Tensor data = x;
    for (Layer layer : hidden) {
      histories.add(pretrain(layer, data, optimizer.get(), fit));
      data = layer.forward(data);
    }
    return histories;
  }

  private static History pretrain(Layer layer, Tensor data, Optimizer optimizer, Fit fit) {
    int units = layer.parameters().get(0).value().dim(1);
    Layer encoder = dense(units, SIGMOID);
    Sequential autoencoder =
        Sequential.of(input(data.dim(1)), encoder, dense(data.dim(1), SIGMOID));
    copy(layer, encoder);
    autoencoder.compile(optimizer, Loss.BINARY_CROSSENTROPY);
    History history = autoencoder.fit(data, data, fit);
    copy(encoder, layer);
    return history;
  }

  private static void copy(Layer from, Layer to) {
    for (int i = 0; i < from.parameters().size(); i++) {
      Tensor value = from.parameters().get(i).value();
      System.arraycopy(value.data(), 0, to.parameters().get(i).value().data(), 0, value.size());
    }
  }

  private static List<Layer> hiddenLayers(Sequential model) {
    List<Layer> layers = new ArrayList<>();
    model.layers().forEach((name, layer) -> layers.add(requireDense(name, layer)));
    List<Layer> hidden = layers.subList(0, layers.size() - 1);
    for (Layer layer : hidden) {
      if (layer.activation() != SIGMOID) {
        throw new IllegalArgumentException(
            "hidden layers must end in SIGMOID, one ends in " + layer.activation());
      }
    }
    return hidden;
  }

  private static Layer requireDense(String name, Layer layer) {
    if (!(layer instanceof Dense)) {
      throw new IllegalArgumentException(
          "layers must be dense, %s was %s".formatted(name, layer.kind()));
    }
    return layer;
  }
}

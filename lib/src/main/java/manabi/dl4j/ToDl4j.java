package manabi.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import manabi.nn.Activation;
import manabi.nn.LayerDescription;
import manabi.nn.Sequential;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.learning.config.IUpdater;

/** Describes a model in DL4J's words. */
final class ToDl4j {

  private static final Set<String> SETTINGS =
      Set.of(
          "type",
          "units",
          "activation",
          "initializer", // of weights that are copied anyway
          "filters",
          "kernelSize",
          "strides",
          "padding",
          "poolSize",
          "vocabularySize",
          "outputSize");

  private final Sequential model;
  private final IUpdater updater;
  private final NeuralNetConfiguration.ListBuilder list;
  private int number; // of the layer in DL4J, where flattening is no layer

  private ToDl4j(Sequential model) {
    this.model = model;
    updater = Counterparts.of(model.optimizer());
    list =
        new NeuralNetConfiguration.Builder()
            .updater(updater)
            .weightInit(WeightInit.XAVIER_UNIFORM)
            .list();
  }

  /**
   * Returns the configuration of a built and compiled model.
   *
   * @throws IllegalArgumentException naming the layer that has no counterpart
   */
  static MultiLayerConfiguration configuration(Sequential model) {
    return new ToDl4j(model).configuration();
  }

  private MultiLayerConfiguration configuration() {
    List<LayerDescription> layers = model.describe();
    List<Integer> shape = shapeOf(model.inputShape());
    for (int i = 0; i < layers.size(); i++) {
      LayerDescription layer = layers.get(i);
      requireKnown(layer, layer.settings());
      if (layer.type().equals("Flatten")) {
        flatten(layer, shape);
      } else if (i == layers.size() - 1) {
        list.layer(number, output(layer));
      } else {
        list.layer(number, hidden(layer, shape));
        number++;
        afterwards(layer);
      }
      shape = layer.outputShape();
    }
    return list.build();
  }

  /** Refuses what the bridge has not heard of, unless it is switched off. */
  private static void requireKnown(LayerDescription layer, Map<?, ?> settings) {
    settings.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> inner) {
            requireKnown(layer, inner);
          } else if (!SETTINGS.contains(name) && !value.equals(false)) {
            throw noCounterpart(layer, "with %s %s".formatted(name, value));
          }
        });
  }

  private static List<Integer> shapeOf(int... shape) {
    return Arrays.stream(shape).boxed().toList();
  }

  private void flatten(LayerDescription layer, List<Integer> shape) {
    if (shape.size() == 3) {
      list.inputPreProcessor(
          number, new CnnToFeedForwardPreProcessor(shape.get(0), shape.get(1), shape.get(2)));
    } else if (shape.size() != 1) {
      throw noCounterpart(layer, "of sequences");
    }
  }

  /**
   * DL4J goes back through a {@code Bidirectional} of last steps only if the gradient has a time
   * axis, which this step gives it.
   */
  private void afterwards(LayerDescription layer) {
    if (layer.type().equals("Bidirectional")) {
      list.inputPreProcessor(number, new RnnToFeedForwardPreProcessor());
    }
  }

  private Layer output(LayerDescription layer) {
    if (!layer.type().equals("Dense")) {
      throw noCounterpart(layer, "as the last layer, which must be Dense,");
    }
    int[] kernel = shape(layer, "kernel");
    return new OutputLayer.Builder(Counterparts.of(model.loss(), kernel[1]))
        .nIn(kernel[0])
        .nOut(kernel[1])
        .activation(Counterparts.of(activation(layer)))
        .build();
  }

  private Layer hidden(LayerDescription layer, List<Integer> inputShape) {
    return switch (layer.type()) {
      case "Dense" -> {
        int[] kernel = shape(layer, "kernel");
        yield new DenseLayer.Builder()
            .nIn(kernel[0])
            .nOut(kernel[1])
            .activation(Counterparts.of(activation(layer)))
            .build();
      }
      case "Conv2D" -> {
        int[] kernel = shape(layer, "kernel");
        int strides = (int) setting(layer, "strides");
        boolean same = setting(layer, "padding").equals("SAME");
        yield new ConvolutionLayer.Builder(kernel[0], kernel[1])
            .stride(strides, strides)
            .convolutionMode(same ? ConvolutionMode.Same : ConvolutionMode.Truncate)
            .nIn(kernel[2])
            .nOut(kernel[3])
            .activation(Counterparts.of(activation(layer)))
            .build();
      }
      case "MaxPooling2D" -> {
        int size = (int) setting(layer, "poolSize");
        yield new SubsamplingLayer.Builder(PoolingType.MAX)
            .kernelSize(size, size)
            .stride(size, size)
            .build();
      }
      case "Embedding" -> {
        int[] table = shape(layer, "embeddings");
        yield new EmbeddingSequenceLayer.Builder()
            .nIn(table[0])
            .nOut(table[1])
            .inputLength(inputShape.get(0))
            .build();
      }
      case "SimpleRnn", "Lstm" -> lastStep(layer.type(), shape(layer, "kernel"));
      case "Bidirectional" -> bidirectional(layer);
      default -> throw noCounterpart(layer, "");
    };
  }

  private Layer bidirectional(LayerDescription layer) {
    String type = (String) ((Map<?, ?>) setting(layer, "forward")).get("type");
    if (!type.equals("SimpleRnn") && !type.equals("Lstm")) {
      throw noCounterpart(layer, "of " + type);
    }
    return new Bidirectional(
        Bidirectional.Mode.CONCAT, lastStep(type, shape(layer, "forward_kernel")));
  }

  /** The network's defaults do not reach layers within layers: these say all themselves. */
  private Layer lastStep(String type, int... kernel) {
    BaseRecurrentLayer.Builder<?> builder =
        type.equals("Lstm")
            ? new LSTM.Builder().nOut(kernel[1] / 4).forgetGateBiasInit(1)
            : new SimpleRnn.Builder().nOut(kernel[1]);
    BaseLayer layer =
        builder
            .nIn(kernel[0])
            .activation(Counterparts.of(Activation.TANH))
            .weightInit(WeightInit.XAVIER_UNIFORM)
            .updater(updater)
            .build();
    return new LastTimeStep(layer);
  }

  private int[] shape(LayerDescription layer, String parameter) {
    return model.parameter(layer.name() + "/" + parameter).shape();
  }

  private static Activation activation(LayerDescription layer) {
    return Activation.valueOf((String) setting(layer, "activation"));
  }

  private static Object setting(LayerDescription layer, String name) {
    return layer.settings().get(name);
  }

  private static IllegalArgumentException noCounterpart(LayerDescription layer, String detail) {
    return new IllegalArgumentException(
        "layer %s (%s) %shas no counterpart in the bridge to DL4J"
            .formatted(layer.name(), layer.type(), detail.isEmpty() ? "" : detail + " "));
  }
}

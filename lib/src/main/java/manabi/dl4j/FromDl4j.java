package manabi.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import manabi.nn.Activation;
import manabi.nn.Layers;
import manabi.nn.Recurrent;
import manabi.nn.Sequential;
import manabi.tensor.op.Padding;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
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

/** Makes a model of a DL4J network's description, its weights not yet copied. */
final class FromDl4j {

  private final MultiLayerConfiguration configuration;
  private final List<manabi.nn.Layer> layers = new ArrayList<>();

  private FromDl4j(MultiLayerConfiguration configuration) {
    this.configuration = configuration;
  }

  /**
   * Returns the model.
   *
   * @param inputShape shape of one sample here
   * @throws IllegalArgumentException naming the layer that has no counterpart
   */
  static Sequential model(MultiLayerConfiguration configuration, int... inputShape) {
    FromDl4j reading = new FromDl4j(configuration);
    reading.layers.add(Layers.input(inputShape));
    for (int i = 0; i < configuration.getConfs().size(); i++) {
      reading.addPreProcessor(i);
      reading.layers.add(reading.layer(i));
    }
    return Sequential.of(reading.layers.toArray(manabi.nn.Layer[]::new));
  }

  private void addPreProcessor(int i) {
    InputPreProcessor before = configuration.getInputPreProcess(i);
    if (before instanceof CnnToFeedForwardPreProcessor flatten) {
      require(i, "channels before height and width", flatten.getFormat() == CNN2DFormat.NCHW);
      layers.add(Layers.flatten());
    } else if (before != null) {
      // Where a layer gives its last step only, there is no time axis left to be merged.
      require(
          i,
          "no " + before.getClass().getSimpleName(),
          before instanceof RnnToFeedForwardPreProcessor && i > 0 && givesLastStep(i - 1));
    }
  }

  private boolean givesLastStep(int i) {
    Layer layer = configuration.getConf(i).getLayer();
    return layer instanceof LastTimeStep || layer instanceof Bidirectional;
  }

  private manabi.nn.Layer layer(int i) {
    Layer layer = configuration.getConf(i).getLayer();
    if (layer instanceof OutputLayer output && output.getClass() == OutputLayer.class) {
      require(i, "biases", output.hasBias());
      return Layers.dense(units(output), activation(i, output));
    }
    if (layer instanceof DenseLayer dense) {
      require(i, "biases and no layer normalisation", dense.hasBias() && !dense.isHasLayerNorm());
      return Layers.dense(units(dense), activation(i, dense));
    }
    if (layer instanceof ConvolutionLayer convolution
        && convolution.getClass() == ConvolutionLayer.class) {
      return convolution(i, convolution);
    }
    if (layer instanceof SubsamplingLayer pooling && pooling.getClass() == SubsamplingLayer.class) {
      return pooling(i, pooling);
    }
    if (layer instanceof EmbeddingSequenceLayer embedding) {
      require(i, "no biases", !embedding.hasBias());
      require(i, "no activation", activation(i, embedding) == Activation.LINEAR);
      return Layers.embedding(Math.toIntExact(embedding.getNIn()), units(embedding));
    }
    if (layer instanceof Bidirectional both) {
      require(i, "the mode CONCAT", both.getMode() == Bidirectional.Mode.CONCAT);
      return Layers.bidirectional(recurrent(i, both.getFwd()));
    }
    return recurrent(i, layer);
  }

  private manabi.nn.Layer convolution(int i, ConvolutionLayer layer) {
    int size = layer.getKernelSize()[0];
    require(i, "square filters", all(size, layer.getKernelSize()));
    int strides = layer.getStride()[0];
    require(i, "one stride both ways", all(strides, layer.getStride()));
    require(i, "dilation 1", all(1, layer.getDilation()));
    boolean same = layer.getConvolutionMode() == ConvolutionMode.Same;
    require(i, "padding of mode Same or none", same || unpadded(layer));
    require(i, "biases", layer.hasBias());
    require(i, "channels first", layer.getCnn2dDataFormat() == CNN2DFormat.NCHW);
    Padding padding = same ? Padding.SAME : Padding.VALID;
    return Layers.conv2D(units(layer), size, strides, padding, activation(i, layer));
  }

  private manabi.nn.Layer pooling(int i, SubsamplingLayer layer) {
    int size = layer.getKernelSize()[0];
    require(i, "the pooling type MAX", layer.getPoolingType() == PoolingType.MAX);
    require(
        i,
        "square windows side by side",
        all(size, layer.getKernelSize())
            && all(size, layer.getStride())
            && all(1, layer.getDilation()));
    require(i, "no padding", unpadded(layer.getConvolutionMode(), layer.getPadding()));
    require(i, "channels first", layer.getCnn2dDataFormat() == CNN2DFormat.NCHW);
    return Layers.maxPooling2D(size);
  }

  private Recurrent recurrent(int i, Layer layer) {
    if (layer instanceof LastTimeStep last) {
      if (last.getUnderlying() instanceof LSTM lstm) {
        require(i, "the activation TANH", activation(i, lstm) == Activation.TANH);
        Activation gates = Counterparts.of(lstm.getGateActivationFn(), name(i));
        require(i, "the gates' activation SIGMOID", gates == Activation.SIGMOID);
        return Layers.lstm(units(lstm));
      }
      if (last.getUnderlying() instanceof SimpleRnn rnn) {
        require(i, "the activation TANH", activation(i, rnn) == Activation.TANH);
        require(i, "no layer normalisation", !rnn.isHasLayerNorm());
        return Layers.simpleRnn(units(rnn));
      }
    }
    throw new IllegalArgumentException(
        name(i)
            + " has no counterpart in the bridge; recurrent layers must be LSTM or SimpleRnn and"
            + " give their last step (LastTimeStep)");
  }

  private static boolean unpadded(ConvolutionLayer layer) {
    return unpadded(layer.getConvolutionMode(), layer.getPadding());
  }

  private static boolean all(int expected, int... numbers) {
    return Arrays.stream(numbers).allMatch(number -> number == expected);
  }

  private static boolean unpadded(ConvolutionMode mode, int... padding) {
    return mode != ConvolutionMode.Same && mode != ConvolutionMode.Causal && all(0, padding);
  }

  private static int units(FeedForwardLayer layer) {
    return Math.toIntExact(layer.getNOut());
  }

  private Activation activation(int i, BaseLayer layer) {
    return Counterparts.of(layer.getActivationFn(), name(i));
  }

  private void require(int i, String what, boolean given) {
    if (!given) {
      throw new IllegalArgumentException(
          "%s must have %s to have a counterpart".formatted(name(i), what));
    }
  }

  private String name(int i) {
    String kind = configuration.getConf(i).getLayer().getClass().getSimpleName();
    return "DL4J layer %d (%s)".formatted(i, kind);
  }
}

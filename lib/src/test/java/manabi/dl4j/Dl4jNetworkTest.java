package manabi.dl4j;

import static manabi.loss.Loss.MEAN_SQUARED_ERROR;
import static manabi.nn.Activation.LINEAR;
import static manabi.nn.Activation.RELU;
import static manabi.nn.Initializer.HE_NORMAL;
import static manabi.nn.Layers.bidirectional;
import static manabi.nn.Layers.dense;
import static manabi.nn.Layers.dropout;
import static manabi.nn.Layers.embedding;
import static manabi.nn.Layers.flatten;
import static manabi.nn.Layers.input;
import static manabi.nn.Layers.simpleRnn;
import static manabi.optim.LearningRateSchedule.cosineDecay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import manabi.nn.Sequential;
import manabi.optim.Adam;
import manabi.optim.Momentum;
import manabi.optim.Sgd;
import manabi.tensor.Tensor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class Dl4jNetworkTest {

  private static Sequential compiled(manabi.nn.Layer... layers) {
    return Sequential.of(layers).compile(new Sgd(), MEAN_SQUARED_ERROR);
  }

  @Test
  void layersWithoutCounterpartAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Dl4jNetwork.of(compiled(input(4), embedding(5, 3), flatten(), dense(1, LINEAR))))
        .withMessage(
            "layer flatten (Flatten) of sequences has no counterpart in the bridge to DL4J");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dl4jNetwork.of(compiled(input(4, 2), simpleRnn(3))))
        .withMessageEndingWith(
            "(SimpleRnn) as the last layer, which must be Dense, has no counterpart in the bridge to DL4J");
  }

  @Test
  void settingsAndOptimisersWithoutCounterpartAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dl4jNetwork.of(compiled(input(4), dropout(0.5), dense(1, LINEAR))))
        .withMessage(
            "layer dropout (Dropout) with rate 0.5 has no counterpart in the bridge to DL4J");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Dl4jNetwork.of(
                    compiled(
                        input(4, 2),
                        bidirectional(simpleRnn(3).returnSequences()),
                        simpleRnn(3),
                        dense(1, LINEAR))))
        .withMessage(
            "layer bidirectional (Bidirectional) with returnSequences true has no counterpart"
                + " in the bridge to DL4J");
    Sequential model = compiled(input(4), dense(1, LINEAR));
    model.compile(new Momentum(0.1), MEAN_SQUARED_ERROR);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dl4jNetwork.of(model))
        .withMessageEndingWith("must be Adam or Sgd to have a counterpart in DL4J, was Momentum");
    model.compile(new Sgd().schedule(cosineDecay(10)), MEAN_SQUARED_ERROR);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dl4jNetwork.of(model))
        .withMessageEndingWith("must have a constant learning rate to go to DL4J");
    model.compile(new Sgd(0.1, 0.5, false), MEAN_SQUARED_ERROR);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dl4jNetwork.of(model))
        .withMessageEndingWith("must be without momentum to go to DL4J, had 0.5");
  }

  /** Weights are copied, so it does not matter how they started. */
  @Test
  void heNormalGoesOver() {
    Sequential model = compiled(input(4), dense(3, RELU, HE_NORMAL), dense(1, LINEAR));
    Tensor x = Tensor.ones(2, 4);
    assertThat(Dl4jNetwork.of(model).predict(x).data())
        .containsExactly(model.predict(x).data(), within(1e-6f));
  }

  @Test
  void modelsMustBeBuiltAndCompiled() {
    assertThatThrownBy(() -> Dl4jNetwork.of(Sequential.of(input(2), dense(1, LINEAR))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("compile");
    assertThatThrownBy(() -> Dl4jNetwork.of(compiled(dense(1, LINEAR))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("before it has seen data");
  }

  @Test
  void trainingByDl4jLearnsAndComesBack() {
    Networks given = Networks.bidirectionalLstm();
    given.model().compile(new Adam(0.05), given.model().loss());
    Dl4jNetwork network = Dl4jNetwork.of(given.model());
    double before = given.model().evaluate(given.x(), given.y()).loss();
    network.fit(given.x(), given.y(), 15, 3);
    Sequential back = network.toSequential();
    double after =
        back.compile(new Sgd(), given.model().loss()).evaluate(given.x(), given.y()).loss();
    assertThat(after).isLessThan(before / 2);
    assertThat(given.model().evaluate(given.x(), given.y()).loss()).isEqualTo(before);
  }

  @Test
  void networksMadeInDl4jComeAcross() {
    MultiLayerNetwork network =
        network(
            InputType.convolutional(9, 8, 1),
            new ConvolutionLayer.Builder(3, 3).nOut(2).activation(Activation.RELU).build(),
            new SubsamplingLayer.Builder().kernelSize(2, 2).stride(2, 2).build(),
            new DenseLayer.Builder().nOut(4).activation(Activation.TANH).build(),
            output().nOut(3).build());
    Tensor x = Tensor.randomNormal(new SplittableRandom(1), 2, 9, 8, 1);
    Tensor expected = Layout.PLAIN.toTensor(network.output(Layout.IMAGES.toDl4j(x)));
    Dl4jNetwork wrapped = Dl4jNetwork.of(network, 9, 8, 1);
    assertThat(wrapped.predict(x).data()).isEqualTo(expected.data());
    assertThat(wrapped.toSequential().predict(x).data())
        .containsExactly(expected.data(), within(1e-6f));
  }

  private static OutputLayer.Builder output() {
    return new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX);
  }

  private static MultiLayerNetwork network(InputType input, Layer... layers) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder().list(layers).setInputType(input).build());
    network.init();
    return network;
  }

  static Stream<Arguments> withoutCounterpart() {
    InputType images = InputType.convolutional(8, 8, 1);
    return Stream.of(
        Arguments.of(
            "DL4J layer 0 (BatchNormalization) has no counterpart",
            network(InputType.feedForward(3), new BatchNormalization(), output().nOut(2).build())),
        Arguments.of(
            "DL4J layer 0 (ConvolutionLayer) must have padding of mode Same or none",
            network(
                images,
                new ConvolutionLayer.Builder(3, 3).nOut(2).padding(1, 1).build(),
                output().nOut(2).build())),
        Arguments.of(
            "DL4J layer 0 (ConvolutionLayer) must have one stride both ways",
            network(
                images,
                new ConvolutionLayer.Builder(3, 3).nOut(2).stride(2, 1).build(),
                output().nOut(2).build())),
        Arguments.of(
            "DL4J layer 0 (SubsamplingLayer) must have square windows side by side",
            network(
                images,
                new SubsamplingLayer.Builder().kernelSize(2, 2).stride(1, 1).build(),
                output().nOut(2).build())),
        Arguments.of(
            "DL4J layer 0 (DenseLayer) must have one of the activations",
            network(
                InputType.feedForward(3),
                new DenseLayer.Builder().nOut(2).activation(Activation.SWISH).build(),
                output().nOut(2).build())),
        Arguments.of(
            "DL4J layer 0 (LSTM) has no counterpart in the bridge; recurrent layers must",
            network(
                InputType.recurrent(3),
                new LSTM.Builder().nOut(2).activation(Activation.TANH).build(),
                new RnnOutputLayer.Builder(LossFunction.MCXENT).nOut(2).build())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("withoutCounterpart")
  void dl4jLayersWithoutCounterpartAreNamed(String message, MultiLayerNetwork network) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dl4jNetwork.of(network, 8, 8, 1).toSequential())
        .withMessageStartingWith(message);
  }

  @Test
  void anotherShapeOfInputIsSeen(@TempDir Path folder) {
    Path file = folder.resolve("model.zip");
    Networks given = Networks.convolution();
    Dl4jNetwork.of(given.model()).save(file);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dl4jNetwork.load(file, 21, 11, 2).toSequential())
        .withMessage("dense/kernel has 192 numbers for this shape of input, DL4J's 4_W has 96");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dl4jNetwork.of(given.model()).predict(Tensor.zeros(1, 11, 13, 2)))
        .withMessage("samples must be [13, 11, 2], x was [1, 11, 13, 2]");
  }

  @Test
  void labelsMustFit() {
    Networks given = Networks.convolution();
    Dl4jNetwork network = Dl4jNetwork.of(given.model());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.fit(given.x(), Tensor.vector(0, 1, 2, 3, 4, 0, 0), 1, 7))
        .withMessageContaining("labels must be whole numbers from 0 to 3, label")
        .withMessageEndingWith("was 4.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.fit(given.x(), Tensor.vector(1), 1, 7))
        .withMessage(
            "y must have an entry for each sample of x [7, 13, 11, 2], at least one, was [1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.fit(given.x(), given.y(), 1, 0))
        .withMessage("epochs and batchSize must be 1 or more, were 1 and 0");
  }

  @Test
  void anInterruptEndsTraining() {
    Networks given = Networks.convolution();
    Dl4jNetwork network = Dl4jNetwork.of(given.model());
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> network.fit(given.x(), given.y(), 1, 7))
        .isInstanceOf(CancellationException.class);
    assertThat(network.predict(given.x()).dim(0)).isEqualTo(7);
  }

  @Test
  void aLossThatIsNoNumberIsSaid() {
    Networks given = Networks.convolution();
    INDArray weights = Dl4jNetwork.of(given.model()).network().params();
    Dl4jNetwork network = Dl4jNetwork.of(given.model());
    network.network().setParams(Nd4j.valueArrayOf(weights.shape(), Float.NaN));
    assertThatThrownBy(() -> network.fit(given.x(), given.y(), 1, 7))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("the loss became NaN; try a smaller learning rate");
  }

  @Test
  void damagedFilesAreNamed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("no.zip"), "no zip");
    assertThatThrownBy(() -> Dl4jNetwork.load(file, 3))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot read a DL4J network from " + file + ": ");
    assertThatThrownBy(
            () -> Dl4jNetwork.of(Networks.convolution().model()).save(folder.resolve("none/x.zip")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot write the DL4J network to ");
  }
}

package manabi.dl4j;

import java.util.Arrays;
import manabi.loss.Loss;
import manabi.nn.Activation;
import manabi.optim.Adam;
import manabi.optim.LearningRateSchedule;
import manabi.optim.Optimizer;
import manabi.optim.Sgd;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** What has a counterpart in DL4J under another name: activations, losses and optimisers. */
final class Counterparts {

  /** Keeps probabilities away from 0 and 1; DL4J's own 1e-5 would show in losses below 0.001. */
  private static final double CLIPPING = 1e-7;

  private Counterparts() {}

  static IActivation of(Activation activation) {
    return dl4jName(activation).getActivationFunction();
  }

  private static org.nd4j.linalg.activations.Activation dl4jName(Activation activation) {
    return switch (activation) {
      case LINEAR -> org.nd4j.linalg.activations.Activation.IDENTITY;
      case RELU -> org.nd4j.linalg.activations.Activation.RELU;
      case SIGMOID -> org.nd4j.linalg.activations.Activation.SIGMOID;
      case TANH -> org.nd4j.linalg.activations.Activation.TANH;
      case SOFTMAX -> org.nd4j.linalg.activations.Activation.SOFTMAX;
    };
  }

  /**
   * Returns the activation here.
   *
   * @param layer how an error names the layer
   */
  static Activation of(IActivation activation, String layer) {
    return Arrays.stream(Activation.values())
        .filter(ours -> of(ours).equals(activation))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s must have one of the activations %s, has %s"
                        .formatted(layer, Arrays.toString(Activation.values()), activation)));
  }

  /**
   * Returns the loss in DL4J. There the binary cross-entropy is the sum over a sample's outputs,
   * here it is the mean: weights make up for it.
   *
   * @param outputs numbers that the network gives for a sample
   */
  static ILossFunction of(Loss loss, int outputs) {
    return switch (loss) {
      case SPARSE_CATEGORICAL_CROSSENTROPY, CATEGORICAL_CROSSENTROPY -> new LossMCXENT();
      case BINARY_CROSSENTROPY ->
          new LossBinaryXENT(
              CLIPPING, outputs == 1 ? null : Nd4j.valueArrayOf(outputs, 1.0f / outputs));
      case MEAN_SQUARED_ERROR -> new LossMSE();
    };
  }

  /**
   * Returns the optimiser in DL4J. Adam there adds epsilon before the root is corrected, as Keras
   * does.
   */
  static IUpdater of(Optimizer optimizer) {
    if (optimizer.schedule() != LearningRateSchedule.CONSTANT) {
      throw new IllegalArgumentException(
          "the optimiser must have a constant learning rate to go to DL4J");
    }
    if (optimizer instanceof Adam adam) {
      return new org.nd4j.linalg.learning.config.Adam(
          adam.learningRate(), adam.beta1(), adam.beta2(), adam.epsilon());
    }
    if (optimizer instanceof Sgd sgd) {
      if (sgd.momentum() > 0) {
        throw new IllegalArgumentException(
            "Sgd must be without momentum to go to DL4J, had " + sgd.momentum());
      }
      return new org.nd4j.linalg.learning.config.Sgd(sgd.learningRate());
    }
    throw new IllegalArgumentException(
        "the optimiser must be Adam or Sgd to have a counterpart in DL4J, was "
            + optimizer.getClass().getSimpleName());
  }
}

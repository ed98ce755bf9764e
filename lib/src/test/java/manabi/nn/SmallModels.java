package manabi.nn;

import static manabi.loss.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static manabi.metrics.Metric.ACCURACY;
import static manabi.nn.Activation.SOFTMAX;
import static manabi.nn.Activation.TANH;
import static manabi.nn.Layers.dense;
import static manabi.nn.Layers.input;

import manabi.optim.Adam;
import manabi.tensor.Tensor;

/** A network and data that train in a moment. */
final class SmallModels {

  /** All corners of a cube. */
  static final Tensor X =
      Tensor.matrix(
          new double[][] {
            {0, 0, 0}, {0, 0, 1}, {0, 1, 0}, {0, 1, 1}, {1, 0, 0}, {1, 0, 1}, {1, 1, 0}, {1, 1, 1}
          });

  /** How many ones a corner has, 3 counted as 0: no straight line tells these apart. */
  static final Tensor Y = Tensor.vector(0, 1, 1, 2, 1, 2, 2, 0);

  private SmallModels() {}

  /** Returns a compiled network for the corners. */
  static Sequential corners() {
    return Sequential.of(input(3), dense(16, TANH), dense(3, SOFTMAX))
        .seed(1)
        .compile(new Adam(0.02), SPARSE_CATEGORICAL_CROSSENTROPY, ACCURACY);
  }

  /** Returns all that a model has learnt, in one array. */
  static float[] weights(Sequential model) {
    float[] all = new float[model.parameterCount()];
    int at = 0;
    for (Tensor variable : model.variables()) {
      System.arraycopy(variable.data(), 0, all, at, variable.size());
      at += variable.size();
    }
    return all;
  }
}

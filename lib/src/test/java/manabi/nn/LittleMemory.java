package manabi.nn;

import static manabi.loss.Loss.MEAN_SQUARED_ERROR;
import static manabi.nn.Activation.TANH;
import static manabi.nn.Fit.epochs;
import static manabi.nn.Layers.dense;
import static manabi.nn.Layers.input;

import manabi.optim.Adam;
import manabi.tensor.Tensor;

/**
 * A program for a JVM with 48 MB: trains with batches of 4,000, whose hidden layer alone would take
 * 160 MB, then with small ones.
 */
final class LittleMemory {

  /** Takes most of the memory for a while. */
  static byte[] rest;

  private LittleMemory() {}

  public static void main(String[] args) {
    Sequential model = Sequential.of(input(2), dense(10_000, TANH), dense(1, TANH));
    model.compile(new Adam(1e-5), MEAN_SQUARED_ERROR);
    Tensor x = Tensor.ones(4000, 2);
    Tensor y = Tensor.zeros(4000);
    hint(() -> model.fit(x, y, epochs(1).batchSize(4000).quiet()));
    Tensor few = x.slice(0, 40);
    double before = model.evaluate(few, y.slice(0, 40)).loss();
    rest = new byte[30 << 20];
    hint(() -> model.evaluate(x, y));
    rest = null;
    model.fit(few, y.slice(0, 40), epochs(1).batchSize(4).quiet());
    if (model.evaluate(few, y.slice(0, 40)).loss() < before) {
      System.out.println("learns on with batches of 4");
    }
  }

  private static void hint(Runnable work) {
    try {
      work.run();
    } catch (OutOfMemoryError e) {
      System.out.println(e.getMessage());
    }
  }
}

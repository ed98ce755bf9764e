package manabi.bench.engine;

import static manabi.nn.Activation.LINEAR;
import static manabi.nn.Layers.conv2D;
import static manabi.nn.Layers.input;
import static manabi.nn.Layers.lstm;
import static manabi.nn.Layers.transformerEncoder;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import manabi.nn.Sequential;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;
import manabi.tensor.compute.Buffers;

/**
 * Forward and backward through one layer: derivatives of a weighted sum of its output by its input
 * and its parameters. A step works in the arrays of the step before, as in {@code fit}.
 */
final class SingleLayer implements Work {

  private static final double WARM_UP_SECONDS = 4;
  private static final int STEPS = 10;

  private final Sequential layer;
  private final Tensor x;
  private final Buffers buffers = new Buffers();

  private SingleLayer(Sequential layer, int... inputShape) {
    this.layer = layer;
    x = Tensor.randomNormal(new SplittableRandom(0), inputShape);
  }

  /** A convolution 3×3 from 64 to 64 channels on 28×28, batch 32. */
  static SingleLayer convolution() {
    return new SingleLayer(Sequential.of(input(28, 28, 64), conv2D(64, 3, LINEAR)), 32, 28, 28, 64);
  }

  /** An LSTM from 256 to 256 over 50 steps, batch 64. */
  static SingleLayer longShortTermMemory() {
    return new SingleLayer(Sequential.of(input(50, 256), lstm(256)), 64, 50, 256);
  }

  /** A Transformer's encoder layer: 8 heads, 128 numbers a step, 512 inside; 50 steps, batch 32. */
  static SingleLayer encoder() {
    return new SingleLayer(
        Sequential.of(input(50, 128), transformerEncoder(8, 512, 0)), 32, 50, 128);
  }

  @Override
  public void run(Laps laps, int repetitions) {
    Tensor weights = Tensor.randomNormal(new SplittableRandom(1), layer.predict(x).shape());
    List<Tensor> sources = new ArrayList<>(layer.variables());
    sources.add(x);
    long end = System.nanoTime() + (long) (WARM_UP_SECONDS * 1e9);
    while (System.nanoTime() < end) {
      buffers.during(() -> step(weights, sources));
    }
    laps.start();
    for (int i = 0; i < STEPS * repetitions; i++) {
      buffers.during(() -> step(weights, sources));
      laps.end("warm", 1);
    }
  }

  private void step(Tensor weights, List<Tensor> sources) {
    try (var tape = GradientTape.open()) {
      Tensor loss = layer.apply(x).multiply(weights).sum();
      tape.gradient(loss, sources);
    }
  }
}

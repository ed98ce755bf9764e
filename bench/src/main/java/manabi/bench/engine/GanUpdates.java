package manabi.bench.engine;

import static manabi.nn.Activation.LINEAR;
import static manabi.nn.Activation.SIGMOID;
import static manabi.nn.Activation.TANH;
import static manabi.nn.Layers.dense;
import static manabi.nn.Layers.input;

import java.util.SplittableRandom;
import manabi.generative.Gan;
import manabi.generative.Gaussian;
import manabi.nn.Sequential;
import manabi.optim.Adam;
import manabi.tensor.Tensor;

/** Chapter 13: 1,000 updates of the discriminator and of the generator, on a line. */
final class GanUpdates {

  private static final int UPDATES = 1_000;
  private static final int BATCH = 64;

  private GanUpdates() {}

  static void run(Laps laps, int repetitions) {
    Sequential generator = Sequential.of(input(1), dense(16, TANH), dense(1, LINEAR)).seed(1);
    Sequential discriminator =
        Sequential.of(input(1), dense(32, TANH), dense(32, TANH), dense(1, SIGMOID)).seed(2);
    Gan gan = new Gan(generator, discriminator, adam(0.001), adam(0.004));
    SplittableRandom random = new SplittableRandom(0);
    Gaussian target = new Gaussian(4, 0.5);
    laps.start();
    for (int i = 0; i <= repetitions; i++) {
      for (int update = 0; update < UPDATES; update++) {
        gan.updateDiscriminator(
            Tensor.randomNormal(random, BATCH, 1), target.sample(BATCH, random));
        gan.updateGenerator(Tensor.randomNormal(random, BATCH, 1));
      }
      laps.end(i == 0 ? "cold" : "warm", UPDATES);
    }
    Gaussian learnt = Gaussian.fit(generator.predict(Tensor.randomNormal(random, 1_000, 1)));
    Laps.fact("mean", learnt.mean());
  }

  private static Adam adam(double learningRate) {
    return new Adam(learningRate, 0.5, 0.999, 1e-7);
  }
}

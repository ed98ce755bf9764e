package manabi.generative;

import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;

/** Small worlds in which a GAN's work can be seen at a glance. */
public sealed interface ToyDistribution permits Gaussian, GaussianRing {

  /** Returns {@code count} samples, {@code [count, D]}. */
  Tensor sample(int count, RandomGenerator random);
}

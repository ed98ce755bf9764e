package manabi.nn;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import manabi.tensor.Tensor;
import manabi.tensor.op.Affine;

/** The part of a larger layer that multiplies each step of a sequence by weights of its own. */
final class Projection {

  private final String name;
  private final boolean biased;
  private final Tensor kernel;
  private final Tensor bias;

  /** Makes a product with weights that start Glorot uniform; a bias that is not learnt stays 0. */
  Projection(String name, RandomGenerator random, int from, int to, boolean biased) {
    this.name = name;
    this.biased = biased;
    kernel = Initializer.GLOROT_UNIFORM.draw(random, from, to, from, to);
    bias = Tensor.zeros(to);
  }

  /** Returns {@code [N, T, to]} of x {@code [N, T, from]}. */
  Tensor of(Tensor x) {
    int n = x.dim(0);
    int t = x.dim(1);
    Tensor y = new Affine().apply(x.reshape(n * t, x.dim(2)), kernel, bias);
    return y.reshape(n, t, bias.size());
  }

  Stream<Parameter> parameters() {
    Parameter weights = new Parameter(name + "_kernel", kernel);
    return biased ? Stream.of(weights, new Parameter(name + "_bias", bias)) : Stream.of(weights);
  }

  static List<Parameter> all(Projection... projections) {
    return Stream.of(projections).flatMap(Projection::parameters).toList();
  }
}

package manabi.scratch;

/** A hidden layer's activation {@code f} with its derivative. Slides: "活性化関数". */
public enum Activation {
  /** {@link Functions#sigmoid}, the lecture's choice. */
  SIGMOID {
    @Override
    double f(double u) {
      return Functions.sigmoid(u);
    }

    @Override
    double derivative(double u) {
      return Functions.dSigmoid(u);
    }
  },
  /** {@link Functions#relu}. */
  RELU {
    @Override
    double f(double u) {
      return Functions.relu(u);
    }

    @Override
    double derivative(double u) {
      return Functions.dRelu(u);
    }
  },
  /** {@link Functions#tanh}. */
  TANH {
    @Override
    double f(double u) {
      return Functions.tanh(u);
    }

    @Override
    double derivative(double u) {
      return Functions.dTanh(u);
    }
  };

  abstract double f(double u);

  abstract double derivative(double u);

  /** Returns {@code f(u)}, element by element. */
  double[] of(double[] u) {
    double[] z = new double[u.length];
    for (int j = 0; j < u.length; j++) {
      z[j] = f(u[j]);
    }
    return z;
  }

  /** Returns {@code f'(u)}, element by element. */
  double[] derivative(double[] u) {
    double[] slope = new double[u.length];
    for (int j = 0; j < u.length; j++) {
      slope[j] = derivative(u[j]);
    }
    return slope;
  }
}

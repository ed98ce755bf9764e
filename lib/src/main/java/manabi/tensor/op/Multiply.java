package manabi.tensor.op;

/**
 * {@code y = a b}, elementwise with broadcasting: the gradient is multiplied by the other factor.
 */
public final class Multiply extends Broadcast {

  @Override
  float value(float a, float b) {
    return a * b;
  }

  @Override
  float derivativeA(float a, float b) {
    return b;
  }

  @Override
  float derivativeB(float a, float b) {
    return a;
  }
}

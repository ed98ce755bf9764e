package manabi.tensor.op;

/** {@code y = a - b}, elementwise with broadcasting. */
public final class Subtract extends Broadcast {

  @Override
  float value(float a, float b) {
    return a - b;
  }

  @Override
  float derivativeA(float a, float b) {
    return 1;
  }

  @Override
  float derivativeB(float a, float b) {
    return -1;
  }
}

package manabi.tensor.op;

/** {@code y = a + b}, elementwise with broadcasting: the gradient passes on. */
public final class Add extends Broadcast {

  @Override
  float value(float a, float b) {
    return a + b;
  }

  @Override
  void values(float[] a, float[] b, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = a[i] + b[i];
    }
  }

  @Override
  void gradients(float[] dy, float[] a, float[] b, float[] da, float[] db, int from, int to) {
    System.arraycopy(dy, from, da, from, to - from);
    System.arraycopy(dy, from, db, from, to - from);
  }

  @Override
  float derivativeA(float a, float b) {
    return 1;
  }

  @Override
  float derivativeB(float a, float b) {
    return 1;
  }
}

package manabi.tensor.op;

/** {@code y = a + b}, elementwise with broadcasting: the gradient passes on. */
public final class Add extends Broadcast {

  @Override
  float value(float a, float b) {
    return a + b;
  }

  @Override
  void values(float[] a, float[] b, float[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = a[i] + b[i];
    }
  }

  @Override
  void gradients(float[] dy, float[] a, float[] b, float[] da, float[] db) {
    System.arraycopy(dy, 0, da, 0, dy.length);
    System.arraycopy(dy, 0, db, 0, dy.length);
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

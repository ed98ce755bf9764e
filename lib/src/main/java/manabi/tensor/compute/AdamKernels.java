package manabi.tensor.compute;

/**
 * The loop of Adam's update; on vector registers where there are some, with the same bits as in
 * plain loops.
 */
public class AdamKernels {

  private static final AdamKernels BEST =
      KernelChoice.of(AdamKernels.class, "VectorAdam", AdamKernels::new);

  AdamKernels() {}

  /** Returns the fastest that this JVM can run. */
  public static AdamKernels best() {
    return BEST;
  }

  /**
   * The factors of one step, bias correction included: {@code v = beta1 v + (1 - beta1) g}, {@code
   * s = beta2 s + (1 - beta2) g^2}, {@code w = w - rate v / (rootCorrection sqrt(s) + epsilon)}.
   */
  public record Step(float beta1, float beta2, float rate, float rootCorrection, float epsilon) {}

  /**
   * Changes {@code length} parameters.
   *
   * @param at where they begin in {@code w}, {@code v} and {@code s}
   * @param gAt where their gradients begin in {@code g}
   */
  public void update(
      Step step, float[] w, float[] v, float[] s, int at, float[] g, int gAt, int length) {
    for (int i = 0; i < length; i++) {
      v[at + i] = step.beta1 * v[at + i] + (1 - step.beta1) * g[gAt + i];
      s[at + i] = step.beta2 * s[at + i] + (1 - step.beta2) * g[gAt + i] * g[gAt + i];
      descend(step, w, v, s, at + i);
    }
  }

  /** Changes {@code length} parameters whose gradients are 0: they go on by their momentum. */
  public void coast(Step step, float[] w, float[] v, float[] s, int at, int length) {
    for (int i = at; i < at + length; i++) {
      v[i] = step.beta1 * v[i];
      s[i] = step.beta2 * s[i];
      descend(step, w, v, s, i);
    }
  }

  private static void descend(Step step, float[] w, float[] v, float[] s, int i) {
    float root = (float) Math.sqrt(s[i]);
    w[i] -= step.rate * v[i] / (root * step.rootCorrection + step.epsilon);
  }
}

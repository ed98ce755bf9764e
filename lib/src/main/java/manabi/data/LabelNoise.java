package manabi.data;

import java.util.Arrays;
import java.util.Random;
import manabi.tensor.Tensor;

/** Wrong labels on purpose, to see what they do to learning. Slides: "Deep Learningの特徴". */
public final class LabelNoise {

  private LabelNoise() {}

  /**
   * Returns labels of which a share is wrong: each of those is another class, all equally likely.
   *
   * @param labels {@code [N]}, class numbers from 0; not changed
   * @param classes how many classes there are, 2 or more
   * @param share which part becomes wrong, in [0, 1]; exactly that many labels, rounded
   * @param seed which labels, and which classes
   * @throws IllegalArgumentException if share or classes are outside their range
   */
  public static Tensor flip(Tensor labels, int classes, double share, long seed) {
    if (!(share >= 0 && share <= 1) || classes < 2) {
      throw new IllegalArgumentException(
          "share must be in [0, 1] and classes 2 or more, were %s and %d"
              .formatted(share, classes));
    }
    Random random = new Random(seed);
    float[] noisy = labels.toArray();
    int[] order = new int[noisy.length];
    Arrays.setAll(order, i -> i);
    for (int k = 0; k < Math.round(share * noisy.length); k++) {
      int chosen = k + random.nextInt(noisy.length - k); // one of those not chosen before
      int label = order[chosen];
      order[chosen] = order[k];
      noisy[label] = (noisy[label] + 1 + random.nextInt(classes - 1)) % classes;
    }
    return Tensor.of(noisy, labels.shape());
  }
}

package manabi.data;

import java.util.Random;
import manabi.tensor.Tensor;

/**
 * Drawn shapes in place of the images of Fashion-MNIST, for machines that cannot get those: ten
 * classes of outlines with varying size, place and brightness, plus noise.
 */
final class DrawnGarments {

  private static final int SIDE = 28;

  private DrawnGarments() {}

  /** Returns 6,000 images to train and 1,000 to test, always the same. */
  static FashionMnist draw() {
    return new FashionMnist(images(6_000, new Random(1)), images(1_000, new Random(2)), true);
  }

  private static LabelledImages images(int count, Random random) {
    int classes = FashionMnist.CLASS_NAMES.size();
    float[] pixels = new float[count * SIDE * SIDE];
    float[] labels = new float[count];
    for (int n = 0; n < count; n++) {
      int label = random.nextInt(classes);
      labels[n] = label;
      garment(label, random, pixels, n * SIDE * SIDE);
    }
    return new LabelledImages(Tensor.of(pixels, count, SIDE, SIDE, 1), Tensor.of(labels, count));
  }

  private static void garment(int label, Random random, float[] pixels, int offset) {
    double scale = 0.85 + 0.3 * random.nextDouble();
    double shiftX = random.nextGaussian() * 0.06;
    double shiftY = random.nextGaussian() * 0.06;
    double brightness = 0.45 + 0.5 * random.nextDouble();
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        double x = ((column + 0.5) / SIDE * 2 - 1 - shiftX) / scale;
        double y = ((row + 0.5) / SIDE * 2 - 1 - shiftY) / scale;
        double value = covers(label, Math.abs(x), x, y) ? brightness : 0;
        value += value > 0 ? random.nextGaussian() * 0.12 : 0;
        pixels[offset + row * SIDE + column] = (float) Math.max(0, Math.min(1, value));
      }
    }
  }

  /** Says whether a garment covers a point: both axes from -1 to 1, y downwards, side = |x|. */
  private static boolean covers(int label, double side, double x, double y) {
    boolean body = side < 0.45 && y > -0.8 && y < 0.8;
    boolean longSleeve = side >= 0.45 && side < 0.8 && y > -0.8 + (side - 0.45) && y < 0.7;
    return switch (label) {
      case 0 -> body || (side < 0.85 && y > -0.8 && y < -0.3); // short sleeves
      case 1 -> side < 0.4 && side > 0.08 * (y + 0.6) && y > -0.9 && y < 0.9; // two legs
      case 2 -> body || longSleeve;
      case 3 -> y > -0.9 && y < 0.9 && side < 0.2 + 0.2 * (y + 0.9) / 1.8 + 0.1 * y * y;
      case 4 -> (body || longSleeve) && side > 0.05; // open in front
      case 5 -> Math.abs(y - 0.2 - 0.4 * x) < 0.08 || (y > 0.4 && y < 0.55 && side < 0.9);
      case 6 -> (body && !(side < 0.15 && y < -0.4)) || (longSleeve && y < 0.1); // open collar
      case 7 -> y < 0.5 && y > 0.3 - 0.5 * Math.max(0, 0.5 - Math.abs(x + 0.2)) && side < 0.9;
      case 8 -> (side < 0.75 && y > -0.2 && y < 0.8) || isHandle(side, y);
      case 9 -> y < 0.8 && y > -0.7 && (x < 0 ? x > -0.55 : x < 0.85 && y > 0.25);
      default -> throw new IllegalArgumentException("label must be 0 to 9, was " + label);
    };
  }

  private static boolean isHandle(double side, double y) {
    double radius = Math.hypot(side, y + 0.2);
    return y <= -0.2 && radius > 0.4 && radius < 0.55;
  }
}

package manabi.data;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import manabi.tensor.Tensor;

/**
 * A small random change of an image that leaves its meaning as it is, to make more training data
 * from what there is:
 *
 * <pre>{@code
 * var augmentation = Augmentation.flip().then(Augmentation.rotation(10));
 * model.fit(augmentation.of(images, seed), labels, epochs(1));
 * }</pre>
 *
 * <p>An image is {@code [H, W, C]} with numbers in [0, 1]; what comes back is in the same range
 * and, but for {@link #crop} and {@link #resize}, of the same shape. Slides: 003 3.1, "Data
 * augmentation".
 */
@FunctionalInterface
public interface Augmentation {

  /**
   * Returns what becomes of one image, which itself is not changed.
   *
   * @param image {@code [H, W, C]}
   * @param random what decides by how much
   */
  Tensor apply(Tensor image, RandomGenerator random);

  /** Returns the image as it is. Slide: 元の画像. */
  static Augmentation none() {
    return (image, random) -> image;
  }

  /** Swaps left and right of about every second image. Slide: 反転. */
  static Augmentation flip() {
    return (image, random) -> random.nextBoolean() ? Pixels.mirrored(image) : image;
  }

  /**
   * Turns the image about its centre, black coming in at the corners. Slide: 回転.
   *
   * @param degrees the largest angle, either way, 0 or more; all up to it are equally likely
   */
  static Augmentation rotation(double degrees) {
    requireAtLeastZero("degrees", degrees);
    return (image, random) -> Pixels.rotated(image, symmetric(random, degrees));
  }

  /**
   * Cuts out a part, anywhere in the image: {@code [H, W, C]} to {@code [height, width, C]}. Slide:
   * ランダムな切り抜き.
   *
   * @throws IllegalArgumentException if height or width is less than 1, or later, on an image, if
   *     that is smaller
   */
  static Augmentation crop(int height, int width) {
    requireSize(height, width);
    return (image, random) -> {
      if (height > image.dim(0) || width > image.dim(1)) {
        throw new IllegalArgumentException(
            "image must be at least [%d, %d, C] to be cropped to that, was %s"
                .formatted(height, width, Arrays.toString(image.shape())));
      }
      int top = random.nextInt(image.dim(0) - height + 1);
      int left = random.nextInt(image.dim(1) - width + 1);
      return Pixels.window(image, top, left, height, width);
    };
  }

  /**
   * Enlarges or shrinks the image, without chance: {@code [H, W, C]} to {@code [height, width, C]};
   * after {@link #crop} it brings a part back to the size that a network takes.
   *
   * @throws IllegalArgumentException if height or width is less than 1
   */
  static Augmentation resize(int height, int width) {
    requireSize(height, width);
    return (image, random) -> Pixels.resized(image, height, width);
  }

  /**
   * Adds a number to each channel, one for the whole image. Slide: カラーシフト.
   *
   * @param most the largest number, either way, 0 or more; all up to it are equally likely
   */
  static Augmentation colorShift(double most) {
    requireAtLeastZero("most", most);
    return (image, random) -> {
      double[] shifts = new double[image.dim(2)];
      Arrays.setAll(shifts, c -> symmetric(random, most));
      return Pixels.changed(image, (value, c) -> value + shifts[c]);
    };
  }

  /**
   * Adds normal noise to every number. Slide: ノイズの付加.
   *
   * @param deviation the noise's standard deviation, 0 or more
   */
  static Augmentation noise(double deviation) {
    requireAtLeastZero("deviation", deviation);
    return (image, random) ->
        Pixels.changed(image, (value, c) -> value + deviation * random.nextGaussian());
  }

  /**
   * Blackens a square anywhere in the image. Slide: 情報損失. Source: DeVries and Taylor (2017),
   * Improved Regularization of Convolutional Neural Networks with Cutout, arXiv:1708.04552.
   *
   * @param side of the square in pixels, 0 or more; one larger than the image blackens it all
   */
  static Augmentation cutout(int side) {
    requireAtLeastZero("side", side);
    return (image, random) -> {
      int height = Math.min(side, image.dim(0));
      int width = Math.min(side, image.dim(1));
      int top = random.nextInt(image.dim(0) - height + 1);
      int left = random.nextInt(image.dim(1) - width + 1);
      return Pixels.blackened(image, top, left, height, width);
    };
  }

  /**
   * Multiplies all numbers by one factor, as another exposure does. Slide: コントラストの修正.
   *
   * @param most how far the factor is from 1 at most, in [0, 1]; all up to it are equally likely
   */
  static Augmentation contrast(double most) {
    if (!(most >= 0 && most <= 1)) {
      throw new IllegalArgumentException("most must be in [0, 1], was " + most);
    }
    return (image, random) -> {
      double factor = 1 + symmetric(random, most);
      return Pixels.changed(image, (value, c) -> value * factor);
    };
  }

  /** Returns this change with another one after it. */
  default Augmentation then(Augmentation next) {
    return (image, random) -> next.apply(apply(image, random), random);
  }

  /**
   * Returns all images changed, each by chances of its own.
   *
   * @param images {@code [N, H, W, C]}, N at least 1; not changed
   * @param seed the same gives the same images; take another for each epoch
   * @throws IllegalArgumentException if images have another shape
   */
  default Tensor of(Tensor images, long seed) {
    if (images.rank() != 4 || images.size() == 0) {
      throw new IllegalArgumentException(
          "images must be [N, H, W, C] with N at least 1, were " + Arrays.toString(images.shape()));
    }
    SplittableRandom random = new SplittableRandom(seed);
    Tensor[] changed = new Tensor[images.dim(0)];
    for (int n = 0; n < changed.length; n++) {
      changed[n] = apply(Pixels.image(images, n), random.split());
    }
    return Pixels.stacked(changed);
  }

  private static double symmetric(RandomGenerator random, double most) {
    return (2 * random.nextDouble() - 1) * most;
  }

  private static void requireAtLeastZero(String argument, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(argument + " must be 0 or more, was " + value);
    }
  }

  private static void requireSize(int height, int width) {
    if (height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "height and width must be 1 or more, were %d and %d".formatted(height, width));
    }
  }
}

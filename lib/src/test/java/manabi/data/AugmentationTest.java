package manabi.data;

import static manabi.tensor.TensorAssertions.assertNumbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("C3.1")
class AugmentationTest {

  /** {@code [7, 5, 3]}: unequal sides show swapped axes. */
  private static final Tensor IMAGE = Tensor.randomUniform(new SplittableRandom(1), 0, 1, 7, 5, 3);

  /** Two rows of three pixels of one channel. */
  private static final Tensor SIX = Tensor.of(new float[] {.1f, .2f, .3f, .4f, .5f, .6f}, 2, 3, 1);

  private static Tensor changed(Augmentation augmentation, Tensor image, long seed) {
    return augmentation.apply(image, new SplittableRandom(seed));
  }

  /** The image and its mirror image are what flip gives; which, chance decides. */
  @Test
  void flipSwapsLeftAndRightOfHalfTheImages() {
    Tensor mirror = Pixels.mirrored(SIX);
    assertThat(mirror.shape()).containsExactly(2, 3, 1);
    assertNumbers(mirror, 0, .3f, .2f, .1f, .6f, .5f, .4f);
    int flipped = 0;
    for (int seed = 0; seed < 1000; seed++) {
      Tensor result = changed(Augmentation.flip(), SIX, seed);
      assertThat(result.data()).isIn(SIX.data(), mirror.data());
      flipped += Arrays.equals(result.data(), mirror.data()) ? 1 : 0;
    }
    assertThat(flipped).isBetween(440, 560); // 500 by chance, 3.8 standard deviations either way
  }

  @Test
  void flippedTwiceIsTheImage() {
    assertThat(Pixels.mirrored(IMAGE).data()).isNotEqualTo(IMAGE.data());
    assertThat(Pixels.mirrored(Pixels.mirrored(IMAGE)).data()).isEqualTo(IMAGE.data());
  }

  @Test
  void rotationByNothingIsTheImage() {
    Tensor result = changed(Augmentation.rotation(0), IMAGE, 3);
    assertThat(result.data()).isEqualTo(IMAGE.data());
    assertThat(changed(Augmentation.rotation(10), IMAGE, 3).data()).isNotEqualTo(IMAGE.data());
  }

  /** Rows {1 2 3} {4 5 6} {7 8 9}, turned clockwise, are {7 4 1} {8 5 2} {9 6 3}. */
  @Test
  void rotationByRightAnglesMovesPixels() {
    Tensor nine = Tensor.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 3, 3, 1).multiply(0.1);
    assertNumbers(Pixels.rotated(nine, 90), 1e-6, .7, .4, .1, .8, .5, .2, .9, .6, .3);
    assertNumbers(Pixels.rotated(SIX, 180), 1e-6, .6, .5, .4, .3, .2, .1);
  }

  /** A white image keeps its middle and gets black corners. */
  @Test
  void rotationBringsBlackInAtTheCorners() {
    Tensor turned = Pixels.rotated(Tensor.ones(9, 9, 1), 45);
    assertThat(turned.get(4, 4, 0)).isCloseTo(1, within(1e-6f));
    assertThat(turned.get(0, 0, 0)).isZero();
    assertThat(turned.get(8, 0, 0)).isZero();
  }

  @Test
  void rotationTurnsEitherWayUpToTheLargestAngle() {
    Tensor bar = Tensor.zeros(9, 9, 1); // white above the middle: turned, it leaves its column
    bar.data()[4] = 1;
    double left = 0;
    double right = 0;
    for (int seed = 0; seed < 50; seed++) {
      Tensor turned = changed(Augmentation.rotation(20), bar, seed);
      assertThat(turned.get(1, 7, 0)).isZero(); // that would be 45 degrees
      left += turned.get(0, 3, 0);
      right += turned.get(0, 5, 0);
    }
    assertThat(left).isPositive();
    assertThat(right).isPositive();
  }

  @Test
  void cropIsAPartOfTheImageOfAFixedSize() {
    Set<Float> corners = new HashSet<>();
    for (int seed = 0; seed < 100; seed++) {
      Tensor part = changed(Augmentation.crop(4, 2), IMAGE, seed);
      assertThat(part.shape()).containsExactly(4, 2, 3);
      corners.add(part.data()[0]);
    }
    assertThat(corners).hasSize(4 * 4); // every place where it can be
    assertThat(changed(Augmentation.crop(7, 5), IMAGE, 1).data()).isEqualTo(IMAGE.data());
    assertNumbers(Pixels.window(SIX, 0, 1, 2, 2), 0, .2f, .3f, .5f, .6f);
  }

  @Test
  void resizeKeepsCornersAndSize() {
    Tensor large = changed(Augmentation.resize(3, 5), SIX, 1);
    assertThat(large.shape()).containsExactly(3, 5, 1);
    assertNumbers(large, 1e-6, .1, .15, .2, .25, .3, .25, .3, .35, .4, .45, .4, .45, .5, .55, .6);
    assertThat(changed(Augmentation.resize(7, 5), IMAGE, 1).data()).isEqualTo(IMAGE.data());
    assertNumbers(changed(Augmentation.resize(1, 1), SIX, 1), 0, .1f);
  }

  @Test
  void colourShiftAddsOneNumberToEachChannel() {
    Tensor grey = Tensor.zeros(2, 2, 3).add(0.5);
    Tensor shifted = changed(Augmentation.colorShift(0.2), grey, 1);
    Set<Float> shifts = new HashSet<>();
    for (int c = 0; c < 3; c++) {
      float first = shifted.get(0, 0, c);
      shifts.add(first);
      assertThat(first).isBetween(0.3f, 0.7f).isNotEqualTo(0.5f);
      assertThat(shifted.get(1, 1, c)).isEqualTo(first);
    }
    assertThat(shifts).hasSize(3);
  }

  @Test
  void noiseHasItsDeviation() {
    Tensor noisy = changed(Augmentation.noise(0.05), Tensor.zeros(100, 100, 1).add(0.5), 1);
    Tensor noise = noisy.add(-0.5);
    assertThat(noise.mean().item()).isCloseTo(0, within(0.002f)); // 4 standard errors
    assertThat(Math.sqrt(noise.square().mean().item())).isCloseTo(0.05, within(0.002));
  }

  @Test
  void cutoutBlackensASquare() {
    Set<Integer> places = new HashSet<>();
    for (int seed = 0; seed < 100; seed++) {
      Tensor cut = changed(Augmentation.cutout(2), Tensor.ones(4, 5, 3), seed);
      assertThat(cut.sum().item()).isEqualTo((4 * 5 - 2 * 2) * 3);
      int first = 0;
      while (cut.data()[first] != 0) {
        first++;
      }
      places.add(first);
    }
    assertThat(places).hasSize(3 * 4);
    assertThat(changed(Augmentation.cutout(0), IMAGE, 1).data()).isEqualTo(IMAGE.data());
    assertThat(changed(Augmentation.cutout(9), IMAGE, 1).data()).containsOnly(0);
  }

  @Test
  void contrastMultipliesByOneFactor() {
    Set<Boolean> brighter = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      Tensor result = changed(Augmentation.contrast(0.5), SIX, seed);
      float factor = result.data()[0] / SIX.data()[0];
      assertThat(factor).isBetween(0.5f, 1.5f).isNotEqualTo(1);
      assertNumbers(result.subtract(SIX.multiply(factor)), 1e-6, 0, 0, 0, 0, 0, 0);
      brighter.add(factor > 1);
    }
    assertThat(brighter).hasSize(2);
  }

  static Stream<Arguments> all() {
    return Stream.of(
        Arguments.of("none", Augmentation.none()),
        Arguments.of("flip", Augmentation.flip()),
        Arguments.of("rotation", Augmentation.rotation(180)),
        Arguments.of("crop", Augmentation.crop(3, 3)),
        Arguments.of("resize", Augmentation.resize(9, 9)),
        Arguments.of("color shift", Augmentation.colorShift(1)),
        Arguments.of("noise", Augmentation.noise(2)),
        Arguments.of("cutout", Augmentation.cutout(3)),
        Arguments.of("contrast", Augmentation.contrast(1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void numbersStayInRangeAndTheImageItself(String name, Augmentation augmentation) {
    float[] before = IMAGE.toArray();
    for (int seed = 0; seed < 20; seed++) {
      for (float value : changed(augmentation, IMAGE, seed).data()) {
        assertThat(value).isBetween(0f, 1f);
      }
    }
    assertThat(IMAGE.data()).isEqualTo(before);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void theSameSeedGivesTheSameImages(String name, Augmentation augmentation) {
    Tensor images = Tensor.randomUniform(new SplittableRandom(2), 0, 1, 6, 5, 5, 3);
    float[] before = images.toArray();
    Tensor result = augmentation.of(images, 7);
    assertThat(result.data()).isEqualTo(augmentation.of(images, 7).data());
    if (!List.of("none", "resize").contains(name)) { // those without chance
      assertThat(result.data()).isNotEqualTo(augmentation.of(images, 8).data());
    }
    assertThat(images.data()).isEqualTo(before);
  }

  @Test
  void eachImageHasItsOwnChances() {
    Tensor twice = Tensor.zeros(2, 5, 5, 1).add(0.5);
    Tensor noisy = Augmentation.noise(0.1).of(twice, 1);
    assertThat(noisy.shape()).containsExactly(2, 5, 5, 1);
    assertThat(noisy.slice(0, 1).data()).isNotEqualTo(noisy.slice(1, 2).data());
  }

  @Test
  void changesFollowEachOther() {
    Augmentation both = Augmentation.crop(4, 4).then(Augmentation.resize(7, 5));
    assertThat(both.of(Tensor.zeros(3, 7, 5, 2), 1).shape()).containsExactly(3, 7, 5, 2);
    Tensor darkened = changed((image, random) -> image.multiply(0.5), SIX, 1);
    Augmentation halves = (image, random) -> image.multiply(0.5);
    assertThat(changed(Augmentation.none().then(halves), SIX, 1).data()).isEqualTo(darkened.data());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesNumbersOutsideTheirRange(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Augmentation.rotation(value))
        .withMessage("degrees must be 0 or more, was " + value);
    assertThatIllegalArgumentException().isThrownBy(() -> Augmentation.noise(value));
    assertThatIllegalArgumentException().isThrownBy(() -> Augmentation.colorShift(value));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Augmentation.contrast(value))
        .withMessage("most must be in [0, 1], was " + value);
  }

  @Test
  void refusesShapesThatDoNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Augmentation.crop(0, 4))
        .withMessage("height and width must be 1 or more, were 0 and 4");
    assertThatIllegalArgumentException().isThrownBy(() -> Augmentation.resize(3, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Augmentation.cutout(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> changed(Augmentation.crop(3, 3), SIX, 1))
        .withMessage("image must be at least [3, 3, C] to be cropped to that, was [2, 3, 1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Augmentation.none().of(SIX, 1))
        .withMessage("images must be [N, H, W, C] with N at least 1, were [2, 3, 1]");
  }
}

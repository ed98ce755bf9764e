package manabi.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import manabi.tensor.Tensor;

/**
 * Pictures side by side, enlarged without smoothing: data, filters, feature maps.
 *
 * <p>It is a static picture only. NaN and infinite pixels are light grey; pictures without any
 * finite pixel are refused.
 */
public final class ImageGrid implements Chart {

  private static final int MOST = 400;

  private final Tensor images;
  private final GridLook look;

  private ImageGrid(Tensor images, GridLook look) {
    this.images = images;
    this.look = look;
  }

  /**
   * Returns the pictures in grey, the smallest of all pixels black and the largest white; pictures
   * of three channels in their own colours, red, green and blue from 0 to 1.
   *
   * @param images {@code [N, H, W]}, {@code [N, H, W, 1]} or {@code [N, H, W, 3]}, at most 400
   * @throws IllegalArgumentException if the shape is another, or no pixel is finite
   */
  public static ImageGrid of(Tensor images) {
    int[] shape = images.shape();
    boolean colored = shape.length == 4 && shape[3] == 3;
    boolean fits = shape.length == 3 || (shape.length == 4 && shape[3] == 1) || colored;
    if (!fits || images.size() == 0 || shape[0] > MOST) {
      throw new IllegalArgumentException(
          "images must be [N, H, W], [N, H, W, 1] or [N, H, W, 3] with N from 1 to "
              + MOST
              + ", was "
              + Arrays.toString(shape));
    }
    ValueRange range = colored ? new ValueRange(0, 1) : ValueRange.of(pixels(images));
    int columns = (int) Math.ceil(Math.sqrt(shape[0] * 1.6));
    return new ImageGrid(
        images,
        new GridLook(
            "",
            List.of(),
            Set.of(),
            List.of(),
            Math.min(columns, shape[0]),
            0,
            ColorMap.GRAYS,
            range));
  }

  /**
   * Returns one picture for each channel: the filters or the feature maps of a convolution.
   *
   * @param channels {@code [H, W, C]}
   */
  public static ImageGrid ofChannels(Tensor channels) {
    if (channels.rank() != 3) {
      throw new IllegalArgumentException(
          "channels must be [H, W, C], was " + Arrays.toString(channels.shape()));
    }
    int pixels = channels.dim(0) * channels.dim(1);
    int count = channels.dim(2);
    float[] data = new float[channels.size()];
    for (int p = 0; p < pixels; p++) {
      for (int c = 0; c < count; c++) {
        data[c * pixels + p] = channels.data()[p * count + c];
      }
    }
    return of(Tensor.of(data, count, channels.dim(0), channels.dim(1)));
  }

  /** Returns this grid with a text above it. */
  public ImageGrid title(String title) {
    return new ImageGrid(images, look.withTitle(title));
  }

  /**
   * Returns this grid with a text above each picture.
   *
   * @throws IllegalArgumentException if there is not one for each
   */
  public ImageGrid titles(List<String> titles) {
    if (titles.size() != images.dim(0)) {
      throw new IllegalArgumentException(
          "titles must be %d, one for each picture, was %d"
              .formatted(images.dim(0), titles.size()));
    }
    return new ImageGrid(images, look.withTitles(List.copyOf(titles)));
  }

  /** Returns this grid with a frame about the pictures whose number, from 0, is chosen. */
  public ImageGrid highlight(IntPredicate chosen) {
    Set<Integer> numbers =
        IntStream.range(0, images.dim(0)).filter(chosen).boxed().collect(Collectors.toSet());
    return new ImageGrid(images, look.withHighlighted(numbers));
  }

  /**
   * Returns this grid with a rectangle on a picture, in pixels of the picture; what lies outside of
   * it is not drawn. Each of a picture has a colour of its own.
   *
   * @param picture number of the picture, from 0
   * @throws IllegalArgumentException if there is no such picture, or the rectangle is empty
   */
  public ImageGrid box(int picture, int top, int left, int height, int width) {
    if (picture < 0 || picture >= images.dim(0) || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "picture must be 0 to %d, height and width 1 or more, were %d, %d and %d"
              .formatted(images.dim(0) - 1, picture, height, width));
    }
    return new ImageGrid(images, look.withBox(new GridLook.Box(picture, top, left, height, width)));
  }

  /** Returns this grid with so many pictures in a row, 1 or more. */
  public ImageGrid columns(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("columns must be at least 1, was " + count);
    }
    return new ImageGrid(images, look.withColumns(Math.min(count, images.dim(0))));
  }

  /**
   * Returns this grid with its pictures enlarged so many times; else the grid chooses.
   *
   * @param side of an enlarged pixel, 1 to 72
   */
  public ImageGrid zoom(int side) {
    if (side < 1 || side > 72) {
      throw new IllegalArgumentException("zoom must be 1 to 72, was " + side);
    }
    return new ImageGrid(images, look.withZoom(side));
  }

  /** Returns this grid with colours for another range of pixels. */
  public ImageGrid range(double low, double high) {
    return new ImageGrid(images, look.withColors(look.colors(), new ValueRange(low, high)));
  }

  /** Returns this grid in red for negative, white for 0 and blue for positive pixels. */
  public ImageGrid symmetric() {
    ValueRange range = ValueRange.symmetric(pixels(images));
    return new ImageGrid(images, look.withColors(ColorMap.RED_BLUE, range));
  }

  /** Returns this grid in other colours. */
  public ImageGrid colors(ColorMap map) {
    return new ImageGrid(images, look.withColors(map, look.range()));
  }

  @Override
  public byte[] png() {
    ImageGridPicture picture = new ImageGridPicture(images, look);
    return Canvas.png(picture.width(), picture.height(), picture::paint);
  }

  /** Returns the title and how many pictures of which size are shown. */
  @Override
  public String toString() {
    return "ImageGrid%s: %d pictures of %d x %d pixels"
        .formatted(
            look.title().isEmpty() ? "" : " \"" + look.title() + '"',
            images.dim(0),
            images.dim(1),
            images.dim(2));
  }

  private static DoubleStream pixels(Tensor images) {
    float[] data = images.data();
    return IntStream.range(0, data.length).mapToDouble(i -> data[i]);
  }
}

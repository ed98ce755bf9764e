package manabi.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The shape of a sample on its way through a network: a box for {@code [H, W, C]}, as high and deep
 * as the image and as thick as it has channels (thickness grows as their square root), a bar for
 * {@code [D]} (height grows as its logarithm).
 *
 * <p>Boxes of one name have one colour. It is a static picture only. Slides: "畳み込みネットワークの構造".
 */
public final class ShapeChart implements Chart {

  /** A named shape, {@code [H, W, C]} or {@code [D]}. */
  record Shape(String name, List<Integer> sizes) {

    boolean isImage() {
      return sizes.size() == 3;
    }
  }

  private final Frame frame;
  private final List<Shape> shapes;

  private ShapeChart(Frame frame, List<Shape> shapes) {
    this.frame = frame;
    this.shapes = List.copyOf(shapes);
  }

  /** Returns a chart without shapes. */
  public static ShapeChart empty() {
    return new ShapeChart(Frame.labelled("", "").withSize(900, 300), List.of());
  }

  /**
   * Returns this chart with one more shape on the right.
   *
   * @param name what made it
   * @param sizes {@code H, W, C} of an image or {@code D} of a vector, 1 or more
   * @throws IllegalArgumentException if there are neither three sizes nor one, or one is below 1
   */
  public ShapeChart shape(String name, int... sizes) {
    boolean fits = sizes.length == 3 || sizes.length == 1;
    if (!fits || Arrays.stream(sizes).anyMatch(size -> size < 1)) {
      throw new IllegalArgumentException(
          "sizes must be H, W, C or D, from 1, were " + Arrays.toString(sizes));
    }
    List<Shape> all = new ArrayList<>(shapes);
    all.add(new Shape(name, Arrays.stream(sizes).boxed().toList()));
    return new ShapeChart(frame, all);
  }

  /** Returns this chart with a text above it. */
  public ShapeChart title(String title) {
    return new ShapeChart(frame.withTitle(title), shapes);
  }

  /**
   * Returns this chart in another size.
   *
   * @param width pixels, 100 to 4000
   * @param height pixels, 100 to 4000
   */
  public ShapeChart size(int width, int height) {
    return new ShapeChart(frame.withSize(width, height), shapes);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if there are no shapes
   */
  @Override
  public byte[] png() {
    if (shapes.isEmpty()) {
      throw new IllegalStateException("a chart of shapes needs at least one, had none");
    }
    ShapePicture picture = new ShapePicture(frame, shapes);
    return Canvas.png(frame.width(), frame.height(), picture::paint);
  }

  /** Returns the kind of chart, its title and the shapes. */
  @Override
  public String toString() {
    String title = frame.title().isEmpty() ? "" : " \"" + frame.title() + '"';
    List<String> texts = shapes.stream().map(s -> s.name() + s.sizes()).toList();
    return "ShapeChart%s: %s".formatted(title, String.join(" → ", texts));
  }
}

package manabi.plot;

import java.util.Arrays;

/**
 * A network of fully connected layers: a column of units for each layer, a line for each weight.
 * Layers of more than six units show some of them.
 *
 * <p>It is a static picture only. Slides: "ニューラルネットワーク? (2/2)".
 */
public final class NetworkChart implements Chart {

  private final Frame frame;
  private final int[] sizes;

  private NetworkChart(Frame frame, int... sizes) {
    this.frame = frame;
    this.sizes = sizes;
  }

  /**
   * Returns the picture of a network.
   *
   * @param sizes units of each layer, the inputs first
   * @throws IllegalArgumentException if there are not two layers, or one has no unit
   */
  public static NetworkChart of(int... sizes) {
    if (sizes.length < 2 || Arrays.stream(sizes).anyMatch(size -> size < 1)) {
      throw new IllegalArgumentException(
          "sizes must be two or more numbers from 1, were " + Arrays.toString(sizes));
    }
    Frame frame = Frame.labelled("", "").withSize(Math.min(200 + 150 * sizes.length, 4000), 380);
    return new NetworkChart(frame, sizes.clone());
  }

  /** Returns this network with a text above it. */
  public NetworkChart title(String title) {
    return new NetworkChart(frame.withTitle(title), sizes);
  }

  /**
   * Returns this network in another size.
   *
   * @param width pixels, 100 to 4000
   * @param height pixels, 100 to 4000
   */
  public NetworkChart size(int width, int height) {
    return new NetworkChart(frame.withSize(width, height), sizes);
  }

  @Override
  public byte[] png() {
    NetworkPicture picture = new NetworkPicture(frame, sizes);
    return Canvas.png(frame.width(), frame.height(), picture::paint);
  }

  /** Returns the kind of chart, its title and the units of each layer. */
  @Override
  public String toString() {
    String title = frame.title().isEmpty() ? "" : " \"" + frame.title() + '"';
    return "NetworkChart" + title + ": layers of " + Arrays.toString(sizes) + " units";
  }
}

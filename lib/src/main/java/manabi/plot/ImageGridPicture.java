package manabi.plot;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import manabi.tensor.Tensor;

/** The pixels of an image grid. */
final class ImageGridPicture {

  private static final int PAD = 12;
  private static final int GAP = 8;
  private static final int MIN_SIDE = 72;
  private static final int MAX_WIDTH = 960;

  private final Tensor images;
  private final GridLook look;
  private final int zoom;
  private final int cellWidth;
  private final int cellHeight;
  private final int top;
  private final int caption;

  ImageGridPicture(Tensor images, GridLook look) {
    this.images = images;
    this.look = look;
    zoom = look.zoom() == 0 ? suitableZoom() : look.zoom();
    caption = look.titles().isEmpty() ? 0 : captions().height() + 3;
    int titles = look.titles().isEmpty() ? 0 : captions().widest(look.titles());
    cellWidth = Math.max(images.dim(2) * zoom, titles) + GAP;
    cellHeight = images.dim(1) * zoom + caption + GAP;
    top = PAD + (look.title().isEmpty() ? 0 : heading().height() + GAP);
  }

  private int suitableZoom() {
    int room = MAX_WIDTH / look.columns() - GAP;
    int side = Math.min(images.dim(1), images.dim(2));
    return Math.max(1, Math.min((MIN_SIDE + side - 1) / side, room / images.dim(2)));
  }

  int width() {
    int grid = look.columns() * cellWidth - GAP;
    int title = look.title().isEmpty() ? 0 : heading().width(look.title());
    return 2 * PAD + Math.max(grid, title);
  }

  int height() {
    int rows = (images.dim(0) + look.columns() - 1) / look.columns();
    return top + rows * cellHeight - GAP + PAD;
  }

  void paint(Graphics2D graphics) {
    if (!look.title().isEmpty()) {
      graphics.setColor(Palette.INK);
      heading().startingAt(graphics, look.title(), PAD, PAD + heading().height() / 2);
    }
    for (int n = 0; n < images.dim(0); n++) {
      paint(graphics, n);
    }
  }

  private void paint(Graphics2D graphics, int n) {
    int width = images.dim(2) * zoom;
    int height = images.dim(1) * zoom;
    int x = PAD + n % look.columns() * cellWidth + (cellWidth - GAP - width) / 2;
    int y = top + n / look.columns() * cellHeight + caption;
    graphics.drawImage(pixels(n), x, y, width, height, null);
    boolean highlighted = look.highlighted().contains(n);
    graphics.setColor(highlighted ? Palette.WARNING : Palette.INK);
    if (caption > 0) {
      captions().centred(graphics, look.titles().get(n), x + width / 2, y - 3 - caption / 2);
    }
    graphics.setColor(highlighted ? Palette.WARNING : Palette.GRID);
    graphics.setStroke(new BasicStroke(highlighted ? 3f : 1f));
    graphics.drawRect(x - 1, y - 1, width + 1, height + 1);
    paintBoxes(graphics, n, new Rectangle(x, y, width, height));
  }

  /** Draws the rectangles of a picture that stands at {@code place}, cut off at its borders. */
  private void paintBoxes(Graphics2D graphics, int n, Rectangle place) {
    List<GridLook.Box> boxes = look.boxes().stream().filter(box -> box.picture() == n).toList();
    graphics.setStroke(new BasicStroke(2.5f));
    for (int i = 0; i < boxes.size(); i++) {
      GridLook.Box box = boxes.get(i);
      Rectangle enlarged =
          new Rectangle(
              place.x + box.left() * zoom,
              place.y + box.top() * zoom,
              box.width() * zoom,
              box.height() * zoom);
      graphics.setColor(Palette.series(i + 1));
      Rectangle seen = enlarged.intersection(place);
      if (!seen.isEmpty()) {
        graphics.draw(seen);
      }
    }
  }

  private BufferedImage pixels(int n) {
    int height = images.dim(1);
    int width = images.dim(2);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < height; i++) {
      for (int j = 0; j < width; j++) {
        int pixel = (n * height + i) * width + j;
        image.setRGB(j, i, isColored() ? mixed(3 * pixel) : colored(pixel));
      }
    }
    return image;
  }

  private boolean isColored() {
    return images.rank() == 4 && images.dim(3) == 3;
  }

  /** Returns the colour of a pixel's one number. */
  private int colored(int index) {
    return look.colors().rgb(look.range().fraction(images.data()[index]));
  }

  /** Returns the colour that red, green and blue from {@code index} on make. */
  private int mixed(int index) {
    int rgb = 0;
    for (int i = index; i < index + 3; i++) {
      double part = look.range().fraction(images.data()[i]);
      if (!Double.isFinite(part)) {
        return look.colors().rgb(part);
      }
      rgb = rgb << 8 | (int) Math.round(255 * Math.max(0, Math.min(1, part)));
    }
    return rgb;
  }

  private static Text captions() {
    return new Text(Canvas.font(Font.PLAIN, 11));
  }

  private static Text heading() {
    return new Text(Canvas.font(Font.BOLD, 14));
  }
}

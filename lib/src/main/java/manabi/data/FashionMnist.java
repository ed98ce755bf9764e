package manabi.data;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import manabi.tensor.Tensor;

/**
 * Fashion-MNIST: small grey pictures of clothes in ten classes, 60,000 to train and 10,000 to test.
 *
 * <p>Slides: 9.4 (6/7), 前処理. Source: Xiao, Rasul, Vollgraf (2017), Fashion-MNIST: a Novel Image
 * Dataset for Benchmarking Machine Learning Algorithms, arXiv:1708.07747.
 *
 * @param train images {@code [60000, 28, 28, 1]}, in [0, 1] (pixel / 255), and their labels
 * @param test images {@code [10000, 28, 28, 1]} and their labels
 * @param isStandIn whether these are drawn shapes in place of the real images, and fewer
 */
public record FashionMnist(LabelledImages train, LabelledImages test, boolean isStandIn) {

  /** What each class number means. */
  public static final List<String> CLASS_NAMES =
      List.of(
          "T-shirt/top",
          "Trouser",
          "Pullover",
          "Dress",
          "Coat",
          "Sandal",
          "Shirt",
          "Sneaker",
          "Bag",
          "Ankle boot");

  private static final int SIDE = 28;
  private static final String TRAIN_IMAGES = "train-images-idx3-ubyte.gz";
  private static final String TRAIN_LABELS = "train-labels-idx1-ubyte.gz";
  private static final String TEST_IMAGES = "t10k-images-idx3-ubyte.gz";
  private static final String TEST_LABELS = "t10k-labels-idx1-ubyte.gz";

  static final DataSet FILES =
      new DataSet(
          "Fashion-MNIST",
          "fashion-mnist",
          List.of(
              file(
                  TRAIN_IMAGES, "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
              file(
                  TRAIN_LABELS, "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
              file(TEST_IMAGES, "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
              file(
                  TEST_LABELS, "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34")),
          Optional.of(
              new DataSet.SystemPackage(
                  "dataset-fashion-mnist", Path.of("/usr/share/datasets/fashion-mnist"))));

  /**
   * Loads the images, fetching them first if they are nowhere on this machine.
   *
   * @throws DataException if they cannot be had or are not what they should be
   */
  public static FashionMnist load() {
    return load(DataDirectory.fromEnvironment());
  }

  /**
   * Loads the images from a data directory.
   *
   * @throws DataException if they cannot be had or are not what they should be
   */
  public static FashionMnist load(DataDirectory directory) {
    return directory
        .find(FILES)
        .map(
            folder ->
                new FashionMnist(
                    read(folder, TRAIN_IMAGES, TRAIN_LABELS, 60_000),
                    read(folder, TEST_IMAGES, TEST_LABELS, 10_000),
                    false))
        .orElseGet(DrawnGarments::draw);
  }

  /**
   * Returns the first images only, for quick runs.
   *
   * @throws IllegalArgumentException if there are not so many
   */
  public FashionMnist take(int trainCount, int testCount) {
    return new FashionMnist(train.take(trainCount), test.take(testCount), isStandIn);
  }

  private static LabelledImages read(Path folder, String images, String labels, int count) {
    int lastClass = CLASS_NAMES.size() - 1;
    Tensor pixels = idx(folder, images).read(255, 255, count, SIDE, SIDE);
    return new LabelledImages(
        Tensor.of(pixels.data(), count, SIDE, SIDE, 1),
        idx(folder, labels).read(1, lastClass, count));
  }

  private static IdxFile idx(Path folder, String name) {
    DataFile file =
        FILES.files().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    return new IdxFile(folder.resolve(name), file.checksum());
  }

  private static DataFile file(String name, String sha256) {
    URI address = URI.create("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/" + name);
    return new DataFile(name, address, Checksum.sha256OfUnpacked(sha256));
  }
}

package manabi.dl4j;

import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A program that has DL4J and not this library: loads the network of each folder and writes what it
 * predicts for the folder's features.
 */
final class PlainDl4j {

  private PlainDl4j() {}

  public static void main(String[] folders) throws IOException {
    for (String folder : folders) {
      Path files = Path.of(folder);
      var network = MultiLayerNetwork.load(files.resolve("model.zip").toFile(), true);
      var features = Nd4j.readBinary(files.resolve("features.bin").toFile());
      Nd4j.saveBinary(network.output(features), files.resolve("output.bin").toFile());
    }
  }
}

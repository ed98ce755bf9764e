package manabi.bench.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import manabi.tensor.Engine;

/**
 * Does one work and prints what it took.
 *
 * <pre>
 * Measurement data FOLDER               writes the data sets that are not in the folder yet
 * Measurement run WORK FOLDER COUNT     does the work once cold and COUNT times warm
 * Measurement endure WORK FOLDER COUNT  trains for COUNT epochs, with the heap after each
 * </pre>
 */
final class Measurement {

  private static final Map<String, Function<DataFiles, Training>> TRAININGS =
      Map.of("cnn", Training::cnn, "rnn", Training::rnn, "lstm", Training::lstmBothWays);

  private static final Map<String, Function<DataFiles, Work>> OTHERS =
      Map.of(
          "addition", files -> ByHand::addition,
          "cbow", files -> ByHand::cbow,
          "gan", files -> GanUpdates::run,
          "conv-layer", files -> SingleLayer.convolution(),
          "lstm-layer", files -> SingleLayer.longShortTermMemory(),
          "encoder-layer", files -> SingleLayer.encoder());

  private Measurement() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments[0].equals("data")) {
      new DataFiles(Path.of(arguments[1])).write();
      return;
    }
    Laps.fact("engine", Engine.describe());
    String work = arguments[1];
    DataFiles files = new DataFiles(Path.of(arguments[2]));
    int count = Integer.parseInt(arguments[3]);
    if (arguments[0].equals("endure")) {
      TRAININGS.get(work).apply(files).endure(new Laps(), count);
    } else if (TRAININGS.containsKey(work)) {
      TRAININGS.get(work).apply(files).run(new Laps(), count);
    } else {
      OTHERS.get(work).apply(files).run(new Laps(), count);
    }
  }
}

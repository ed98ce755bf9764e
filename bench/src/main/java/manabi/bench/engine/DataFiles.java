package manabi.bench.engine;

import static manabi.text.Padding.padSequences;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import manabi.data.FashionMnist;
import manabi.data.Imdb;
import manabi.tensor.Tensor;

/** The data sets as the chapters prepare them, in files that both sides read. */
record DataFiles(Path folder) {

  /** Sequences' length and ids' limit of chapter 9. */
  static final int MAX_LENGTH = 50;

  static final int MAX_FEATURES = 10_000;

  /** Writes the sets that are not there yet, which it takes from where the library finds them. */
  void write() throws IOException {
    Files.createDirectories(folder);
    if (!Files.exists(file("fashion-y-test"))) {
      FashionMnist fashion = FashionMnist.load();
      write("fashion-x", fashion.train().images());
      write("fashion-y", fashion.train().labels());
      write("fashion-x-test", fashion.test().images());
      write("fashion-y-test", fashion.test().labels());
    }
    if (!Files.exists(file("imdb-y-test"))) {
      Imdb imdb = Imdb.load(MAX_FEATURES);
      write("imdb-x", padSequences(imdb.train().sequences(), MAX_LENGTH));
      write("imdb-y", imdb.train().labels());
      write("imdb-x-test", padSequences(imdb.test().sequences(), MAX_LENGTH));
      write("imdb-y-test", imdb.test().labels());
    }
  }

  private void write(String name, Tensor tensor) throws IOException {
    NumpyFile.write(file(name), tensor);
  }

  Tensor read(String name) {
    try {
      return NumpyFile.read(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ".npy");
  }
}

package manabi.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import manabi.tensor.compute.Buffers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for all operations: the same numbers however and how often they are computed. */
class EveryOperationTest {

  private static final String VECTORS = "--add-modules jdk.incubator.vector ";

  /** As a share of the largest number of a result: sums of some hundred terms in another order. */
  private static final double TOLERANCE = 1e-5;

  @TempDir Path folder;

  @Test
  void sameNumbersGiveTheSameBits() {
    assertThat(bits(EveryOperation.results())).isEqualTo(bits(EveryOperation.results()));
  }

  /** A step of training works in the arrays of the step before, whatever is in them. */
  @Test
  void arraysThatWereInUseGiveTheSameBits() {
    Buffers buffers = new Buffers();
    List<Map<String, float[]>> results = new ArrayList<>();
    for (int step = 0; step < 2; step++) {
      buffers.during(() -> results.add(EveryOperation.results()));
    }
    assertThat(bits(results.get(1))).isEqualTo(bits(EveryOperation.results()));
  }

  @Test
  void sameNumberOfThreadsGivesTheSameBitsInAnotherRun() throws Exception {
    String options = VECTORS + "-Dmanabi.threads=2";
    assertThat(bits(run(options))).isEqualTo(bits(run(options)));
  }

  /** Vectors of this machine, half and a quarter of them, none; one thread, two and three. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        VECTORS + "-Dmanabi.threads=1",
        VECTORS + "-Dmanabi.threads=2",
        VECTORS + "-Dmanabi.threads=3 -XX:MaxVectorSize=32",
        VECTORS + "-Dmanabi.threads=2 -XX:MaxVectorSize=16",
        "-Dmanabi.threads=1",
        "-Dmanabi.threads=2"
      })
  void resultsDoNotDependOnTheMachine(String options) throws Exception {
    Map<String, float[]> here = EveryOperation.results();
    Map<String, float[]> there = run(options);
    assertThat(there).containsOnlyKeys(here.keySet());
    here.forEach(
        (name, expected) ->
            assertThat(there.get(name))
                .as(name)
                .containsExactly(
                    expected, within((float) (TOLERANCE * Math.max(1, max(expected))))));
  }

  /**
   * When the JVM compiles what it interpreted at first, vectors' instructions take the place of
   * Java code. It does so after a hundredth of the usual calls here: the second results are those
   * of compiled code.
   */
  @ParameterizedTest
  @ValueSource(strings = {"-XX:MaxVectorSize=64", "-XX:MaxVectorSize=32"})
  void compiledCodeGivesTheBitsOfTheInterpreter(String vectors) throws Exception {
    String options = VECTORS + "-Dmanabi.threads=2 -XX:CompileThresholdScaling=0.01 " + vectors;
    List<Map<String, float[]>> results = compute(2, options);
    assertThat(bits(results.get(1))).isEqualTo(bits(results.get(0)));
  }

  private static double max(float[] numbers) {
    double max = 0;
    for (float number : numbers) {
      max = Math.max(max, Math.abs(number));
    }
    return max;
  }

  /** Arrays compared by their contents. */
  private static Map<String, List<Float>> bits(Map<String, float[]> results) {
    Map<String, List<Float>> bits = new HashMap<>();
    results.forEach(
        (name, numbers) -> {
          List<Float> list = new ArrayList<>();
          for (float number : numbers) {
            list.add(number);
          }
          bits.put(name, list);
        });
    return bits;
  }

  private Map<String, float[]> run(String options) throws IOException, InterruptedException {
    return compute(1, options + " -XX:TieredStopAtLevel=1").get(0);
  }

  /** Returns the results that a JVM with these options computes one after the other. */
  private List<Map<String, float[]>> compute(int times, String options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options.split(" ")));
    command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
    command.add(EveryOperation.class.getName());
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      files.add(Files.createTempFile(folder, "results", ".bin"));
      command.add(files.get(i).toString());
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("exit of %s, which printed %s", command, output).isZero();
    List<Map<String, float[]>> results = new ArrayList<>();
    for (Path file : files) {
      results.add(read(file));
    }
    return results;
  }

  private static Map<String, float[]> read(Path file) throws IOException {
    Map<String, float[]> results = new HashMap<>();
    try (var in = new DataInputStream(Files.newInputStream(file))) {
      while (in.available() > 0) {
        String name = in.readUTF();
        float[] numbers = new float[in.readInt()];
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = in.readFloat();
        }
        results.put(name, numbers);
      }
    }
    return results;
  }

  /** A new operation belongs into {@link EveryOperation}, itself or by its layer. */
  @Test
  void everyOperationIsThere() throws Exception {
    Set<String> missing = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/java/manabi/tensor/op"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        if (!name.equals("package-info") && isOperation(name)) {
          missing.add(name);
        }
      }
    }
    missing.removeAll(EveryOperation.operations());
    assertThat(missing).isEmpty();
  }

  private static boolean isOperation(String name) throws ClassNotFoundException {
    Class<?> type = Class.forName("manabi.tensor.op." + name);
    return Operation.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
  }
}

package manabi.tensor.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KernelsTest {

  /** Met: 2.7e-7 where the vectors' tangent ends, at 7.9; a unit in the last place is 6e-8. */
  private static final double TANH_ERROR = 3e-7;

  private static final double SIGMOID_ERROR = 2e-7;

  /** As a share of the value. */
  private static final double EXP_ERROR = 2e-7;

  static Stream<Kernels> kernels() {
    return Stream.of(Kernels.best(), new LoopKernels());
  }

  @Test
  void productsAreThoseOfPlainLoops() {
    Products.compareAll();
  }

  /** Narrower vectors take other tiles; no incubator module means no vectors at all. */
  @ParameterizedTest
  @CsvSource({
    "--add-modules jdk.incubator.vector -XX:MaxVectorSize=32, 8-lane vectors|4-lane vectors",
    "--add-modules jdk.incubator.vector -XX:MaxVectorSize=16, 4-lane vectors",
    "-Dmanabi.threads=1, 'plain loops, large products by OpenBLAS'"
  })
  void productsAreRightOnOtherMachines(String options, String kernels) throws Exception {
    assertThat(run(System.getProperty("java.class.path"), options.split(" "))).matches(kernels);
  }

  /** Users may leave the library for large products out, and it is not there for every machine. */
  @Test
  void plainLoopsAreEnough() throws Exception {
    String classes = place(Kernels.class) + File.pathSeparator + place(Products.class);
    assertThat(run(classes)).isEqualTo("plain loops");
  }

  private static Path place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static String run(String classPath, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", classPath, Products.class.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("exit of %s, which printed %s", command, output).isZero();
    return output;
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void tanhIsTheRealOneToAFewUnits(Kernels kernels) {
    float[] x = range(-12, 12, 4801);
    float[] y = x.clone();
    kernels.tanh(y, 0, y.length);
    for (int i = 0; i < x.length; i++) {
      assertThat((double) y[i]).isCloseTo(Math.tanh(x[i]), within(TANH_ERROR));
      assertThat(y[i]).isBetween(-1f, 1f);
    }
  }

  /** Near 0 the tangent is x, and what counts is the error as a share of it. */
  @ParameterizedTest
  @MethodSource("kernels")
  void tanhOfSmallNumbersIsNotLost(Kernels kernels) {
    for (float x = 1e-30f; x < 0.5f; x *= 3) {
      float[] y = {x, -x};
      kernels.tanh(y, 0, 2);
      assertThat(y[0] / Math.tanh(x)).isCloseTo(1, within(5e-7));
      assertThat(y[1]).isEqualTo(-y[0]);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void sigmoidIsTheRealOneToAFewUnits(Kernels kernels) {
    float[] x = range(-25, 25, 5003);
    float[] y = x.clone();
    kernels.sigmoid(y, 0, y.length);
    for (int i = 0; i < x.length; i++) {
      assertThat((double) y[i]).isCloseTo(1 / (1 + Math.exp(-x[i])), within(SIGMOID_ERROR));
      assertThat(y[i]).isBetween(0f, 1f);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void exponentialIsTheRealOneToAFewUnits(Kernels kernels) {
    float[] x = range(-86, 88.7, 8001);
    float[] y = x.clone();
    kernels.exp(y, 0, y.length);
    for (int i = 0; i < x.length; i++) {
      assertThat(y[i] / Math.exp(x[i])).isCloseTo(1, within(EXP_ERROR));
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void endsOfTheScaleAndWhatIsNoNumber(Kernels kernels) {
    float[] ends = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e30f, -1e30f, 0};
    float[] tanh = ends.clone();
    kernels.tanh(tanh, 0, 6);
    assertThat(tanh).containsExactly(new float[] {Float.NaN, 1, -1, 1, -1, 0}, within(3e-7f));
    float[] sigmoid = ends.clone();
    kernels.sigmoid(sigmoid, 0, 6);
    assertThat(sigmoid).containsExactly(new float[] {Float.NaN, 1, 0, 1, 0, 0.5f}, within(2e-7f));
    float infinity = Float.POSITIVE_INFINITY;
    float[] exp = ends.clone();
    kernels.exp(exp, 0, 6);
    assertThat(exp).containsExactly(Float.NaN, infinity, 0, infinity, 0, 1);
    float[] smallest = {-104};
    kernels.exp(smallest, 0, 1);
    assertThat(smallest).containsExactly(0);
  }

  /** Every length and offset around the vectors' width: the same bits, and nothing beside. */
  @ParameterizedTest
  @MethodSource("kernels")
  void onlyTheRangeIsReplaced(Kernels kernels) {
    float[] x = range(-3, 3, 80);
    float[] all = x.clone();
    kernels.tanh(all, 0, 80);
    float[] allSigmoid = x.clone();
    kernels.sigmoid(allSigmoid, 0, 80);
    float[] allExp = x.clone();
    kernels.exp(allExp, 0, 80);
    for (int offset = 0; offset < 5; offset++) {
      for (int length = 0; length <= 70; length++) {
        float[] tanh = x.clone();
        kernels.tanh(tanh, offset, length);
        assertReplaced(tanh, x, all, offset, length);
        float[] sigmoid = x.clone();
        kernels.sigmoid(sigmoid, offset, length);
        assertReplaced(sigmoid, x, allSigmoid, offset, length);
        float[] exp = x.clone();
        kernels.exp(exp, offset, length);
        assertReplaced(exp, x, allExp, offset, length);
      }
    }
  }

  private static void assertReplaced(
      float[] actual, float[] before, float[] after, int offset, int length) {
    float[] expected = before.clone();
    System.arraycopy(after, offset, expected, offset, length);
    assertThat(actual).as("%d numbers from %d", length, offset).isEqualTo(expected);
  }

  private static float[] range(double from, double to, int count) {
    float[] range = new float[count];
    for (int i = 0; i < count; i++) {
      range[i] = (float) (from + (to - from) * i / (count - 1));
    }
    return range;
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void gateLetsThroughWhatIsAboveZero(Kernels kernels) {
    float[] x = range(-2, 2, 37);
    x[5] = Float.NaN;
    x[6] = -0f;
    float[] gradient = range(1, 37, 37);
    kernels.gate(gradient, x, 2, 36);
    for (int i = 0; i < x.length; i++) {
      boolean open = x[i] > 0 || i < 2 || i == 36;
      assertThat(gradient[i]).as("where x is %s", x[i]).isEqualTo(open ? i + 1 : 0);
    }
  }
}

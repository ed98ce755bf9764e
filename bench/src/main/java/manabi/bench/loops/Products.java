package manabi.bench.loops;

import java.util.Arrays;
import manabi.tensor.compute.Matrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Matrix products {@code C += A B}, A {@code [m, k]} and B {@code [k, n]}. */
@State(Scope.Thread)
public class Products {

  private final float[] a = filled(512 * 512);
  private final float[] b = filled(512 * 512);
  private final float[] c = new float[512 * 512];

  private static float[] filled(int size) {
    float[] numbers = new float[size];
    Arrays.fill(numbers, 1e-3f);
    return numbers;
  }

  /** A step of a small recurrent network: 32 samples, 64 to 64. */
  @Benchmark
  @OperationsPerInvocation(2 * 32 * 64 * 64)
  public float[] product32x64x64() {
    Matrix.multiply(32, 64, 64, a, b, c);
    return c;
  }

  /** The first dense layer of chapter 4: 200 samples, 800 to 128. */
  @Benchmark
  @OperationsPerInvocation(2 * 200 * 800 * 128)
  public float[] product200x800x128() {
    Matrix.multiply(200, 128, 800, a, b, c);
    return c;
  }

  /** A square. */
  @Benchmark
  @OperationsPerInvocation(2 * 512 * 512 * 512)
  public float[] product512x512x512() {
    Matrix.multiply(512, 512, 512, a, b, c);
    return c;
  }
}

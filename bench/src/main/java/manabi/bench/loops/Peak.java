package manabi.bench.loops;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** What one thread of this machine can do at most: multiply-adds on registers alone. */
public class Peak {

  private static final int OPERATIONS = 1 << 24;

  /** Independent multiply-adds on the widest vectors. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public float multiplyAdds() {
    return VectorPeak.run(OPERATIONS);
  }
}

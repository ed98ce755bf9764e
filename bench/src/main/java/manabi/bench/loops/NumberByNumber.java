package manabi.bench.loops;

import java.util.List;
import java.util.SplittableRandom;
import manabi.optim.Adam;
import manabi.tensor.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Work on every number by itself: an operation is one number done. */
@State(Scope.Thread)
public class NumberByNumber {

  private static final int PARAMETERS = 108_618;
  private static final int EMBEDDING = 1_280_000;

  private final Tensor scores = Tensor.randomNormal(new SplittableRandom(0), 1_000, 100);
  private final Tensor parameters = Tensor.zeros(PARAMETERS);
  private final Tensor gradient = Tensor.randomNormal(new SplittableRandom(0), PARAMETERS);
  private final Adam adam = new Adam();
  private final Tensor embedding = Tensor.zeros(10_000, 128);
  private final Tensor sparse = Tensor.zeros(10_000, 128);
  private final Adam adamOfEmbedding = new Adam();

  /** Softmax of 1,000 rows of 100. */
  @Benchmark
  @OperationsPerInvocation(100_000)
  public Tensor softmax() {
    return scores.softmax();
  }

  /** Adam on the parameters of chapter 4. */
  @Benchmark
  @OperationsPerInvocation(PARAMETERS)
  public Tensor adam() {
    adam.apply(List.of(gradient), List.of(parameters));
    return parameters;
  }

  /** Adam on an embedding of which no word has ever occurred. */
  @Benchmark
  @OperationsPerInvocation(EMBEDDING)
  public Tensor adamOnUntouchedRows() {
    adamOfEmbedding.apply(List.of(sparse), List.of(embedding));
    return embedding;
  }
}

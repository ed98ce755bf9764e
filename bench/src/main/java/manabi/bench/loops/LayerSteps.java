package manabi.bench.loops;

import static manabi.nn.Activation.RELU;
import static manabi.nn.Layers.conv2D;
import static manabi.nn.Layers.input;
import static manabi.nn.Layers.lstm;
import static manabi.nn.Layers.maxPooling2D;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import manabi.nn.Sequential;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Layers of chapters 4 and 9. Operations are those of the products, twice as many backward as
 * forward; what pooling spares is counted all the same.
 */
@State(Scope.Thread)
public class LayerSteps {

  private static final int CONVOLUTION = 2 * 200 * 11 * 11 * 9 * 16 * 32;
  private static final int LSTM = 2 * 32 * 50 * (128 + 64) * 4 * 64;

  private final Sequential convolution =
      Sequential.of(input(13, 13, 16), conv2D(32, 3, RELU), maxPooling2D(2));
  private final Tensor images = Tensor.randomNormal(new SplittableRandom(0), 200, 13, 13, 16);
  private final Sequential recurrent = Sequential.of(input(50, 128), lstm(64));
  private final Tensor sequences = Tensor.randomNormal(new SplittableRandom(0), 32, 50, 128);

  /** 3×3 from 16 to 32 channels on 13×13, ReLU and pooling, 200 images. */
  @Benchmark
  @OperationsPerInvocation(CONVOLUTION)
  public Tensor convolutionForward() {
    return convolution.apply(images);
  }

  /** The same with the derivatives by input and parameters. */
  @Benchmark
  @OperationsPerInvocation(3 * CONVOLUTION)
  public List<Tensor> convolutionForwardAndBackward() {
    return gradients(convolution, images);
  }

  /** An LSTM from 128 to 64 over 50 steps, 32 sequences. */
  @Benchmark
  @OperationsPerInvocation(LSTM)
  public Tensor lstmForward() {
    return recurrent.apply(sequences);
  }

  /** The same with the derivatives by input and parameters. */
  @Benchmark
  @OperationsPerInvocation(3 * LSTM)
  public List<Tensor> lstmForwardAndBackward() {
    return gradients(recurrent, sequences);
  }

  private static List<Tensor> gradients(Sequential layers, Tensor x) {
    List<Tensor> sources = new ArrayList<>(layers.variables());
    sources.add(x);
    try (var tape = GradientTape.open()) {
      return tape.gradient(layers.apply(x).sum(), sources);
    }
  }
}

package manabi.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import manabi.tensor.compute.Buffers;

/**
 * Records the operations of the thread that opened it and gives derivatives of their results by
 * backpropagation: the lectures' computational graph, walked backward.
 *
 * <pre>{@code
 * try (var tape = GradientTape.open()) {
 *   Tensor loss = x.matmul(w).subtract(t).square().sum();
 *   List<Tensor> gradients = tape.gradient(loss, List.of(w));
 * }
 * }</pre>
 *
 * <p>What is computed outside an open tape is a constant for it. Slides: "誤差逆伝播法".
 */
public final class GradientTape implements AutoCloseable {

  private static final ThreadLocal<GradientTape> OPEN = new ThreadLocal<>();

  /** One recorded operation. */
  record Step(Operation operation, List<Tensor> inputs, Tensor output) {}

  private final List<Step> steps = new ArrayList<>();

  private GradientTape() {}

  /**
   * Starts recording on this thread.
   *
   * @throws IllegalStateException if a tape is open on this thread already
   */
  public static GradientTape open() {
    if (OPEN.get() != null) {
      throw new IllegalStateException("a GradientTape is open on this thread; close it first");
    }
    GradientTape tape = new GradientTape();
    OPEN.set(tape);
    return tape;
  }

  /** Ends recording and forgets what was recorded. */
  @Override
  public void close() {
    if (OPEN.get() == this) {
      OPEN.remove();
    }
    steps.clear();
  }

  static boolean isRecording() {
    return OPEN.get() != null;
  }

  static void record(Operation operation, Tensor[] inputs, Tensor output) {
    GradientTape tape = OPEN.get();
    if (tape != null) {
      tape.steps.add(new Step(operation, List.of(inputs), output));
    }
  }

  /**
   * Returns the derivative of {@code loss} by each source, in order and of the source's shape;
   * zeros for a source that the loss does not depend on. A tape gives gradients once: operations
   * let go of what they kept for it.
   *
   * @param loss a result of recorded operations with exactly one number
   * @throws IllegalArgumentException if {@code loss} has more than one number
   * @throws IllegalStateException if the tape is closed or has given its gradients
   */
  public List<Tensor> gradient(Tensor loss, List<Tensor> sources) {
    return gradient(loss, sources, (step, inputGradients) -> {});
  }

  /** Returns what has been recorded, in order. */
  List<Step> steps() {
    return List.copyOf(steps);
  }

  /** Gives {@link #gradient} and shows {@code visitor} what each step hands back to its inputs. */
  List<Tensor> gradient(Tensor loss, List<Tensor> sources, BiConsumer<Step, Tensor[]> visitor) {
    if (loss.size() != 1) {
      throw new IllegalArgumentException(
          "loss must be a single number, was of shape " + Arrays.toString(loss.shape()));
    }
    if (OPEN.get() != this) {
      throw new IllegalStateException(
          "the tape is closed or has given its gradients: take them once, inside its try block");
    }
    IdentityHashMap<Tensor, Tensor> gradients = new IdentityHashMap<>();
    gradients.put(loss, Tensor.of(new float[] {1}, loss.shape()));
    OPEN.remove(); // derivatives are not recorded
    walkBack(dependents(sources), gradients, visitor);
    List<Tensor> result = new ArrayList<>();
    for (Tensor source : sources) {
      Tensor gradient = gradients.get(source);
      result.add(gradient == null ? Tensor.zeros(source.shape()) : gradient);
    }
    return result;
  }

  /** Returns the sources and all that was computed from them: no other gradient is needed. */
  private Set<Tensor> dependents(List<Tensor> sources) {
    Set<Tensor> dependents = Collections.newSetFromMap(new IdentityHashMap<>());
    dependents.addAll(sources);
    for (Step step : steps) {
      for (Tensor input : step.inputs) {
        if (dependents.contains(input)) {
          dependents.add(step.output);
        }
      }
    }
    return dependents;
  }

  private void walkBack(
      Set<Tensor> dependents,
      IdentityHashMap<Tensor, Tensor> gradients,
      BiConsumer<Step, Tensor[]> visitor) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      Tensor gradient = gradients.get(step.output);
      if (gradient == null || !dependents.contains(step.output)) {
        continue;
      }
      boolean[] wanted = new boolean[step.inputs.size()];
      for (int k = 0; k < wanted.length; k++) {
        wanted[k] = dependents.contains(step.inputs.get(k));
      }
      Interrupt.check(step.operation);
      Tensor[] inputGradients = step.operation.backward(gradient, wanted);
      visitor.accept(step, inputGradients);
      for (int k = 0; k < wanted.length; k++) {
        if (wanted[k]) {
          gradients.merge(step.inputs.get(k), inputGradients[k], GradientTape::sum);
        }
      }
    }
  }

  /** Where a value is used twice, its derivatives add. */
  private static Tensor sum(Tensor one, Tensor other) {
    float[] sum = Buffers.copy(one.data());
    float[] added = other.data();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += added[i];
    }
    return Tensor.of(sum, one.shape());
  }
}

package manabi.tensor;

import manabi.tensor.compute.Buffers;

/**
 * One node of the computational graph: a function of tensors with its derivative.
 *
 * <p>A subclass gives {@link #forward} and {@link #backward}, and keeps in its fields what the
 * second needs of the first; an object is therefore used for one call of {@link #apply}.
 */
public abstract class Operation {

  /** Makes an operation that has not been applied. */
  protected Operation() {}

  /**
   * Returns the result for these inputs and records the step on the open {@link GradientTape}.
   *
   * @throws java.util.concurrent.CancellationException if the thread has been interrupted; the
   *     interrupt stays
   */
  public final Tensor apply(Tensor... inputs) {
    Interrupt.check(this);
    Tensor output = forward(inputs);
    GradientTape.record(this, inputs, output);
    return output;
  }

  /**
   * Returns whether {@link #backward} may be called for what is computed now; if not, nothing needs
   * to be kept for it.
   */
  protected static boolean isRecorded() {
    return GradientTape.isRecording();
  }

  /**
   * Returns a tensor for a result or a gradient, with any numbers in it: all of them must be
   * written. Within a training step it comes from the step's {@link Buffers}.
   */
  protected static Tensor tensor(int... shape) {
    return Tensor.of(Buffers.take(Shapes.size(shape)), shape);
  }

  /** Returns a tensor for a result or a gradient that begins as a copy of these numbers. */
  protected static Tensor copy(Tensor numbers) {
    return Tensor.of(Buffers.copy(numbers.data()), numbers.shape());
  }

  /** Returns a tensor of zeros for a result or a gradient to be summed up in. */
  protected static Tensor zeros(int... shape) {
    return Tensor.of(Buffers.zeros(Shapes.size(shape)), shape);
  }

  /** Returns the operation's name in pictures and messages, by default the class's. */
  public String name() {
    return getClass().getSimpleName();
  }

  /** Computes the result; inputs are not changed. */
  protected abstract Tensor forward(Tensor... inputs);

  /**
   * Computes the derivative of the loss by each input from that by the output (the chain rule: the
   * incoming gradient times the local derivative).
   *
   * @param gradient derivative of the loss by the output, of the output's shape; not changed
   * @param wanted for each input whether its gradient is needed
   * @return a gradient of its input's shape for each wanted input; the others are ignored
   */
  protected abstract Tensor[] backward(Tensor gradient, boolean[] wanted);
}

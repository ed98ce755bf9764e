/**
 * The loops that cost the time: matrix products, sums of scaled rows, pooling, {@code tanh}, {@code
 * sigmoid} and {@code exp}, how work is shared between threads, and where arrays come from.
 * Internal to the library: use {@link manabi.tensor.Tensor}.
 *
 * <p>{@link manabi.tensor.compute.Kernels} is the interface, with one implementation on vector
 * registers and one in plain loops; {@link manabi.tensor.compute.Matrix} is the product that
 * operations call. Vector loops are small static methods in classes called {@code Vector…}: the
 * JVM's compiler keeps vectors in registers only where it can inline every call of a method.
 *
 * <p>{@link manabi.tensor.compute.Buffers} gives a training step the arrays of the step before.
 */
package manabi.tensor.compute;

/**
 * The loops that cost the time: matrix products, {@code tanh} and {@code sigmoid}, and how work is
 * shared between threads. Internal to the library: use {@link manabi.tensor.Tensor}.
 *
 * <p>{@link manabi.tensor.compute.Kernels} is the interface, with one implementation on vector
 * registers and one in plain loops; {@link manabi.tensor.compute.Matrix} is the product that
 * operations call.
 */
package manabi.tensor.compute;

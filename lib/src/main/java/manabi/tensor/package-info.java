/**
 * Tensors and automatic differentiation: the bottom of the library, {@link manabi.scratch} apart.
 *
 * <p>Start with {@link manabi.tensor.Tensor} for numbers and {@link manabi.tensor.GradientTape} for
 * derivatives; {@link manabi.tensor.Operation} is one node of the computational graph, {@link
 * manabi.tensor.Engine} says what computes. Slides: "誤差逆伝播法".
 */
package manabi.tensor;

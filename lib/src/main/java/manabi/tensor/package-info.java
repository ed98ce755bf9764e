/** Tensors, automatic differentiation and the kernels that compute. */
package manabi.tensor;

package manabi.nn;

import manabi.tensor.Tensor;

/**
 * Numbers of a layer that are learnt.
 *
 * @param name what they are: {@code "kernel"}, {@code "bias"}, …
 * @param value the numbers, changed in place by training
 */
public record Parameter(String name, Tensor value) {}

package manabi.text;

import manabi.tensor.Tensor;

/**
 * What CBOW learns from: words, and the words around each.
 *
 * @param contexts numbers of the words around, from left to right, {@code [N, 2 windowSize]}
 * @param targets numbers of the words in the middle, {@code [N]}
 */
public record ContextsAndTargets(Tensor contexts, Tensor targets) {}

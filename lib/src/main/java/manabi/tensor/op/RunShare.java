package manabi.tensor.op;

/**
 * What one thread does of a recurrent operation.
 *
 * @param places which row of the sums belongs to which step, for the whole batch
 * @param first number of its first sequence in the batch
 * @param n how many sequences are its own
 * @param wayBack whether gradients will be asked for
 */
record RunShare(SequenceRows places, int first, int n, RecurrentWeights weights, boolean wayBack) {}

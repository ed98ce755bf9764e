package manabi.nn;

/**
 * What a batch is computed for; dropout and batch normalisation work differently while a network
 * learns.
 */
public enum Phase {
  /** The network learns from the batch. */
  TRAINING,
  /** The network is used or measured. */
  INFERENCE
}

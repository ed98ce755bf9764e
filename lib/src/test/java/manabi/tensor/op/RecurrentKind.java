package manabi.tensor.op;

import static manabi.tensor.GradientCheck.random;

import java.util.ArrayList;
import java.util.List;
import manabi.tensor.Operation;
import manabi.tensor.Tensor;

/** The recurrent operations, with random inputs for each. */
enum RecurrentKind {
  SIMPLE(1, false),
  LSTM(4, false),
  GRU_RESET_BEFORE(3, false),
  GRU_RESET_AFTER(3, true);

  final int gates;
  final boolean recurrentBias;

  RecurrentKind(int gates, boolean recurrentBias) {
    this.gates = gates;
    this.recurrentBias = recurrentBias;
  }

  Operation over(SequenceRows places, boolean everyState) {
    return switch (this) {
      case SIMPLE -> new SimpleRnnSequence(places, everyState);
      case LSTM -> new LstmSequence(places, everyState);
      case GRU_RESET_BEFORE -> new GruSequence(places, everyState, false);
      case GRU_RESET_AFTER -> new GruSequence(places, everyState, true);
    };
  }

  /** Returns recurrent weights and, where the operation takes them, biases. */
  Tensor[] weights(int h) {
    List<Tensor> weights = new ArrayList<>(List.of(random(3, h, gates * h).multiply(0.5)));
    if (recurrentBias) {
      weights.add(random(5, gates * h));
    }
    return weights.toArray(Tensor[]::new);
  }

  /** Returns x, input weights, biases and {@link #weights}. */
  Tensor[] inputs(int n, int t, int d, int h) {
    List<Tensor> inputs = new ArrayList<>();
    inputs.add(random(1, n, t, d));
    inputs.add(random(2, d, gates * h).multiply(0.5));
    inputs.add(random(4, gates * h));
    inputs.addAll(List.of(weights(h)));
    return inputs.toArray(Tensor[]::new);
  }

  /** Applies the operation to {@link #inputs}, as its layer does. */
  Tensor apply(boolean everyState, boolean backward, Tensor... inputs) {
    return Sequences.apply(places -> over(places, everyState), backward, inputs);
  }
}

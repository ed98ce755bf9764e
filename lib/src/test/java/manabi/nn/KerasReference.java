package manabi.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import manabi.loss.Loss;
import manabi.optim.Adam;
import manabi.tensor.GradientTape;
import manabi.tensor.Tensor;

/** What Keras made of a network: one file that {@code src/test/python} wrote. */
record KerasReference(
    Numbers x,
    Numbers y,
    Map<String, Numbers> weights,
    Numbers output,
    List<Double> losses,
    Map<String, Numbers> gradients,
    Map<String, Numbers> weightsAfterAdam) {

  /** Keras computed in double; numbers near 1 in float are wrong by some 1e-7. */
  private static final float TOLERANCE = 5e-7f;

  /** Three steps move a weight by 0.003, by its gradient's relative error more or less. */
  private static final float AFTER_ADAM = 5e-6f;

  record Numbers(List<Integer> shape, List<Float> data) {

    float[] array() {
      float[] array = new float[data.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = data.get(i);
      }
      return array;
    }

    Tensor tensor() {
      return Tensor.of(array(), shape.stream().mapToInt(extent -> extent).toArray());
    }
  }

  static KerasReference read(String name) {
    try (InputStream in = KerasReference.class.getResourceAsStream("/keras/" + name + ".json")) {
      return new ObjectMapper().readValue(in, KerasReference.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asserts that a model with Keras' weights gives Keras' outputs, loss and gradients. */
  void assertOutputLossAndGradients(Sequential model, Loss loss) {
    setWeights(model);
    Tensor batch = x.tensor();
    assertThat(model.predict(batch).data()).containsExactly(output.array(), within(TOLERANCE));
    List<Parameter> parameters = model.parameters();
    try (var tape = GradientTape.open()) {
      Tensor value = loss.ofScores(y.tensor(), model.scores(batch));
      assertThat((double) value.item()).isCloseTo(losses.get(0), within(1e-6));
      List<Tensor> actual = tape.gradient(value, model.variables());
      for (int i = 0; i < parameters.size(); i++) {
        String parameter = parameters.get(i).name();
        assertThat(actual.get(i).data())
            .as(parameter)
            .containsExactly(gradients.get(parameter).array(), within(TOLERANCE));
        assertThat(Tensor.of(actual.get(i).data(), actual.get(i).size()).square().sum().item())
            .as("%s, squared", parameter)
            .isPositive();
      }
    }
  }

  /** Asserts that three steps of Adam give Keras' losses and weights. */
  void assertStepsOfAdam(Sequential model, Loss loss) {
    setWeights(model);
    model.compile(new Adam(0.001, 0.9, 0.999, 1e-12), loss);
    Tensor batch = x.tensor();
    History history =
        model.fit(batch, y.tensor(), Fit.epochs(losses.size()).batchSize(batch.dim(0)).quiet());
    double[] expected = losses.stream().mapToDouble(value -> value).toArray();
    assertThat(history.get("loss")).containsExactly(expected, within(1e-6));
    for (Parameter parameter : model.parameters()) {
      assertThat(parameter.value().data())
          .as(parameter.name())
          .containsExactly(weightsAfterAdam.get(parameter.name()).array(), within(AFTER_ADAM));
    }
  }

  private void setWeights(Sequential model) {
    assertThat(model.parameters().stream().map(Parameter::name))
        .containsExactlyInAnyOrderElementsOf(weights.keySet());
    weights.forEach(
        (name, numbers) -> {
          Tensor parameter = model.parameter(name);
          assertThat(parameter.shape()).as(name).isEqualTo(numbers.tensor().shape());
          System.arraycopy(numbers.array(), 0, parameter.data(), 0, parameter.size());
        });
  }
}

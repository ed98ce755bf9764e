package manabi.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import manabi.tensor.ComputationalGraph.Edge;
import manabi.tensor.ComputationalGraph.Kind;
import manabi.tensor.ComputationalGraph.Node;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ComputationalGraphTest {

  @Test
  @Tag("C2.8")
  @Tag("C2.17")
  void slideExampleHasValuesAndDerivativesOnItsEdges() {
    Tensor price = Tensor.scalar(100);
    Tensor count = Tensor.scalar(2);
    Tensor tax = Tensor.scalar(1.1f);
    try (var tape = GradientTape.open()) {
      Tensor total = price.multiply(count).multiply(tax);
      var graph =
          ComputationalGraph.of(tape, total, Map.of("price", price, "tax", tax, "total", total));
      assertThat(graph.nodes())
          .containsExactly(
              new Node(Kind.INPUT, "price"),
              new Node(Kind.INPUT, ""),
              new Node(Kind.OPERATION, "Multiply"),
              new Node(Kind.INPUT, "tax"),
              new Node(Kind.OPERATION, "Multiply"),
              new Node(Kind.RESULT, "total"));
      assertThat(graph.edges().stream().map(ComputationalGraphTest::text))
          .containsExactly(
              "0 -> 2: 100.0, 2.2",
              "1 -> 2: 2.0, 110.0",
              "2 -> 4: 200.0, 1.1",
              "3 -> 4: 1.1, 200.0",
              "4 -> 5: 220.0, 1.0");
      assertThat(graph.derivative("tax").item()).isEqualTo(200);
    }
  }

  @Test
  @Tag("C2.11")
  void squareOfASum() {
    Tensor x = Tensor.scalar(3);
    Tensor y = Tensor.scalar(4);
    try (var tape = GradientTape.open()) {
      Tensor z = x.add(y).square();
      assertThat(z.item()).isEqualTo(49);
      var graph = ComputationalGraph.of(tape, z, Map.of("x", x, "y", y));
      assertThat(graph.derivative("x").item()).isEqualTo(14);
      assertThat(graph.derivative("y").item()).isEqualTo(14);
    }
  }

  @Test
  void aValueThatGoesTwoWaysHasOneDerivativeOnEachAndTheirSum() {
    Tensor x = Tensor.scalar(3);
    try (var tape = GradientTape.open()) {
      Tensor z = x.square().multiply(x); // x^3
      var graph = ComputationalGraph.of(tape, z, Map.of("x", x));
      assertThat(graph.nodes()).hasSize(4);
      assertThat(graph.edges().stream().map(ComputationalGraphTest::text))
          .containsExactly(
              "0 -> 1: 3.0, 18.0", "1 -> 2: 9.0, 3.0", "0 -> 2: 3.0, 9.0", "2 -> 3: 27.0, 1.0");
      assertThat(graph.derivative("x").item()).isEqualTo(27);
    }
  }

  @Test
  void everyWayBeginsAtTheNodeOfItsValue() {
    Tensor x = Tensor.scalar(3);
    Tensor y = Tensor.scalar(4);
    try (var tape = GradientTape.open()) {
      Tensor z = x.add(y).multiply(y);
      var graph = ComputationalGraph.of(tape, z, Map.of("x", x, "y", y));
      assertThat(graph.edges().stream().map(ComputationalGraphTest::text))
          .containsExactly(
              "0 -> 2: 3.0, 4.0",
              "1 -> 2: 4.0, 4.0",
              "2 -> 3: 7.0, 4.0",
              "1 -> 3: 4.0, 7.0",
              "3 -> 4: 28.0, 1.0");
      assertThat(graph.derivative("y").item()).isEqualTo(11);
    }
  }

  @Test
  void leavesOutWhatTheResultDoesNotNeed() {
    Tensor x = Tensor.vector(1, 2);
    try (var tape = GradientTape.open()) {
      x.exp();
      var graph = ComputationalGraph.of(tape, x.sum(), Map.of("x", x));
      assertThat(graph.nodes()).hasSize(3);
      assertThat(graph.edges().get(0).derivative().data()).containsExactly(1, 1);
    }
  }

  @Test
  void refusesResultsAndNamesThatItDoesNotKnow() {
    Tensor x = Tensor.scalar(3);
    try (var tape = GradientTape.open()) {
      Tensor z = x.square();
      assertThatThrownBy(() -> ComputationalGraph.of(tape, x, Map.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("result must come from an operation on the tape, its shape is []");
      var graph = ComputationalGraph.of(tape, z, Map.of("x", x));
      assertThatThrownBy(() -> graph.derivative("y"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("name must be one of [x], was y");
    }
  }

  private static String text(Edge edge) {
    return "%d -> %d: %s, %s"
        .formatted(edge.from(), edge.to(), edge.value().item(), edge.derivative().item());
  }
}

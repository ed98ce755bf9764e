package manabi.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A computation as a tape recorded it: operations joined by the values that run forward between
 * them and the derivatives that run back.
 *
 * <pre>{@code
 * try (var tape = GradientTape.open()) {
 *   Tensor z = x.add(y).square();
 *   var graph = ComputationalGraph.of(tape, z, Map.of("x", x, "y", y));
 * }
 * }</pre>
 *
 * <p>{@code manabi.plot.ComputationChart} draws it. Slides: "誤差逆伝播法 (1/5)" to "(4/5)".
 *
 * @param nodes inputs and operations in the order in which they are needed, the result last
 * @param edges what runs from node to node
 */
public record ComputationalGraph(List<Node> nodes, List<Edge> edges) {

  /** What a node stands for. */
  public enum Kind {
    /** A number or tensor that nothing recorded computed. */
    INPUT,
    /** A step of the computation. */
    OPERATION,
    /** Where the last operation's value goes. */
    RESULT
  }

  /**
   * A place where values come from or go to.
   *
   * @param name of the operation or of the input; empty for an input that has none
   */
  public record Node(Kind kind, String name) {}

  /**
   * A value on its way from one node to another.
   *
   * @param from place of the node it leaves in {@link #nodes}
   * @param to place of the node it enters
   * @param value forward
   * @param derivative backward, of the value's shape: how the result depends on this value by this
   *     way; a value that goes two ways has the sum of both
   */
  public record Edge(int from, int to, Tensor value, Tensor derivative) {}

  /** Copies the lists. */
  public ComputationalGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * Returns all that {@code result} was computed from. The tape gives its gradients for this, which
   * it can do once.
   *
   * @param result of recorded operations, a single number
   * @param names of inputs and, if wanted, of the result
   * @throws IllegalArgumentException if the result has more than one number or no operation on the
   *     tape gave it
   * @throws IllegalStateException if the tape is closed or has given its gradients
   */
  public static ComputationalGraph of(GradientTape tape, Tensor result, Map<String, Tensor> names) {
    return new Builder(tape, names).build(result);
  }

  /**
   * Returns the derivative of the result by the input of that name, over all the ways that it goes.
   *
   * @throws IllegalArgumentException if no input that the result depends on has that name
   */
  public Tensor derivative(String name) {
    return edges.stream()
        .filter(edge -> nodes.get(edge.from).equals(new Node(Kind.INPUT, name)))
        .map(Edge::derivative)
        .reduce(Tensor::add)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "name must be one of %s, was %s"
                        .formatted(
                            nodes.stream()
                                .filter(node -> node.kind == Kind.INPUT && !node.name.isEmpty())
                                .map(Node::name)
                                .collect(Collectors.toList()),
                            name)));
  }

  /** Follows the result back to the inputs. */
  private static final class Builder {

    private final GradientTape tape;
    private final IdentityHashMap<Tensor, String> names = new IdentityHashMap<>();
    private final IdentityHashMap<Tensor, GradientTape.Step> origins = new IdentityHashMap<>();
    private final IdentityHashMap<GradientTape.Step, Tensor[]> derivatives =
        new IdentityHashMap<>();
    private final IdentityHashMap<Tensor, Integer> places = new IdentityHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    Builder(GradientTape tape, Map<String, Tensor> names) {
      this.tape = tape;
      names.forEach((name, tensor) -> this.names.put(tensor, name));
      tape.steps().forEach(step -> origins.put(step.output(), step));
    }

    ComputationalGraph build(Tensor result) {
      if (!origins.containsKey(result)) {
        throw new IllegalArgumentException(
            "result must come from an operation on the tape, its shape is "
                + Arrays.toString(result.shape()));
      }
      tape.gradient(result, inputs(), derivatives::put);
      int last = place(result);
      nodes.add(new Node(Kind.RESULT, names.getOrDefault(result, "")));
      edges.add(new Edge(last, nodes.size() - 1, result, Tensor.ones(result.shape())));
      return new ComputationalGraph(nodes, edges);
    }

    private List<Tensor> inputs() {
      return origins.values().stream()
          .flatMap(step -> step.inputs().stream())
          .filter(tensor -> !origins.containsKey(tensor))
          .toList();
    }

    /** Returns the place of the node that a value comes from, which is added if it is new. */
    private int place(Tensor value) {
      Integer known = places.get(value);
      if (known != null) {
        return known;
      }
      GradientTape.Step step = origins.get(value);
      if (step == null) {
        nodes.add(new Node(Kind.INPUT, names.getOrDefault(value, "")));
      } else {
        List<Integer> from = step.inputs().stream().map(this::place).toList();
        nodes.add(new Node(Kind.OPERATION, step.operation().name()));
        for (int k = 0; k < from.size(); k++) {
          Tensor derivative = derivatives.get(step)[k];
          edges.add(new Edge(from.get(k), nodes.size() - 1, step.inputs().get(k), derivative));
        }
      }
      places.put(value, nodes.size() - 1);
      return nodes.size() - 1;
    }
  }
}

package manabi.plot;

import java.util.Arrays;
import java.util.stream.IntStream;
import manabi.tensor.ComputationalGraph;
import manabi.tensor.ComputationalGraph.Edge;
import manabi.tensor.ComputationalGraph.Kind;

/**
 * Places of the nodes of a computational graph: every node right of those it needs, every input
 * just left of the first that needs it, and an operation at the mean height of what it needs.
 *
 * @param columns from the left, one for each node
 * @param rows from the top, one for each node
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ComputationLayout(double[] columns, double[] rows) {

  static ComputationLayout of(ComputationalGraph graph) {
    double[] columns = columns(graph);
    double[] rows = rows(graph);
    moveApart(columns, rows);
    double first = Arrays.stream(columns).min().orElse(0);
    return new ComputationLayout(Arrays.stream(columns).map(c -> c - first).toArray(), rows);
  }

  double lastColumn() {
    return Arrays.stream(columns).max().orElse(0);
  }

  double lastRow() {
    return Arrays.stream(rows).max().orElse(0);
  }

  /** A graph's nodes come after all that they need, so one pass is enough. */
  private static double[] columns(ComputationalGraph graph) {
    double[] columns = new double[graph.nodes().size()];
    for (Edge edge : graph.edges()) {
      columns[edge.to()] = Math.max(columns[edge.to()], columns[edge.from()] + 1);
    }
    for (int node = 0; node < columns.length; node++) {
      if (graph.nodes().get(node).kind() == Kind.INPUT) {
        int input = node;
        columns[node] =
            graph.edges().stream()
                .filter(edge -> edge.from() == input)
                .mapToDouble(edge -> columns[edge.to()] - 1)
                .min()
                .orElse(0);
      }
    }
    return columns;
  }

  private static double[] rows(ComputationalGraph graph) {
    double[] rows = new double[graph.nodes().size()];
    int inputs = 0;
    for (int node = 0; node < rows.length; node++) {
      if (graph.nodes().get(node).kind() == Kind.INPUT) {
        rows[node] = inputs++;
      } else {
        int needing = node;
        rows[node] =
            graph.edges().stream()
                .filter(edge -> edge.to() == needing)
                .mapToDouble(edge -> rows[edge.from()])
                .average()
                .orElse(0);
      }
    }
    return rows;
  }

  /** Moves nodes down that stand on another. */
  private static void moveApart(double[] columns, double[] rows) {
    for (int node = 0; node < rows.length; node++) {
      int moved = node;
      while (IntStream.range(0, moved)
          .anyMatch(i -> columns[i] == columns[moved] && Math.abs(rows[i] - rows[moved]) < 0.7)) {
        rows[moved] += 0.5;
      }
    }
  }
}

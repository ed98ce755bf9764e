package manabi.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  @Test
  void keepsACopyOfTheMetricsInTheirOrder() {
    List<String> names = List.of("accuracy", "recall", "precision", "f1", "auc", "top5");
    Map<String, Double> metrics = new LinkedHashMap<>();
    names.forEach(name -> metrics.put(name, 0.5));
    Evaluation evaluation = new Evaluation(1, metrics);
    metrics.clear();
    assertThat(evaluation.metrics()).containsOnlyKeys(names);
    assertThat(evaluation.metrics().keySet()).containsExactlyElementsOf(names);
  }
}

package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AdditionReportTest {

  private static final List<Integer> FIVE = List.of(0, 0, 0, 0, 0, 1, 0, 1);
  private static final List<Integer> SEVEN = List.of(0, 0, 0, 0, 0, 1, 1, 1);

  @Test
  void printsTheLecturesLines() {
    var report = new AdditionReport(300, 0.75, 3, 4, FIVE, SEVEN);
    assertThat(report)
        .hasToString(
            """
            iters:300
            Loss:0.75
            Pred:[0 0 0 0 0 1 0 1]
            True:[0 0 0 0 0 1 1 1]
            3 + 4 = 5
            ------------""");
    assertThat(report.exact()).isFalse();
  }

  @Test
  void smallLossIsPrintedWithoutExponent() {
    assertThat(new AdditionReport(0, 0.00025, 3, 4, SEVEN, SEVEN).toString())
        .contains("Loss:0.00025\n");
  }

  @Test
  void overflowedLossIsPrintedAsNumpyDoes() {
    assertThat(new AdditionReport(0, Double.NaN, 3, 4, SEVEN, SEVEN).toString())
        .contains("Loss:nan\n");
  }

  @Test
  void sumReadsTheMostSignificantBitFirst() {
    var report = new AdditionReport(0, 0, 100, 28, List.of(1, 0, 0, 0, 0, 0, 0, 0), SEVEN);
    assertThat(report.sum()).isEqualTo(128);
  }
}

package manabi.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MimeBundleTest {

  @Test
  void factoriesKeepTheSourceAsText() {
    assertThat(MimeBundle.html("<b>").data())
        .containsOnly(Map.entry("text/plain", "<b>"), Map.entry("text/html", "<b>"));
    assertThat(MimeBundle.markdown("*x*").data())
        .containsOnly(Map.entry("text/plain", "*x*"), Map.entry("text/markdown", "*x*"));
    assertThat(MimeBundle.svg("<svg/>").data()).containsEntry("image/svg+xml", "<svg/>");
  }

  @Test
  void formulasGetTheirDollars() {
    assertThat(MimeBundle.latex("x^2").data()).containsEntry("text/latex", "$$x^2$$");
    assertThat(MimeBundle.latex("so $x$").data()).containsEntry("text/latex", "so $x$");
    assertThat(MimeBundle.latex("\\begin{align}x\\end{align}").data())
        .containsEntry("text/latex", "\\begin{align}x\\end{align}");
  }

  @Test
  void jsonIsTextOrValues() {
    assertThat(MimeBundle.json("{\"a\": 1}").data().get("application/json"))
        .hasToString("{\"a\":1}");
    assertThat(MimeBundle.json(List.of(Double.NaN)).data())
        .containsEntry("text/plain", "[\n  NaN\n]")
        .containsEntry("application/json", List.of(Double.NaN));
  }

  @Test
  void whatIsNoJsonIsRefused() {
    assertThatThrownBy(() -> MimeBundle.json("[1, 2] x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("text must be JSON, was: [1, 2] x");
    assertThatThrownBy(() -> MimeBundle.text("t").with("application/geo+json", "word"))
        .hasMessage("text must be JSON, was: word");
  }

  @Test
  void plainTextIsNeeded() {
    assertThatThrownBy(() -> new MimeBundle(Map.of("text/html", "")))
        .hasMessage("a MIME bundle needs text/plain for plain consoles, was [text/html]");
  }
}

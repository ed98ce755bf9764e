package manabi.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ValueRenderersTest {
  private final ValueRenderers renderers = new ValueRenderers();

  private Object text(Object value) {
    return data(value).get("text/plain");
  }

  private Map<String, Object> data(Object value, String... mimeTypes) {
    return renderers.render(value, List.of(mimeTypes)).data();
  }

  @Test
  void nullIsShownAsNull() {
    assertThat(data(null)).containsExactly(Map.entry("text/plain", "null"));
  }

  @Test
  void mostSpecificRendererWins() {
    renderers.register(Integer.class, i -> MimeBundle.text("integer"));
    renderers.register(Number.class, n -> MimeBundle.text("number"));
    assertThat(text(1)).isEqualTo("integer");
    assertThat(text(1.0)).isEqualTo("number");
  }

  @Test
  void laterRendererOfATypeWins() {
    renderers.register(Integer.class, i -> MimeBundle.text("first"));
    renderers.register(Integer.class, i -> MimeBundle.text("second"));
    assertThat(text(1)).isEqualTo("second");
  }

  @Test
  void rendererMustReturnABundle() {
    renderers.register(Integer.class, i -> null);
    assertThatThrownBy(() -> renderers.render(1))
        .hasMessage("the renderer of Integer must return a MimeBundle, was null");
  }

  @Test
  void textIsWhatItIsSaidToBe() {
    assertThat(data("<b>x</b>", "text/html", "text/markdown"))
        .containsOnlyKeys("text/plain", "text/html", "text/markdown")
        .containsEntry("text/html", "<b>x</b>");
    assertThat(data("[1, 2]", "application/json").get("application/json")).hasToString("[1,2]");
  }

  @Test
  void formatsThatAValueDoesNotHaveAreLeftOut() {
    assertThat(data(3, "image/png")).containsOnlyKeys("text/plain");
    assertThat(data(MimeBundle.html("<b>"), "image/*")).containsOnlyKeys("text/plain");
    assertThat(data(MimeBundle.html("<b>"), "text/*")).containsOnlyKeys("text/plain", "text/html");
    assertThat(data(MimeBundle.html("<b>"), "*")).containsOnlyKeys("text/plain", "text/html");
  }

  @Test
  void whatIsNoMimeTypeIsRefused() {
    assertThatThrownBy(() -> renderers.render("x", List.of("html")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a MIME type must be like \"text/html\", was \"html\"");
  }

  @Test
  void optionalShowsItsContent() {
    assertThat(data(Optional.of(MimeBundle.html("<b>"))))
        .containsOnly(Map.entry("text/plain", "Optional[<b>]"), Map.entry("text/html", "<b>"));
    assertThat(text(Optional.empty())).isEqualTo("Optional.empty");
  }

  @Test
  void streamsAndIteratorsAreNotConsumed() {
    Stream<Integer> stream = Stream.of(1);
    assertThat(text(stream)).isEqualTo("a stream, not consumed: .toList()");
    assertThat(stream).containsExactly(1);
    var iterator = new ArrayList<>(List.of(1)).iterator();
    assertThat(text(iterator)).isEqualTo("an iterator, not consumed");
    assertThat(iterator.hasNext()).isTrue();
  }

  @Test
  void tracebacksAreTextWithoutColours() {
    assertThat(StackTraces.bundle(List.of("\u001b[31mbad\u001b[0m", "  at x")).data())
        .containsExactly(Map.entry("text/plain", "bad\n  at x"));
  }

  @Test
  void renderersOfTheBaseKernelCount() {
    new BaseKernelRenderer(renderers)
        .createRegistration(Integer.class)
        .preferring("text/html")
        .supporting("text/markdown")
        .register(
            (value, context) -> {
              context.renderIfRequested(mime("text/html"), () -> "<i>" + value + "</i>");
              context.renderIfRequested(mime("text/markdown"), () -> "*" + value + "*");
            });
    Integer value = 7;
    assertThat(data(value))
        .containsOnly(Map.entry("text/plain", "7"), Map.entry("text/html", "<i>7</i>"));
    assertThat(data(value, "text/markdown"))
        .containsOnly(Map.entry("text/plain", "7"), Map.entry("text/markdown", "*7*"));
  }

  @Test
  void valuesThatRenderThemselvesForTheBaseKernelDo() {
    var unused = new BaseKernelRenderer(renderers);
    DisplayDataRenderable value =
        new DisplayDataRenderable() {
          @Override
          public void render(RenderContext context) {
            context.getOutputContainer().putHTML("<u>r</u>");
          }
        };
    assertThat(data(value)).containsEntry("text/html", "<u>r</u>").containsKey("text/plain");
  }

  @Test
  void bundlesOfTheBaseKernelAreShownAndMade() {
    DisplayData source = new DisplayData();
    source.putMarkdown("*x*");
    assertThat(data(source)).containsEntry("text/markdown", "*x*").containsEntry("text/plain", "");
    DisplayData made = BaseKernelData.of(MimeBundle.text("t").with("image/png", new byte[] {1}));
    assertThat(made.getData(mime("image/png")))
        .isEqualTo(Base64.getEncoder().encodeToString(new byte[] {1}));
  }

  private static MIMEType mime(String type) {
    return MIMEType.parse(type);
  }
}

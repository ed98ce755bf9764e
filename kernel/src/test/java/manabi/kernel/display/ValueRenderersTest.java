package manabi.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueRenderersTest {
  private record Point(int x, String name) {}

  private final ValueRenderers renderers = new ValueRenderers();

  private String text(Object value) {
    return (String) renderers.render(value).data().get("text/plain");
  }

  @Test
  void stringsAreShownAsTheyAre() {
    assertThat(text("a\n\"b\"")).isEqualTo("a\n\"b\"");
  }

  @Test
  void nullIsShownAsNull() {
    assertThat(text(null)).isEqualTo("null");
  }

  @Test
  void arraysShowTheirElements() {
    assertThat(text(new double[] {1, 2.5})).isEqualTo("[1.0, 2.5]");
    assertThat(text(new int[][] {{1, 2}, {3}})).isEqualTo("[[1, 2],\n [3]]");
  }

  @Test
  void longTextsAreCut() {
    assertThat(text("x".repeat(30_000))).endsWith("x… (30000 characters)").hasSizeLessThan(20_100);
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
  void recordsAreATableWithEscapedText() {
    MimeBundle bundle = renderers.render(List.of(new Point(1, "<a>")));
    assertThat(bundle.data().get("text/html"))
        .isEqualTo(
            "<table><thead><tr><th>x</th><th>name</th></tr></thead>"
                + "<tbody><tr><td>1</td><td>&lt;a&gt;</td></tr></tbody></table>");
  }

  @Test
  void tablesHaveARowLimit() {
    MimeBundle bundle = renderers.render(Collections.nCopies(53, new Point(1, "p")));
    assertThat((String) bundle.data().get("text/html")).endsWith("<p>… 3 more rows</p>");
  }

  @Test
  void otherCollectionsAreTextOnly() {
    assertThat(renderers.render(List.of(1, new Point(1, "p"))).data())
        .containsOnlyKeys("text/plain");
  }

  @Test
  void imagesArePng() {
    MimeBundle bundle = renderers.render(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB));
    assertThat((byte[]) bundle.data().get("image/png")).startsWith(0x89, 'P', 'N', 'G');
    assertThat(bundle.data()).containsEntry("text/plain", "image, 3 × 2 pixels");
  }
}

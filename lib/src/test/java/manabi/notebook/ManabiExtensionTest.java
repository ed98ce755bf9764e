package manabi.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import manabi.kernel.KernelExtension;
import manabi.kernel.display.LiveDisplay;
import manabi.kernel.display.MimeBundle;
import manabi.kernel.display.Renderers;
import manabi.plot.Chart;
import manabi.plot.ImageGrid;
import manabi.plot.LineChart;
import manabi.plot.LiveChart;
import manabi.progress.ProgressBar;
import manabi.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManabiExtensionTest {

  private final ManabiExtension extension = new ManabiExtension();

  @AfterEach
  void disconnect() {
    LiveChart.connect(chart -> next -> {});
    ProgressBar.renderToConsole();
  }

  @Test
  void kernelFindsIt() {
    assertThat(ServiceLoader.load(KernelExtension.class))
        .hasAtLeastOneElementOfType(ManabiExtension.class);
  }

  @Test
  void everyImportCompilesInACell() {
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      shell.addToClasspath(System.getProperty("java.class.path"));
      for (String name : extension.imports()) {
        List<SnippetEvent> events = shell.eval("import " + name + ";");
        assertThat(shell.diagnostics(events.get(0).snippet())).as("import %s", name).isEmpty();
      }
    }
  }

  @Test
  void showsChartsInteractiveAndAsPicture() {
    Map<String, Object> bundle = render(Chart.class, LineChart.of("loss", 1, 2)).data();
    assertThat(bundle.keySet())
        .containsExactly("text/plain", "image/png", "application/vnd.plotly.v1+json");
    assertThat(bundle.get("text/plain")).isEqualTo("LineChart: loss (2 points, 1 to 2)");
    assertThat((byte[]) bundle.get("image/png")).startsWith(0x89, 'P', 'N', 'G');
    assertThat(bundle.get("application/vnd.plotly.v1+json"))
        .isEqualTo(LineChart.of("loss", 1, 2).plotly());
  }

  @Test
  void showsGridsAsPictureOnly() {
    assertThat(render(Chart.class, ImageGrid.of(Tensor.zeros(1, 2, 2))).data())
        .containsOnlyKeys("text/plain", "image/png");
  }

  @Test
  void liveChartsUpdateWhatTheyShowed() {
    List<String> calls = new ArrayList<>();
    extension.connect(
        new LiveDisplay() {
          @Override
          public String show(MimeBundle bundle) {
            calls.add("show " + bundle.data().get("text/plain") + bundle.data().keySet());
            return "id " + calls.size();
          }

          @Override
          public void update(String displayId, MimeBundle bundle) {
            calls.add("update " + displayId + ' ' + bundle.data().get("text/plain"));
            assertThat(bundle.data()).containsOnlyKeys("text/plain", "image/png");
          }
        });
    LiveChart live = LiveChart.show(LineChart.of("a", 1));
    live.update(LineChart.of("a", 1, 2));
    assertThat(calls)
        .containsExactly(
            "show LineChart: a (1 points, 1 to 1)[text/plain, image/png]",
            "update id 1 LineChart: a (2 points, 1 to 2)");
  }

  @Test
  void progressBarsLookAsTheKernelsDo() {
    List<MimeBundle> shown = new ArrayList<>();
    extension.connect(
        new LiveDisplay() {
          @Override
          public String show(MimeBundle bundle) {
            shown.add(bundle);
            return "id";
          }

          @Override
          public void update(String displayId, MimeBundle bundle) {}
        });
    try (ProgressBar bar = ProgressBar.start("fit <1>", 4)) {
      bar.update(1, "loss 0.5");
    }
    assertThat(shown).hasSize(1);
    assertThat((String) shown.get(0).data().get("text/plain"))
        .startsWith("fit <1> [======                  ] 25% 1/4, ")
        .endsWith(" (stopped)  loss 0.5");
    assertThat((String) shown.get(0).data().get("text/html"))
        .startsWith("<div>fit &lt;1&gt; <progress value=\"1\" max=\"4\"></progress> 25% 1/4, ");
  }

  private <T> MimeBundle render(Class<T> type, T value) {
    Map<Class<?>, Function<Object, MimeBundle>> registered = new HashMap<>();
    extension.register(
        new Renderers() {
          @Override
          public <R> void register(
              Class<R> renderedType, Function<? super R, MimeBundle> renderer) {
            registered.put(renderedType, object -> renderer.apply(renderedType.cast(object)));
          }
        });
    return registered.get(type).apply(value);
  }
}

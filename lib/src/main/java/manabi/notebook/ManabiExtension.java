package manabi.notebook;

import java.util.List;
import java.util.function.Consumer;
import manabi.kernel.KernelExtension;
import manabi.kernel.display.LiveDisplay;
import manabi.kernel.display.Renderers;
import manabi.plot.Chart;
import manabi.plot.LiveChart;
import manabi.progress.ProgressBar;
import manabi.tensor.Tensor;

/** What the kernel gets from this library; found by {@link java.util.ServiceLoader}. */
public final class ManabiExtension implements KernelExtension {

  /** Returns the packages of the library that chapters use. */
  @Override
  public List<String> imports() {
    return List.of(
        "manabi.*",
        "manabi.data.*",
        "manabi.generative.*",
        "manabi.language.*",
        "manabi.loss.*",
        "manabi.metrics.*",
        "manabi.nn.*",
        "manabi.optim.*",
        "manabi.plot.*",
        "manabi.progress.*",
        "manabi.tensor.*",
        "manabi.text.*",
        "manabi.vision.*",
        "static manabi.loss.Loss.*",
        "static manabi.metrics.Metric.*",
        "static manabi.nn.Activation.*",
        "static manabi.nn.Fit.epochs",
        "static manabi.nn.Initializer.*",
        "static manabi.nn.Layers.*");
  }

  @Override
  public void register(Renderers renderers) {
    renderers.register(Chart.class, ChartBundle::of);
    renderers.register(Tensor.class, TensorBundle::of);
  }

  @Override
  public void connect(LiveDisplay display) {
    LiveChart.connect(chart -> show(display, chart));
    ProgressBar.renderTo(() -> new NotebookProgress(display));
  }

  private static Consumer<Chart> show(LiveDisplay display, Chart chart) {
    String id = display.show(ChartBundle.picture(chart));
    return next -> display.update(id, ChartBundle.picture(next));
  }
}

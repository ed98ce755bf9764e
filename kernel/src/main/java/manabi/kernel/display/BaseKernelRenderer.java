package manabi.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderFunction;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.List;
import java.util.Set;

/**
 * The base kernel's registry of renderers, for notebooks and libraries that were written for it:
 * what they register here counts as if it were registered as a {@link Renderers renderer}.
 */
public final class BaseKernelRenderer extends Renderer {
  private final ValueRenderers renderers;

  /** Makes a registry whose renderers {@code renderers} gets, too. */
  public BaseKernelRenderer(ValueRenderers renderers) {
    this.renderers = renderers;
    renderers.registerFormats(DisplayDataRenderable.class, this::bundle);
  }

  @Override
  public <T> void register(
      Set<MIMEType> supported,
      Set<MIMEType> preferred,
      Set<Class<? extends T>> types,
      RenderFunction<T> function) {
    super.register(supported, preferred, types, function);
    types.forEach(type -> renderers.registerFormats(type, this::bundle));
  }

  private MimeBundle bundle(Object value, List<String> formats) {
    DisplayData data =
        formats.isEmpty() ? render(value) : renderAs(value, formats.toArray(new String[0]));
    return BaseKernelData.bundle(data);
  }
}

package manabi.notebook;

import java.util.OptionalLong;
import manabi.kernel.display.LiveDisplay;
import manabi.kernel.display.MimeBundle;
import manabi.progress.ProgressRenderer;
import manabi.progress.ProgressState;

/**
 * A progress bar below its cell, one display that changes in place; it looks like the bars of the
 * kernel's own {@code progress(…)}.
 */
final class NotebookProgress implements ProgressRenderer {

  private final LiveDisplay display;
  private String displayId;

  NotebookProgress(LiveDisplay display) {
    this.display = display;
  }

  @Override
  public void render(ProgressState state) {
    MimeBundle bundle = bundle(state);
    if (displayId == null) {
      displayId = display.show(bundle);
    } else {
      display.update(displayId, bundle);
    }
  }

  private static MimeBundle bundle(ProgressState state) {
    return new manabi.kernel.progress.ProgressState(
            state.title(),
            state.step(),
            OptionalLong.of(state.total()),
            state.detail(),
            state.elapsed(),
            state.isInterrupted())
        .bundle();
  }
}

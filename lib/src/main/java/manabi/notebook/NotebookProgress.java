package manabi.notebook;

import manabi.kernel.display.LiveDisplay;
import manabi.kernel.display.MimeBundle;
import manabi.progress.ProgressRenderer;
import manabi.progress.ProgressState;

/** A progress bar below its cell, one display that changes in place. */
final class NotebookProgress implements ProgressRenderer {

  private final LiveDisplay display;
  private String displayId;

  NotebookProgress(LiveDisplay display) {
    this.display = display;
  }

  @Override
  public void render(ProgressState state) {
    MimeBundle bundle = MimeBundle.text(state.toText()).with("text/html", state.toHtml());
    if (displayId == null) {
      displayId = display.show(bundle);
    } else {
      display.update(displayId, bundle);
    }
  }
}

package manabi.kernel.maven;

import java.util.Locale;
import manabi.kernel.display.LiveDisplay;
import manabi.kernel.display.MimeBundle;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;

/** One line about what is being downloaded, changed in place; none where nothing is. */
final class DownloadProgress extends AbstractTransferListener {
  private static final long STEP_NANOS = 200_000_000;

  private final LiveDisplay display;
  private String displayId;
  private long shownNanos;
  private int files;
  private long bytes;
  private volatile boolean cancelled;

  DownloadProgress(LiveDisplay display) {
    this.display = display;
  }

  /** Lets every transfer end as soon as it goes on. */
  void cancel() {
    cancelled = true;
  }

  @Override
  public void transferInitiated(TransferEvent event) throws TransferCancelledException {
    throwIfCancelled();
  }

  @Override
  public void transferProgressed(TransferEvent event) throws TransferCancelledException {
    throwIfCancelled();
    synchronized (this) {
      bytes += event.getDataBuffer().remaining();
      String name = event.getResource().getResourceName();
      showAtTimes("downloading " + name.substring(name.lastIndexOf('/') + 1) + ", ");
    }
  }

  @Override
  public synchronized void transferSucceeded(TransferEvent event) {
    files++;
  }

  private void throwIfCancelled() throws TransferCancelledException {
    if (cancelled) {
      throw new TransferCancelledException("interrupted");
    }
  }

  private void showAtTimes(String start) {
    long now = System.nanoTime();
    if (displayId == null || now - shownNanos > STEP_NANOS) {
      shownNanos = now;
      show(start);
    }
  }

  private void show(String start) {
    String amount =
        String.format(
            Locale.ROOT, "%d %s, %.1f MB", files, files == 1 ? "file" : "files", bytes / 1e6);
    MimeBundle line = MimeBundle.text(start + amount);
    if (displayId == null) {
      displayId = display.show(line);
    } else {
      display.update(displayId, line);
    }
  }

  /** Shows what was downloaded in all, if something was. */
  synchronized void end() {
    if (displayId != null) {
      show(cancelled ? "download interrupted: " : "downloaded: ");
    }
  }
}

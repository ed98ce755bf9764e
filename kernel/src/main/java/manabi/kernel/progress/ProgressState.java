package manabi.kernel.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import manabi.kernel.display.MimeBundle;

/**
 * What a progress bar shows at one moment.
 *
 * @param title what is going on; may be empty
 * @param done steps done
 * @param total steps in all, where that is known
 * @param detail what the loop says of itself, such as {@code loss 0.31}; may be empty
 * @param elapsed time since the bar was started
 * @param stopped whether the loop was left before its end
 */
public record ProgressState(
    String title, long done, OptionalLong total, String detail, Duration elapsed, boolean stopped) {

  private static final int BAR_WIDTH = 24;

  /** Returns the bar as text for consoles and as HTML with the browser's own progress bar. */
  public MimeBundle bundle() {
    String text = joined(title, bar(), numbers());
    String html = joined(escaped(title), element(), numbers());
    if (!detail.isEmpty()) {
      text += "  " + detail;
      html += " &nbsp; " + escaped(detail);
    }
    return MimeBundle.text(text).with("text/html", "<div>" + html + "</div>");
  }

  private static String joined(String... parts) {
    return String.join(" ", List.of(parts).stream().filter(part -> !part.isEmpty()).toList());
  }

  private String bar() {
    if (total.isEmpty()) {
      return "";
    }
    int filled = (int) (BAR_WIDTH * done / Math.max(1, total.getAsLong()));
    return "[" + "=".repeat(filled) + " ".repeat(BAR_WIDTH - filled) + "]";
  }

  /** Without a total there is none: the browser's would move for ever in a saved notebook. */
  private String element() {
    return total.isEmpty()
        ? ""
        : "<progress value=\"" + done + "\" max=\"" + total.getAsLong() + "\"></progress>";
  }

  private String numbers() {
    List<String> numbers = new ArrayList<>();
    if (total.isPresent()) {
      long all = total.getAsLong();
      numbers.add((all == 0 ? 100 : 100 * done / all) + "% " + done + "/" + all);
    } else {
      numbers.add(done + " done");
    }
    double seconds = elapsed.toMillis() / 1000.0;
    numbers.add(time(seconds));
    if (done > 0 && seconds > 0) {
      numbers.add(rate(done / seconds));
      if (!stopped && total.isPresent() && done < total.getAsLong()) {
        numbers.add(time(seconds / done * (total.getAsLong() - done)) + " left");
      }
    }
    return String.join(", ", numbers) + (stopped ? " (stopped)" : "");
  }

  private static String rate(double perSecond) {
    return perSecond < 1
        ? String.format(Locale.ROOT, "%.1f s each", 1 / perSecond)
        : String.format(Locale.ROOT, perSecond < 100 ? "%.1f/s" : "%.0f/s", perSecond);
  }

  private static String time(double seconds) {
    if (seconds < 100) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d h", whole / 3600, whole / 60 % 60, whole % 60);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

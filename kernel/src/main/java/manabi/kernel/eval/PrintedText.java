package manabi.kernel.eval;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What cells print, with the cells' lines in the stack traces and without JShell's names. */
final class PrintedText {
  private static final String TRACE = "\tat ";
  private static final Pattern FRAME =
      Pattern.compile(
          "(?m)^(\\t+at )(?:[\\w.@-]*/)*([\\w.$<>/-]+)\\.([\\w$<>]+)"
              + "\\(([\\w.$]+)?(?::(\\d+))?[^()\\n]*\\)\\R");
  private static final Pattern CODE =
      Pattern.compile("REPL\\.\\$JShell\\$\\w+[. ]do_it\\$|REPL\\.\\$JShell\\$\\w++(?=\\$\\d)");

  private final RuntimeErrors errors;

  PrintedText(RuntimeErrors errors) {
    this.errors = errors;
  }

  /** Returns the text as the reader is to see it. */
  String readable(String text) {
    boolean isTrace = text.contains(TRACE);
    if (!isTrace && !text.contains("$JShell$")) {
      return text;
    }
    String lines = isTrace ? withoutMachinery(text) : text;
    return SnippetNames.readable(CODE.matcher(lines).replaceAll("cell"));
  }

  private String withoutMachinery(String text) {
    RuntimeErrors.Frames frames = errors.frames();
    return FRAME.matcher(text).replaceAll(frame -> Matcher.quoteReplacement(line(frame, frames)));
  }

  private static String line(MatchResult frame, RuntimeErrors.Frames frames) {
    int line = frame.group(5) == null ? -1 : Integer.parseInt(frame.group(5));
    StackTraceElement element =
        new StackTraceElement(frame.group(2), frame.group(3), frame.group(4), line);
    List<String> shown = frames.of(new StackTraceElement[] {element});
    if (shown.isEmpty()) {
      return "";
    }
    boolean isOfCell = frame.group(2).contains("$JShell$");
    return isOfCell
        ? frame.group(1) + Ansi.plain(shown.get(0)).strip().substring(3) + "\n"
        : frame.group();
  }
}

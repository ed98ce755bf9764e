package manabi.kernel.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/** What a cell threw, with the lines of cells in place of JShell's names. */
final class RuntimeErrors {
  private static final int MAX_FRAMES = 40;
  private static final int MAX_LINES = 160;
  private static final int MAX_MESSAGE = 20_000;
  private static final int MAX_PLAIN = 300;
  private static final List<String> MACHINERY =
      List.of(
          "jdk.jshell.",
          "jdk.internal.reflect.",
          "java.lang.reflect.",
          "manabi.kernel.",
          "io.github.spencerpark.");

  private final SourceCodeAnalysis analysis;
  private final Map<Snippet, Cell> origins = Collections.synchronizedMap(new WeakHashMap<>());
  private final Map<String, PlainUnit> plain = Collections.synchronizedMap(new Latest());

  /** Code that has run: few throw long after that, as what they have left to be called may. */
  @SuppressWarnings("serial") // Never stored.
  private static final class Latest extends LinkedHashMap<String, PlainUnit> {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, PlainUnit> eldest) {
      return size() > MAX_PLAIN;
    }
  }

  RuntimeErrors(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  /** Remembers where a snippet comes from. */
  void origin(Snippet snippet, Cell part) {
    origins.put(snippet, part);
  }

  /** Remembers where code comes from that the JShell does not know. */
  void origin(PlainUnit unit) {
    plain.put(unit.className(), unit);
  }

  /** Returns the failure of a cell that was interrupted. */
  static CellFailure interrupted(int number) {
    String message = number == 0 ? "interrupted" : "cell " + number + " was interrupted";
    return new CellFailure(
        "Interrupted", message, List.of(Ansi.red(Ansi.bold("Interrupted")) + ": " + message));
  }

  /** Returns the failure that {@code thrown} is to the reader. */
  CellFailure failure(Throwable thrown) {
    boolean isEnd = thrown instanceof CellStopped || thrown instanceof ThreadDeath;
    if (isEnd || CellThread.current().map(CellThread::isStopped).orElse(false)) {
      return interrupted(0);
    }
    List<String> lines = new ArrayList<>();
    describe("", thrown, frames(), lines);
    return new CellFailure(name(thrown), message(thrown), lines);
  }

  /** Returns what says where in the cells code is, as things are now. */
  Frames frames() {
    return new Frames(places());
  }

  private static void describe(String prefix, Throwable thrown, Frames frames, List<String> lines) {
    String message = message(thrown);
    lines.add(
        prefix + Ansi.red(Ansi.bold(name(thrown))) + (message.isEmpty() ? "" : ": " + message));
    List<String> places = frames.of(thrown.getStackTrace());
    places.stream().limit(MAX_FRAMES).forEach(lines::add);
    if (places.size() > MAX_FRAMES) {
      lines.add("  … " + (places.size() - MAX_FRAMES) + " more");
    }
    if (lines.size() > MAX_LINES) {
      return;
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      describe("Suppressed: ", suppressed, frames, lines);
    }
    if (thrown.getCause() != null) {
      describe("Caused by: ", thrown.getCause(), frames, lines);
    }
  }

  private static String name(Throwable thrown) {
    String type = thrown.getClass().getName();
    return type.startsWith("manabi.kernel.")
        ? type.substring(type.lastIndexOf('.') + 1)
        : SnippetNames.readable(type);
  }

  private static String message(Throwable thrown) {
    try {
      String message = thrown.getMessage() == null ? "" : thrown.getMessage();
      boolean isLong = message.length() > MAX_MESSAGE;
      String note = "… (" + (message.length() - MAX_MESSAGE) + " more characters)";
      return SnippetNames.readable(isLong ? message.substring(0, MAX_MESSAGE) + note : message);
    } catch (RuntimeException | StackOverflowError e) {
      return "(its getMessage failed: " + e.getClass().getName() + ")";
    }
  }

  /** Returns the snippets' code by the names of the classes that JShell has made of them. */
  private Map<String, Place> places() {
    Map<String, Place> places = new HashMap<>();
    synchronized (origins) {
      origins.forEach(
          (snippet, part) -> {
            SnippetWrapper wrapper = analysis.wrapper(snippet);
            places.put(baseName(wrapper.fullClassName()), new SnippetPlace(wrapper, part));
          });
    }
    synchronized (plain) {
      plain.forEach((name, unit) -> places.put(name, new PlainPlace(unit)));
    }
    return places;
  }

  /** Returns a wrapper's name without the letters that count its versions. */
  private static String baseName(String className) {
    return className.replaceFirst("[A-Z]+$", "");
  }

  /** Code as it was compiled, and where it stands. */
  interface Place {
    Cell part();

    /** Returns the cell's line for a line of the compiled code. */
    int line(int compiledLine);
  }

  private record PlainPlace(PlainUnit unit) implements Place {
    @Override
    public Cell part() {
      return unit.part().cell();
    }

    @Override
    public int line(int compiledLine) {
      return unit.cellLine(compiledLine);
    }
  }

  private record SnippetPlace(SnippetWrapper wrapper, Cell part) implements Place {
    @Override
    public int line(int compiledLine) {
      String code = wrapper.wrapped();
      int start = 0;
      for (int line = 1; line < compiledLine; line++) {
        start = code.indexOf('\n', start) + 1;
      }
      while (start < code.length() && Character.isWhitespace(code.charAt(start))) {
        start++;
      }
      // What JShell has put around the reader's code belongs to the first line of that.
      int first = SourceText.codeStart(wrapper.source());
      return part.line(Math.max(first, wrapper.wrappedToSourcePosition(start)));
    }
  }

  /** Stack traces with the lines of cells, and without those of the kernel. */
  record Frames(Map<String, Place> places) {

    List<String> of(StackTraceElement[] trace) {
      List<String> frames = new ArrayList<>();
      for (StackTraceElement frame : trace) {
        String type = frame.getClassName();
        boolean isMachinery =
            MACHINERY.stream().anyMatch(type::startsWith) || type.equals("java.lang.Thread");
        if (!isMachinery) {
          frames.add("  at " + frame(frame));
        }
      }
      return frames;
    }

    private String frame(StackTraceElement frame) {
      String type = SnippetNames.readable(frame.getClassName() + ".").replaceFirst("\\.$", "");
      String method =
          frame.getMethodName().matches("(lambda\\$)?do_it.*") ? "" : frame.getMethodName();
      String name = type.isEmpty() || method.isEmpty() ? method : type + "." + method;
      String outer =
          frame.getClassName().replaceFirst("^(REPL\\.\\$JShell\\$r?\\d+)[A-Z]*(\\$.*)?$", "$1");
      Place place = places.get(outer);
      if (place == null) {
        String file = frame.getFileName() == null ? "" : frame.getFileName();
        return name
            + "("
            + file
            + (frame.getLineNumber() > 0 ? ":" + frame.getLineNumber() : "")
            + ")";
      }
      int line = place.line(frame.getLineNumber());
      String where = Ansi.green("cell " + place.part().number() + ", line " + line);
      return (name.isEmpty() ? where : name + " (" + where + ")")
          + "    "
          + place.part().lineText(line).strip();
    }
  }
}

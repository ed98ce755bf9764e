package manabi.kernel.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.EvalException;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.UnresolvedReferenceException;

/** What a cell threw, with the lines of cells in place of JShell's names. */
final class RuntimeErrors {
  private static final int MAX_FRAMES = 40;
  private static final List<String> MACHINERY =
      List.of(
          "jdk.jshell.",
          "jdk.internal.reflect.",
          "java.lang.reflect.",
          "manabi.kernel.",
          "io.github.spencerpark.");

  private final Map<String, Cell> origins = new HashMap<>();

  /** Remembers where a snippet comes from. */
  void origin(Snippet snippet, Cell part) {
    // JShell counts lines from where the snippet begins, after white space and comments.
    int start = Math.max(0, part.code().indexOf(snippet.source().strip()));
    origins.put(snippet.id(), part.part(start, part.code().substring(start)));
  }

  /** Returns the failure that {@code thrown} is to the reader of {@code part}. */
  CellFailure failure(Cell part, JShellException thrown) {
    if (thrown instanceof UnresolvedReferenceException unresolved) {
      CompileErrors errors = new CompileErrors();
      errors.add(
          part, 0, "calls " + unresolved.getSnippet().name() + ", which does not compile yet");
      return errors.asFailure();
    }
    List<String> lines = new ArrayList<>();
    describe("", thrown, lines);
    return new CellFailure(name(thrown), message(thrown), lines);
  }

  /** Returns the failure for something that was thrown outside of snippets, as by a renderer. */
  CellFailure failure(Throwable thrown) {
    List<String> lines = new ArrayList<>();
    describe("", thrown, lines);
    return new CellFailure(name(thrown), message(thrown), lines);
  }

  private void describe(String prefix, Throwable thrown, List<String> lines) {
    String message = message(thrown);
    lines.add(
        prefix + Ansi.red(Ansi.bold(name(thrown))) + (message.isEmpty() ? "" : ": " + message));
    List<String> frames = frames(thrown.getStackTrace());
    frames.stream().limit(MAX_FRAMES).forEach(lines::add);
    if (frames.size() > MAX_FRAMES) {
      lines.add("  … " + (frames.size() - MAX_FRAMES) + " more");
    }
    Throwable cause = thrown.getCause();
    if (cause != null && cause != thrown && lines.size() < 4 * MAX_FRAMES) {
      describe("Caused by: ", cause, lines);
    }
  }

  private List<String> frames(StackTraceElement[] trace) {
    List<String> frames = new ArrayList<>();
    for (StackTraceElement frame : trace) {
      String type = frame.getClassName();
      if (MACHINERY.stream().noneMatch(type::startsWith) && !type.equals("java.lang.Thread")) {
        frames.add("  at " + frame(frame));
      }
    }
    return frames;
  }

  private String frame(StackTraceElement frame) {
    String file = frame.getFileName() == null ? "" : frame.getFileName();
    String type = SnippetNames.readable(frame.getClassName());
    String method = frame.getMethodName().startsWith("do_it") ? "" : frame.getMethodName();
    String name = type.isEmpty() || method.isEmpty() ? method : type + "." + method;
    Cell part = file.startsWith("#") ? origins.get(file.substring(1)) : null;
    if (part == null) {
      return name
          + "("
          + file
          + (frame.getLineNumber() > 0 ? ":" + frame.getLineNumber() : "")
          + ")";
    }
    int line = part.line(0) + frame.getLineNumber() - 1;
    String place = Ansi.green("cell " + part.number() + ", line " + line);
    return (name.isEmpty() ? place : name + " (" + place + ")")
        + "    "
        + part.lineText(line).strip();
  }

  private static String name(Throwable thrown) {
    String type =
        thrown instanceof EvalException e ? e.getExceptionClassName() : thrown.getClass().getName();
    return type.startsWith("manabi.kernel.")
        ? type.substring(type.lastIndexOf('.') + 1)
        : SnippetNames.readable(type);
  }

  private static String message(Throwable thrown) {
    return thrown.getMessage() == null ? "" : SnippetNames.readable(thrown.getMessage());
  }
}

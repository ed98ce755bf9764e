package manabi.kernel.assist;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import manabi.kernel.eval.Cell;
import manabi.kernel.eval.CellParts;
import manabi.kernel.eval.ClassPathFiles;

/**
 * Cuts cells into parts.
 *
 * <p>It has a JShell of its own, which runs nothing: that of the cells is busy while they run.
 */
final class CellParser {
  // A line in which nothing ends a statement or begins a comment, a text or a block.
  private static final Pattern ONE_PART = Pattern.compile("[^;{}/\"'@\r\n]*");

  private SourceCodeAnalysis analysis; // Made when it is first needed, not while the kernel starts.

  /** Returns the parts of {@code code}. */
  synchronized CellParts parts(String code) {
    if (analysis == null) {
      JShell shell =
          JShell.builder()
              .executionEngine(new NoEngine(), Map.of())
              .fileManager(ClassPathFiles::forShell)
              .build();
      analysis = shell.sourceCodeAnalysis();
    }
    return CellParts.of(analysis, Cell.whole(0, code));
  }

  /** Returns a cell up to the cursor as a file, or nothing where the cursor is in a comment. */
  Optional<CellUnit> unit(String before, Members members) {
    String code = before + CellUnit.CURSOR;
    List<String> parts =
        ONE_PART.matcher(before).matches()
            ? List.of(code)
            : parts(code).parts().stream().map(Cell::code).toList();
    boolean found = !parts.isEmpty() && parts.get(parts.size() - 1).contains(CellUnit.CURSOR);
    return found ? Optional.of(new CellUnit(parts, members)) : Optional.empty();
  }

  private static final class NoEngine implements ExecutionControlProvider {
    @Override
    public String name() {
      return "none";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
      return new LocalExecutionControl();
    }
  }
}

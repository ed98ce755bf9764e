package manabi.kernel.eval;

import java.util.List;
import manabi.kernel.eval.Part.Range;
import manabi.kernel.eval.Part.Variable;

/**
 * A part of a cell as the body of a method, in a file that knows which of its lines are the cell's.
 *
 * @param className the class that the file declares
 * @param code the file
 * @param part the part
 * @param position where in the part the code begins
 * @param line the line of the file that it begins in, counted from 1
 */
record PlainUnit(String className, String code, Part part, int position, int line) {
  /** The method, whose name says that it is no code of the reader's, as in JShell's classes. */
  static final String METHOD = "do_it$";

  /** The local variable for a value. */
  static final String VALUE = "value$";

  /** What every file begins with. */
  record Frame(String className, List<String> imports) {
    private PlainUnit unit(Part part, Range range, String before, String after) {
      String top =
          "package "
              + CellFileManager.PACKAGE
              + ";\n"
              + String.join("\n", imports)
              + "\nclass "
              + className
              + " { public static "
              + before
              + "\n";
      String body = part.cell().code().substring(range.start(), range.end());
      int line = 1 + (int) top.chars().filter(c -> c == '\n').count();
      String fullName = CellFileManager.PACKAGE + "." + className;
      return new PlainUnit(fullName, top + body + "\n" + after + " } }", part, range.start(), line);
    }

    /** Returns a file whose method returns the value of an expression. */
    PlainUnit value(Part part) {
      return unit(
          part,
          all(part),
          "Object " + METHOD + "() throws Throwable { var " + VALUE + " = (",
          "); return " + VALUE + ";");
    }

    /** Returns a file whose method is a statement. */
    PlainUnit statement(Part part) {
      return unit(
          part,
          all(part),
          "void " + METHOD + "() throws Throwable {",
          SourceText.endsStatement(part.cell().code()) ? "" : ";");
    }

    /** Returns a file whose method gives a field the value of a variable that a part declares. */
    PlainUnit assignment(Part part, Variable variable, String field) {
      return unit(
          part,
          variable.initializer().orElseThrow(),
          "void "
              + METHOD
              + "() throws Throwable { "
              + variable.type().orElse("var")
              + " "
              + VALUE
              + " =",
          "; " + field + " = " + VALUE + ";");
    }
  }

  private static Range all(Part part) {
    return new Range(0, part.cell().code().length());
  }

  /** Returns the cell's line for a line of this file. */
  int cellLine(int compiledLine) {
    int first = part.cell().line(Math.max(position, SourceText.codeStart(part.cell().code())));
    return Math.max(first, part.cell().line(position) + compiledLine - line);
  }
}

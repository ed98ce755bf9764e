package manabi.kernel.eval;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import manabi.kernel.eval.Part.Kind;
import manabi.kernel.eval.Part.Variable;

/**
 * Compiles a cell as a whole before any of it runs. JShell compiles one snippet, runs it and then
 * looks at the next, so that an error in the last line of a cell would be found too late.
 *
 * <p>Every declaration becomes a member of a class of its own, as JShell does it, and everything
 * that runs the body of one method. What this cannot see as JShell does is let through: JShell will
 * find it.
 */
final class CellCheck {
  private static final Pattern MODIFIERS =
      Pattern.compile("\\b(public|protected|private|static)\\b");
  // Top-level variables are locals here and fields when they run, so lambdas may change them.
  private static final String CAPTURED = "compiler.err.cant.ref.non.effectively.final.var";
  private static final Pattern MISSING_VARIABLE = Pattern.compile("symbol:\\s+variable (\\S+)");

  private final Javac javac;
  private final List<Part> parts;
  private final Set<String> inferred;

  private CellCheck(Javac javac, List<Part> parts) {
    this.javac = javac;
    this.parts = parts;
    this.inferred =
        parts.stream()
            .flatMap(part -> part.variables().stream())
            .filter(variable -> variable.type().isEmpty())
            .map(Variable::name)
            .collect(Collectors.toSet());
  }

  /**
   * Adds the errors that the compiler finds in a cell.
   *
   * @param scope the imports that what earlier cells declared needs
   */
  static void check(Javac javac, List<Part> parts, List<String> scope, CompileErrors errors) {
    CellCheck check = new CellCheck(javac, parts);
    check.addDuplicates(errors);
    if (errors.isEmpty()) {
      check.run(scope, errors);
    }
  }

  /** Adds an error for each name that the cell declares a second time. */
  private void addDuplicates(CompileErrors errors) {
    Set<String> seen = new HashSet<>();
    for (Part part : parts) {
      for (Variable variable : part.variables()) {
        if (!seen.add(variable.name())) {
          addDuplicate(part, variable.start(), "variable " + variable.name(), errors);
        }
      }
      String name =
          part.name() + (part.kind() == Kind.METHOD ? "(" + part.parameterTypes() + ")" : "");
      boolean isNamed = part.kind() == Kind.TYPE || part.kind() == Kind.METHOD;
      if (isNamed && !seen.add(part.kind() + " " + name)) {
        String kind = part.kind() == Kind.TYPE ? "class " : "method ";
        addDuplicate(part, part.modifiersEnd(), kind + name, errors);
      }
    }
  }

  private static void addDuplicate(Part part, int from, String what, CompileErrors errors) {
    String name = part.name().isEmpty() ? what.substring(what.indexOf(' ') + 1) : part.name();
    int position = Math.max(from, part.cell().code().indexOf(name, from));
    errors.add(part.cell(), position, what + " is already defined in this cell");
  }

  private void run(List<String> scope, CompileErrors errors) {
    CheckUnit unit = unit(scope);
    javac.with(List.of(new SourceFile(0, unit.code())), run -> addErrors(run, unit, errors));
  }

  private Void addErrors(Javac.Run run, CheckUnit unit, CompileErrors errors) {
    javac.analyze(run);
    Set<CheckUnit.Place> seen = new HashSet<>();
    for (Diagnostic<?> error : run.errors()) {
      String message = error.getMessage(Locale.ENGLISH);
      unit.place(error.getPosition())
          .filter(place -> !isTolerated(error, message, place.part()))
          .filter(seen::add)
          .ifPresent(place -> errors.add(place.part().cell(), place.position(), message));
    }
    return null;
  }

  private boolean isTolerated(Diagnostic<?> error, String message, Part part) {
    if (error.getCode().equals(CAPTURED)) {
      return true;
    }
    var missing = MISSING_VARIABLE.matcher(message);
    return part.isHoisted() && missing.find() && inferred.contains(missing.group(1));
  }

  private CheckUnit unit(List<String> scope) {
    CheckUnit unit = new CheckUnit().add("package " + CellFileManager.PACKAGE + ";\n");
    scope.forEach(line -> unit.add(line).add("\n"));
    parts.stream().filter(part -> part.kind() == Kind.IMPORT).forEach(unit::add);
    for (int i = 0; i < parts.size(); i++) {
      for (String name : declaredNames(parts.get(i))) {
        unit.add("\nimport static " + holder(i, CellFileManager.PACKAGE + ".") + "." + name + ";");
      }
    }
    for (int i = 0; i < parts.size(); i++) {
      addDeclarations(unit, parts.get(i), holder(i, ""));
    }
    unit.add("\nclass $JShell$run { static boolean $() { return true; }");
    unit.add(" static Object $run() throws Throwable {");
    parts.forEach(part -> addCode(unit, part));
    return unit.add("\nreturn null; } }");
  }

  private static String holder(int index, String prefix) {
    return prefix + "$JShell$c" + index;
  }

  private static List<String> declaredNames(Part part) {
    if (part.kind() == Kind.TYPE || part.kind() == Kind.METHOD) {
      return List.of(part.name());
    }
    return typed(part).stream().map(Variable::name).toList();
  }

  private static List<Variable> typed(Part part) {
    return part.variables().stream().filter(variable -> variable.type().isPresent()).toList();
  }

  private static void addDeclarations(CheckUnit unit, Part part, String holder) {
    if (declaredNames(part).isEmpty()) {
      return;
    }
    unit.add("\nclass " + holder + " { ");
    if (part.kind() == Kind.VARIABLE) {
      for (Variable variable : typed(part)) {
        unit.add(" public static ").add(part, variable.start(), variable.type().orElseThrow());
        unit.add(" " + variable.name() + ";");
      }
    } else {
      String code = part.cell().code();
      String modifiers = code.substring(0, part.modifiersEnd());
      unit.add("public static ").addChanged(part, 0, withoutAccess(modifiers));
      unit.add(part, part.modifiersEnd(), code.length());
    }
    unit.add("\n}");
  }

  /** Returns {@code modifiers} with blanks for those that a member of a wrapper cannot have. */
  private static String withoutAccess(String modifiers) {
    return MODIFIERS.matcher(modifiers).replaceAll(match -> " ".repeat(match.group().length()));
  }

  private static void addCode(CheckUnit unit, Part part) {
    switch (part.kind()) {
      case VARIABLE -> part.variables().forEach(variable -> addVariable(unit, part, variable));
      // Under a condition, what follows a "throw" is not unreachable.
      case STATEMENT -> unit.add("\nif ($JShell$run.$()) {").add(part).add("\n;}");
      case EXPRESSION -> unit.add("\nif ($JShell$run.$()) { Object $v = (").add(part).add("\n);}");
      default -> {}
    }
  }

  private static void addVariable(CheckUnit unit, Part part, Variable variable) {
    if (variable.type().isEmpty()) {
      unit.add("\nvar " + variable.name() + " = ");
      variable.initializer().ifPresent(value -> unit.add(part, value.start(), value.end()));
      unit.add(";");
    } else if (variable.initializer().isPresent()) {
      var value = variable.initializer().orElseThrow();
      unit.add("\n{").add(part, variable.start(), variable.type().orElseThrow());
      unit.add(" $" + variable.name() + " = ").add(part, value.start(), value.end()).add(";}");
    }
  }
}

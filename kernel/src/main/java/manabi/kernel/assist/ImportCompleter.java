package manabi.kernel.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import manabi.kernel.eval.Workspace;

/** Completes the names in import statements. */
final class ImportCompleter {
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?s).*?(?:^|[;\\n])\\s*import\\s+(?<static>static\\s+)?(?<owner>(?:\\w+\\.)*)(?<prefix>\\w*)");

  private final Workspace workspace;
  private final SourceReader reader;

  ImportCompleter(Workspace workspace, SourceReader reader) {
    this.workspace = workspace;
    this.reader = reader;
  }

  /** Returns the completions if {@code before} ends inside of an import statement. */
  Optional<Completions> complete(String before) {
    Matcher matcher = STATEMENT.matcher(before);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String owner = matcher.group("owner").replaceFirst("\\.$", "");
    String prefix = matcher.group("prefix");
    boolean isStatic = matcher.group("static") != null;
    List<Match> matches = new ArrayList<>();
    workspace.types().packagesIn(owner).stream()
        .filter(name -> name.startsWith(prefix))
        .forEach(name -> matches.add(Match.of(name + ".", "module")));
    matches.addAll(
        reader.analyze(
            "class X {}", reading -> types(reading.task().getElements(), owner, prefix, isStatic)));
    return Optional.of(new Completions(matches, matcher.start("prefix"), before.length()));
  }

  private List<Match> types(Elements elements, String owner, String prefix, boolean isStatic) {
    List<Match> matches = new ArrayList<>();
    for (String type : workspace.types().typesIn(owner)) {
      String name = type.substring(owner.length() + 1);
      TypeElement element = name.startsWith(prefix) ? elements.getTypeElement(type) : null;
      if (isPublic(element)) {
        matches.add(new Match(name, "class", type));
      }
    }
    TypeElement outer = elements.getTypeElement(owner);
    if (outer != null) {
      outer.getEnclosedElements().stream()
          .filter(member -> isPublic(member) && isImportable(member, isStatic))
          .filter(member -> member.getSimpleName().toString().startsWith(prefix))
          .map(member -> Match.of(member.getSimpleName().toString(), type(member)))
          .distinct()
          .forEach(matches::add);
    }
    return matches;
  }

  private static boolean isPublic(Element element) {
    return element != null && element.getModifiers().contains(Modifier.PUBLIC);
  }

  private static boolean isImportable(Element member, boolean isStatic) {
    return Site.isType(member) || (isStatic && member.getModifiers().contains(Modifier.STATIC));
  }

  private static String type(Element member) {
    if (Site.isType(member)) {
      return "class";
    }
    return member.getKind().isField() ? "field" : "method";
  }
}

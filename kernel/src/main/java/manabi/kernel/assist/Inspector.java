package manabi.kernel.assist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import jdk.jshell.VarSnippet;
import manabi.kernel.eval.Workspace;

/** Finds out what the name at the cursor means. */
final class Inspector {
  private final Documentation documentation;
  private final Workspace workspace;
  private final Session session;
  private final Names names;
  private final Site site;
  private final String word;
  private final Elements elements;
  private final Signatures signatures;

  Inspector(
      Documentation documentation, Workspace workspace, Session session, Names names, String word) {
    this.documentation = documentation;
    this.workspace = workspace;
    this.session = session;
    this.names = names;
    this.site = names.site();
    this.word = word;
    this.elements = site.reading().task().getElements();
    this.signatures = new Signatures(site.reading().task().getTypes());
  }

  /** Returns what the name means, or nothing where it means nothing. */
  Optional<Inspection> inspection(boolean withSource) {
    List<Site.Named> found = meanings();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Page page = new Page();
    Map<String, Documentation.Source> described = new LinkedHashMap<>();
    for (Site.Named named : found) {
      Optional<Documentation.Source> source = source(named.element());
      described.merge(
          signature(named, source),
          source.orElse(new Documentation.Source(List.of(), Map.of())),
          (first, second) -> first);
    }
    described.forEach((signature, source) -> page.add(signature, source.comment()));
    if (withSource) {
      session.named(word).stream().map(d -> d.snippet().source()).forEach(page::addCode);
    }
    return Optional.of(page.inspection());
  }

  /** Returns what the name means here: one variable or type, or all methods of the name. */
  private List<Site.Named> meanings() {
    List<Site.Named> found =
        Stream.concat(site.names(), names.meanings(word))
            .filter(named -> named.element().getSimpleName().contentEquals(word))
            .toList();
    if (found.isEmpty()) {
      return List.of();
    }
    Site.Named first = found.get(0);
    if (first.element() instanceof TypeElement type && site.isCreation()) {
      return constructors(type);
    }
    return first.element() instanceof ExecutableElement
        ? found.stream().filter(named -> named.element() instanceof ExecutableElement).toList()
        : List.of(first);
  }

  private static List<Site.Named> constructors(TypeElement type) {
    List<Site.Named> constructors =
        type.getEnclosedElements().stream()
            .filter(member -> member.getKind() == ElementKind.CONSTRUCTOR)
            .filter(Site::isVisible)
            .map(member -> new Site.Named(member, null))
            .toList();
    return constructors.isEmpty() ? List.of(new Site.Named(type, null)) : constructors;
  }

  private Optional<Documentation.Source> source(Element element) {
    if (!Site.isOfCell(element)) {
      return element.getKind().isField()
              || Site.isType(element)
              || element instanceof ExecutableElement
          ? documented(element)
          : Optional.empty();
    }
    return session.named(Site.declaredBy(element)).stream()
        .filter(declared -> !(declared.snippet() instanceof VarSnippet))
        .flatMap(declared -> documentation.ofCell(declared.snippet().source(), element).stream())
        .findFirst();
  }

  /** Returns the documentation of a member, or of the one that it overrides and that has some. */
  private Optional<Documentation.Source> documented(Element element) {
    Optional<Documentation.Source> own = documentation.of(element, elements);
    boolean inherits =
        element instanceof ExecutableElement
            && element.getKind() == ElementKind.METHOD
            && own.filter(source -> !source.comment().isEmpty()).isEmpty();
    return inherits ? inherited((ExecutableElement) element).or(() -> own) : own;
  }

  private Optional<Documentation.Source> inherited(ExecutableElement method) {
    TypeElement type = (TypeElement) method.getEnclosingElement();
    for (TypeMirror parent : site.reading().task().getTypes().directSupertypes(type.asType())) {
      for (Element member : ((DeclaredType) parent).asElement().getEnclosedElements()) {
        boolean overridden =
            member instanceof ExecutableElement other && elements.overrides(method, other, type);
        Optional<Documentation.Source> found = overridden ? documented(member) : Optional.empty();
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private String signature(Site.Named named, Optional<Documentation.Source> source) {
    Element element = named.element();
    if (element instanceof ExecutableElement method) {
      List<String> parameters = Signatures.parameterNames(method);
      boolean nameless = parameters.stream().allMatch(name -> name.matches("arg\\d+"));
      List<String> better = source.map(Documentation.Source::parameters).orElse(List.of());
      return signatures.of(
          named, nameless && better.size() == parameters.size() ? better : parameters);
    }
    return signatures.of(named) + constant(element).orElseGet(() -> value(element));
  }

  private static Optional<String> constant(Element element) {
    return element instanceof VariableElement variable
        ? Optional.ofNullable(variable.getConstantValue()).map(value -> " = " + ValueText.of(value))
        : Optional.empty();
  }

  private String value(Element element) {
    boolean isOfSession =
        element.getKind() == ElementKind.FIELD
            && element.getEnclosingElement().getSimpleName().contentEquals(CellUnit.SESSION);
    if (isOfSession && session.named(word).get(0).snippet() instanceof VarSnippet variable) {
      try {
        return " = " + ValueText.of(workspace.value(variable));
      } catch (ReflectiveOperationException | LinkageError e) {
        return ""; // The cell that declares it failed before.
      }
    }
    return "";
  }

  /** The parts of an inspection in all formats. */
  private static final class Page {
    private final Map<Format, List<String>> parts = new LinkedHashMap<>();

    private void put(Format format, String part) {
      parts.computeIfAbsent(format, key -> new ArrayList<>()).add(part);
    }

    void addCode(String code) {
      for (Format format : Format.values()) {
        put(format, format.block(code));
      }
    }

    void add(String signature, Map<Format, String> comment) {
      addCode(signature);
      comment.forEach(this::put);
    }

    Inspection inspection() {
      return new Inspection(text(Format.PLAIN), text(Format.MARKDOWN), text(Format.HTML));
    }

    private String text(Format format) {
      Collection<String> texts = parts.getOrDefault(format, List.of());
      return String.join("\n\n", texts);
    }
  }
}

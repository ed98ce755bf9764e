package manabi.kernel.assist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import jdk.jshell.MethodSnippet;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/** Finds the names that begin like the one at the cursor. */
final class Completer {
  private static final int MAX_TYPES = 200;
  private static final int MAX_FOREIGN_TYPES = 40;
  private static final Set<String> EVERY_OBJECT =
      Set.of("equals", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  private final Session session;
  private final Names names;
  private final Site site;
  private final String prefix;
  private final boolean called;
  private final Signatures signatures;
  private final Map<String, Match> matches = new LinkedHashMap<>();

  /**
   * Looks at one place.
   *
   * @param names what imports make known there
   * @param prefix what the names begin with
   * @param called whether a bracket already stands behind the name
   */
  Completer(Session session, Names names, String prefix, boolean called) {
    this.session = session;
    this.names = names;
    this.site = names.site();
    this.prefix = prefix;
    this.called = called;
    this.signatures = new Signatures(site.reading().task().getTypes());
  }

  /** Returns the names, the likeliest first. */
  Collection<Match> matches() {
    if (site.packageName().isPresent()) {
      addPackage(site.packageName().get());
      return matches.values();
    }
    if (!site.isPlain()) {
      addSpecialMembers();
    }
    addNames(site.names().filter(this::fits));
    if (site.isPlain()) {
      addPlainNames();
    }
    return matches.values();
  }

  private void addPlainNames() {
    session.all().filter(declared -> fits(declared.name())).forEach(this::addDeclared);
    if (!site.isType()) {
      addNames(names.staticMembers(this::fits));
    }
    addTypes();
    addWords();
  }

  private boolean fits(Site.Named named) {
    boolean allowed = !site.isType() || Site.isType(named.element());
    return allowed && fits(named.element().getSimpleName().toString());
  }

  private boolean fits(String name) {
    return name.startsWith(prefix) && (!name.startsWith("$") || prefix.startsWith("$"));
  }

  private void add(Match match) {
    matches.putIfAbsent(match.text(), match);
  }

  /** Adds names, those that every object has last. */
  private void addNames(Stream<Site.Named> names) {
    List<Site.Named> found = new ArrayList<>(names.toList());
    Set<String> withParameters = new HashSet<>();
    for (Site.Named named : found) {
      if (named.element() instanceof ExecutableElement method
          && !method.getParameters().isEmpty()) {
        withParameters.add(method.getSimpleName().toString());
      }
    }
    List<Site.Named> ofEveryObject = found.stream().filter(Completer::isOfEveryObject).toList();
    found.removeAll(ofEveryObject);
    if (!site.isPlain()) {
      found.sort(Comparator.comparing(named -> named.element().getSimpleName().toString()));
    }
    found.addAll(ofEveryObject);
    found.forEach(named -> add(match(named, withParameters)));
  }

  private static boolean isOfEveryObject(Site.Named named) {
    return EVERY_OBJECT.contains(named.element().getSimpleName().toString());
  }

  private Match match(Site.Named named, Set<String> withParameters) {
    Element element = named.element();
    String name = element.getSimpleName().toString();
    return switch (element.getKind()) {
      case METHOD ->
          new Match(name + brackets(withParameters.contains(name)), "method", signatures.of(named));
      case FIELD, ENUM_CONSTANT ->
          new Match(
              name,
              Site.isOfCell(element) && named.owner() == null ? "variable" : "field",
              signatures.of(named));
      case CLASS, ENUM, INTERFACE, ANNOTATION_TYPE, RECORD, TYPE_PARAMETER ->
          Match.of(name, "class");
      default -> new Match(name, "variable", signatures.of(named));
    };
  }

  private String brackets(boolean withParameters) {
    if (called || site.isReference()) {
      return "";
    }
    return withParameters ? "(" : "()";
  }

  private void addDeclared(Declared declared) {
    String name = declared.name();
    if (declared.snippet() instanceof TypeDeclSnippet) {
      add(Match.of(name, "class"));
    } else if (declared.snippet() instanceof VarSnippet variable && !site.isType()) {
      add(new Match(name, "variable", variable.typeName() + " " + name));
    } else if (declared.snippet() instanceof MethodSnippet method && !site.isType()) {
      boolean withParameters =
          session.named(name).stream()
              .anyMatch(
                  d -> d.snippet() instanceof MethodSnippet m && !m.parameterTypes().isEmpty());
      add(
          new Match(
              name + brackets(withParameters),
              "method",
              name + "(" + method.parameterTypes() + ")"));
    }
  }

  private void addTypes() {
    if (prefix.isEmpty() && !site.isCreation()) {
      return;
    }
    List<String> known = new ArrayList<>();
    List<String> foreign = new ArrayList<>();
    names
        .index()
        .typesStartingWith(prefix)
        .forEach(n -> (names.imports().knows(n) ? known : foreign).add(n));
    known.stream()
        .filter(names::isPublic)
        .limit(MAX_TYPES)
        .forEach(name -> add(new Match(Names.lastName(name), "class", name)));
    if (prefix.length() > 1) {
      foreign.stream()
          .sorted(Comparator.comparing(name -> !name.startsWith("java."))) // Else as they are.
          .filter(names::isPublic)
          .limit(MAX_FOREIGN_TYPES)
          .forEach(name -> add(new Match(name, "class", name)));
    }
  }

  private void addWords() {
    if (!prefix.isEmpty() && !site.isCreation()) {
      Keywords.startingWith(prefix).forEach(this::add);
      addPackages("");
    }
  }

  private void addPackage(String name) {
    addPackages(name);
    names.index().typesIn(name).stream()
        .filter(type -> fits(Names.lastName(type)) && names.isPublic(type))
        .forEach(type -> add(new Match(Names.lastName(type), "class", type)));
  }

  private void addPackages(String parent) {
    names.index().packagesIn(parent).stream()
        .filter(this::fits)
        .forEach(name -> add(Match.of(name + ".", "module")));
  }

  private void addSpecialMembers() {
    if (site.isReference()) {
      addIfFits("new", "keyword");
    } else if (site.ownerType() instanceof ArrayType) {
      addIfFits("length", "field");
      addIfFits("clone()", "method");
    } else if (site.isStatic()) {
      addIfFits("class", "keyword");
    }
  }

  private void addIfFits(String text, String type) {
    if (fits(text)) {
      add(Match.of(text, type));
    }
  }
}

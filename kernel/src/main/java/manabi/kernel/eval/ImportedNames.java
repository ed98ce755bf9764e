package manabi.kernel.eval;

import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which imports make which simple names known. It may name an import too many for a name, never one
 * too few: then a cell would mean something else.
 */
final class ImportedNames {
  private static final Pattern NAME =
      Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");
  private static final String UNICODE_ESCAPE = "\\u";
  private static final String STATIC = "static ";
  private static final String ALL = ".*";

  private final Map<String, Set<String>> importsByName = new HashMap<>();
  private final Set<String> imports = new LinkedHashSet<>();
  private final Set<String> opaque = new LinkedHashSet<>();

  /**
   * Looks at what imports make known.
   *
   * @param imports each as {@code "java.util.*"} or {@code "static java.lang.Math.*"}
   * @param types the types of packages
   * @param loader what loads the classes of static imports
   */
  ImportedNames(Collection<String> imports, PackageTypes types, ClassLoader loader) {
    for (String name : imports) {
      this.imports.add(name);
      Set<String> known = known(name, types, loader);
      if (known.isEmpty()) {
        opaque.add(name);
      }
      known.forEach(
          simple -> importsByName.computeIfAbsent(simple, key -> new LinkedHashSet<>()).add(name));
    }
  }

  private static Set<String> known(String imported, PackageTypes types, ClassLoader loader) {
    if (!imported.endsWith(ALL)) {
      return Set.of(imported.substring(imported.lastIndexOf('.') + 1));
    }
    String holder = imported.substring(0, imported.length() - ALL.length());
    return holder.startsWith(STATIC)
        ? staticMembers(holder.substring(STATIC.length()), loader)
        : types.of(holder);
  }

  private static Set<String> staticMembers(String className, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(className, false, loader);
      Stream<Member> members =
          Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getFields()));
      return Stream.concat(
              members
                  .filter(member -> Modifier.isStatic(member.getModifiers()))
                  .map(Member::getName),
              Arrays.stream(type.getClasses()).map(Class::getSimpleName))
          .collect(Collectors.toSet());
    } catch (ClassNotFoundException | LinkageError e) {
      return Set.of(); // A class that is nested in another, or none.
    }
  }

  /** Returns whether {@code code} has names, without which it needs no import. */
  static boolean hasNames(String code) {
    return code.contains(UNICODE_ESCAPE) || NAME.matcher(code).find();
  }

  /** Returns the imports that some name in {@code code} may need. */
  Set<String> neededBy(String code) {
    if (code.contains(UNICODE_ESCAPE)) {
      return imports;
    }
    Set<String> needed = new LinkedHashSet<>(opaque);
    NAME.matcher(code)
        .results()
        .map(MatchResult::group)
        .forEach(name -> needed.addAll(importsByName.getOrDefault(name, Set.of())));
    return needed;
  }

  /** Returns all imports. */
  List<String> all() {
    return List.copyOf(imports);
  }
}

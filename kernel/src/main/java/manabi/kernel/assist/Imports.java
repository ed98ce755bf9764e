package manabi.kernel.assist;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What import statements make known.
 *
 * @param types the full names of types
 * @param packages the packages all of whose types are known
 * @param statics full names of static members; all of a type's end with {@code .*}
 */
record Imports(Set<String> types, Set<String> packages, List<String> statics) {
  private static final Pattern STATEMENT =
      Pattern.compile(
          "import\\s+(?<static>static\\s+)?(?<name>[\\w$.\\s]+?(?<all>\\.\\s*\\*)?)\\s*(?:;|$)");

  static Imports of(List<String> statements) {
    Set<String> types = new HashSet<>();
    Set<String> packages = new HashSet<>(Set.of("java.lang"));
    Set<String> statics = new HashSet<>();
    for (String statement : statements) {
      Matcher matcher = STATEMENT.matcher(statement);
      if (matcher.find()) {
        String name = matcher.group("name").replaceAll("\\s", "");
        if (matcher.group("static") != null) {
          statics.add(name);
        } else if (matcher.group("all") != null) {
          packages.add(name.substring(0, name.length() - 2));
        } else {
          types.add(name);
        }
      }
    }
    return new Imports(types, packages, statics.stream().sorted().toList());
  }

  /** Returns whether a type can be named without its package. */
  boolean knows(String fullName) {
    return types.contains(fullName)
        || packages.contains(fullName.substring(0, fullName.lastIndexOf('.')));
  }
}

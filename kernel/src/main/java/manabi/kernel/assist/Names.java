package manabi.kernel.assist;

import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import manabi.kernel.assist.Site.Named;
import manabi.kernel.eval.TypeIndex;

/**
 * The names that imports and packages make known at a place.
 *
 * @param index all types there are
 * @param imports what is imported
 * @param site the place
 */
record Names(TypeIndex index, Imports imports, Site site) {

  private Elements elements() {
    return site.reading().task().getElements();
  }

  /** Returns the static members that are imported and whose names fit. */
  Stream<Named> staticMembers(Predicate<String> fits) {
    return imports.statics().stream()
        .filter(name -> name.endsWith(".*") || fits.test(lastName(name)))
        .flatMap(this::staticMembers)
        .filter(named -> fits.test(named.element().getSimpleName().toString()));
  }

  private Stream<Named> staticMembers(String imported) {
    TypeElement owner = elements().getTypeElement(imported.substring(0, imported.lastIndexOf('.')));
    String member = lastName(imported);
    return owner == null
        ? Stream.empty()
        : site.members(owner.asType())
            .filter(named -> named.element().getModifiers().contains(Modifier.STATIC))
            .filter(n -> member.equals("*") || n.element().getSimpleName().contentEquals(member));
  }

  /** Returns what {@code word} means by imports and packages, what is imported first. */
  Stream<Named> meanings(String word) {
    if (site.packageName().isPresent()) {
      return type(site.packageName().get() + "." + word);
    }
    if (!site.isPlain()) {
      return Stream.empty();
    }
    Stream<Named> types =
        index.typesStartingWith(word).stream()
            .filter(type -> lastName(type).equals(word))
            .sorted(Comparator.comparing(type -> !imports.knows(type)))
            .flatMap(this::type);
    return Stream.concat(staticMembers(word::equals), types);
  }

  private Stream<Named> type(String name) {
    TypeElement type = isPublic(name) ? elements().getTypeElement(name) : null;
    return Stream.ofNullable(type).map(element -> new Named(element, null));
  }

  /** Returns whether there is a type of that name that everything may use. */
  boolean isPublic(String type) {
    TypeElement element = elements().getTypeElement(type);
    return element != null && element.getModifiers().contains(Modifier.PUBLIC);
  }

  /** Returns the last part of a full name. */
  static String lastName(String fullName) {
    return fullName.substring(fullName.lastIndexOf('.') + 1);
  }
}

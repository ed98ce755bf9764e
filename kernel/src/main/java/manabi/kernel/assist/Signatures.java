package manabi.kernel.assist;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** How names are declared, as a line of Java without packages. */
final class Signatures {
  private static final Pattern QUALIFIER =
      Pattern.compile("\\b(?:[\\p{Ll}_][\\w]*\\.)+(?=[\\p{Lu}$])|\\b(?:Session|Cell)\\$\\.");

  private final Types types;

  Signatures(Types types) {
    this.types = types;
  }

  /** Returns a type as it is written where all of its names are imported. */
  static String type(TypeMirror type) {
    return QUALIFIER.matcher(type.toString().replace(",", ", ")).replaceAll("");
  }

  /** Returns how {@code named} is declared. */
  String of(Site.Named named) {
    return of(
        named,
        named.element() instanceof ExecutableElement method ? parameterNames(method) : List.of());
  }

  /** Returns how {@code named} is declared, with these names for a method's parameters. */
  String of(Site.Named named, List<String> names) {
    Element element = named.element();
    if (element.getKind() == ElementKind.CONSTRUCTOR) {
      return element.getEnclosingElement().getSimpleName() + parameters(named, names);
    }
    if (element instanceof ExecutableElement) {
      return type(callType(named).getReturnType())
          + " "
          + owner(element)
          + element.getSimpleName()
          + parameters(named, names);
    }
    if (element instanceof TypeElement type) {
      return type(type);
    }
    return type(typeOf(named))
        + " "
        + (named.owner() == null ? "" : owner(element))
        + element.getSimpleName();
  }

  private String parameters(Site.Named named, List<String> names) {
    List<? extends TypeMirror> parameters = callType(named).getParameterTypes();
    boolean varArgs = ((ExecutableElement) named.element()).isVarArgs();
    return IntStream.range(0, parameters.size())
        .mapToObj(
            i -> {
              TypeMirror type = parameters.get(i);
              boolean open = varArgs && i == parameters.size() - 1 && type instanceof ArrayType;
              String text = open ? type(((ArrayType) type).getComponentType()) + "..." : type(type);
              return text + " " + names.get(i);
            })
        .collect(Collectors.joining(", ", "(", ")"));
  }

  static List<String> parameterNames(ExecutableElement method) {
    return method.getParameters().stream()
        .map(parameter -> parameter.getSimpleName().toString())
        .toList();
  }

  private ExecutableType callType(Site.Named named) {
    return typeOf(named) instanceof ExecutableType type
        ? type
        : (ExecutableType) named.element().asType();
  }

  private TypeMirror typeOf(Site.Named named) {
    Element element = named.element();
    boolean isMember = element instanceof ExecutableElement || element instanceof VariableElement;
    return isMember
            && named.owner() instanceof DeclaredType owner
            && owner.getKind() == TypeKind.DECLARED
        ? types.asMemberOf(owner, element)
        : element.asType();
  }

  /** Returns the type that declares a member, with a dot, or nothing for what a cell declares. */
  private static String owner(Element member) {
    return member.getEnclosingElement() instanceof TypeElement owner
            && !List.of(CellUnit.SESSION, CellUnit.CELL).contains(owner.getSimpleName().toString())
        ? owner.getSimpleName() + "."
        : "";
  }

  private static String type(TypeElement type) {
    String kind =
        switch (type.getKind()) {
          case ENUM -> "enum ";
          case INTERFACE -> "interface ";
          case ANNOTATION_TYPE -> "@interface ";
          case RECORD -> "record ";
          default -> "class ";
        };
    String parameters =
        type.getTypeParameters().isEmpty()
            ? ""
            : type.getTypeParameters().stream()
                .map(TypeParameterElement::toString)
                .collect(Collectors.joining(", ", "<", ">"));
    String components =
        type.getRecordComponents().stream()
            .map(component -> type(component.asType()) + " " + component.getSimpleName())
            .collect(Collectors.joining(", ", "(", ")"));
    String name =
        type.getQualifiedName().toString().replaceAll("^cell\\.(?:Session\\$\\.|Cell\\$\\.)*", "");
    return kind + name + parameters + (kind.equals("record ") ? components : "");
  }
}

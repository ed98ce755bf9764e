package manabi.kernel.assist;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Scope;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import manabi.kernel.assist.SourceReader.Reading;

/** The place of {@link CellUnit#CURSOR} in a file that was read: which names can stand there. */
final class Site {
  private static final List<String> OWN_NAMES =
      List.of("this", "super", CellUnit.RUN, CellUnit.CELL, CellUnit.SESSION, CellUnit.CURSOR);

  /**
   * A name that can stand at the cursor.
   *
   * @param element what it names
   * @param owner the type that it is taken from, or null for a name that needs none
   */
  record Named(Element element, TypeMirror owner) {}

  private final Reading reading;
  private final Trees trees;
  private final TreePath path;

  private Site(Reading reading, TreePath path) {
    this.reading = reading;
    this.trees = Trees.instance(reading.task());
    this.path = path;
  }

  /** Returns the cursor's place, or nothing where it is inside of a text or new name. */
  static Optional<Site> of(Reading reading) {
    return CursorFinder.find(reading.units().get(0)).map(found -> new Site(reading, found));
  }

  /** Returns what read the file. */
  Reading reading() {
    return reading;
  }

  /** Returns whether a name stands there that nothing and a dot stand before. */
  boolean isPlain() {
    return path.getLeaf() instanceof IdentifierTree;
  }

  /** Returns whether the name of a method stands there that is not called, after {@code ::}. */
  boolean isReference() {
    return path.getLeaf() instanceof MemberReferenceTree;
  }

  /** Returns whether {@code new} stands before. */
  boolean isCreation() {
    Tree parent = path.getParentPath().getLeaf();
    return parent instanceof NewClassTree creation && creation.getIdentifier() == path.getLeaf();
  }

  /** Returns whether only a type can stand there. */
  boolean isType() {
    Tree parent = path.getParentPath().getLeaf();
    return isCreation()
        || parent instanceof ParameterizedTypeTree
        || parent instanceof ClassTree
        || (parent instanceof VariableTree variable && variable.getType() == path.getLeaf());
  }

  /** Returns whether static members can stand there, after a type and a dot. */
  boolean isStatic() {
    return path.getLeaf() instanceof MemberSelectTree select
        && isType(element(select.getExpression()));
  }

  /** Returns the type of what stands before the dot, or null where there is none. */
  TypeMirror ownerType() {
    return path.getLeaf() instanceof MemberSelectTree select ? type(select.getExpression()) : null;
  }

  /** Returns the package whose members can stand there, or nothing. */
  Optional<String> packageName() {
    return path.getLeaf() instanceof MemberSelectTree select
            && element(select.getExpression()) instanceof PackageElement parent
        ? Optional.of(parent.getQualifiedName().toString())
        : Optional.empty();
  }

  /** Returns the names that can stand there, those of types apart that an import makes known. */
  Stream<Named> names() {
    if (path.getLeaf() instanceof MemberSelectTree) {
      boolean isType = isStatic();
      return members(ownerType())
          .filter(
              named ->
                  named.element().getModifiers().contains(Modifier.STATIC) == isType
                      || (isType && isType(named.element())));
    }
    if (path.getLeaf() instanceof MemberReferenceTree reference) {
      return members(type(reference.getQualifierExpression()))
          .filter(named -> named.element().getKind() == ElementKind.METHOD);
    }
    return Stream.concat(constants(), scope()).map(element -> new Named(element, null));
  }

  /** Returns the constants that can stand behind {@code case}. */
  private Stream<Element> constants() {
    return switchedOn().stream()
        .flatMap(type -> type.getEnclosedElements().stream())
        .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
        .map(Element.class::cast);
  }

  /** Returns the type of what is switched on where the name stands behind {@code case}. */
  private Optional<Element> switchedOn() {
    TreePath parent = path.getParentPath();
    while (parent != null && !(parent.getLeaf() instanceof CaseTree)) {
      parent = parent.getLeaf() instanceof StatementTree ? null : parent.getParentPath();
    }
    if (parent == null
        || !((CaseTree) parent.getLeaf()).getExpressions().contains(path.getLeaf())) {
      return Optional.empty();
    }
    TreePath whole = parent.getParentPath();
    ExpressionTree value =
        whole.getLeaf() instanceof SwitchTree statement
            ? statement.getExpression()
            : ((SwitchExpressionTree) whole.getLeaf()).getExpression();
    return Optional.ofNullable(
        reading.task().getTypes().asElement(trees.getTypeMirror(new TreePath(whole, value))));
  }

  private Element element(Tree expression) {
    return trees.getElement(new TreePath(path, expression));
  }

  private TypeMirror type(Tree expression) {
    return trees.getTypeMirror(new TreePath(path, expression));
  }

  static boolean isType(Element element) {
    return element != null && (element.getKind().isClass() || element.getKind().isInterface());
  }

  /** Returns the members of a type that cells may use. */
  Stream<Named> members(TypeMirror type) {
    if (type instanceof DeclaredType
        && reading.task().getTypes().asElement(type) instanceof TypeElement element) {
      return reading.task().getElements().getAllMembers(element).stream()
          .filter(Site::isUsable)
          .map(member -> new Named(member, type));
    }
    if (type instanceof TypeVariable variable) {
      return members(variable.getUpperBound());
    }
    if (type instanceof IntersectionType intersection) {
      return intersection.getBounds().stream().flatMap(this::members);
    }
    if (type instanceof ArrayType) {
      TypeElement object = reading.task().getElements().getTypeElement("java.lang.Object");
      return members(object.asType());
    }
    return Stream.empty();
  }

  private static boolean isUsable(Element element) {
    boolean named =
        element.getKind() != ElementKind.CONSTRUCTOR
            && element.getKind() != ElementKind.STATIC_INIT
            && element.getKind() != ElementKind.INSTANCE_INIT
            && !OWN_NAMES.contains(element.getSimpleName().toString());
    return named && isVisible(element);
  }

  /** Returns whether a cell may use a member. */
  static boolean isVisible(Element element) {
    return element.getModifiers().contains(Modifier.PUBLIC) || isOfCell(element);
  }

  /** Returns whether a cell declares it. */
  static boolean isOfCell(Element element) {
    Element outermost = element;
    while (outermost.getEnclosingElement() != null
        && outermost.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
      outermost = outermost.getEnclosingElement();
    }
    return outermost.getSimpleName().contentEquals(CellUnit.SESSION);
  }

  /** Returns the name of what declares an element, or a member of it, in a cell. */
  static String declaredBy(Element element) {
    Element outermost = element;
    while (Site.isType(outermost.getEnclosingElement())
        && !outermost.getEnclosingElement().getSimpleName().contentEquals(CellUnit.SESSION)) {
      outermost = outermost.getEnclosingElement();
    }
    return outermost.getSimpleName().toString();
  }

  private Stream<Element> scope() {
    List<Element> names = new ArrayList<>();
    TypeElement inside = null;
    for (Scope scope = trees.getScope(path);
        scope != null && scope.getEnclosingClass() != null;
        scope = scope.getEnclosingScope()) {
      if (inside != null && inside != scope.getEnclosingClass()) {
        addMembers(inside, names);
      }
      inside = scope.getEnclosingClass();
      scope.getLocalElements().forEach(names::add);
    }
    if (inside != null) {
      addMembers(inside, names);
    }
    return names.stream().filter(name -> !OWN_NAMES.contains(name.getSimpleName().toString()));
  }

  /**
   * Adds what can be named inside of a class, which need not be public where a cell declares it.
   */
  private void addMembers(TypeElement type, List<Element> names) {
    boolean isFrame =
        type.getSimpleName().contentEquals(CellUnit.CELL)
            || type.getSimpleName().contentEquals(CellUnit.SESSION);
    if (isFrame) {
      type.getEnclosedElements().stream().filter(Site::isUsable).forEach(names::add);
    } else {
      members(type.asType()).map(Named::element).forEach(names::add);
    }
  }
}

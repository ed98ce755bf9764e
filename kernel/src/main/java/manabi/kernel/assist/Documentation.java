package manabi.kernel.assist;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Finds what sources say about names. */
final class Documentation {
  private static final int KEPT = 500;

  /**
   * What a source says.
   *
   * @param parameters the names of a method's parameters
   * @param comment the documentation comment by format, empty where there is none
   */
  record Source(List<String> parameters, Map<Format, String> comment) {}

  private final SourceReader reader;
  private final Sources sources;
  private final Map<String, Optional<Source>> known = new RecentlyUsed<>(KEPT);

  Documentation(SourceReader reader, Sources sources) {
    this.reader = reader;
    this.sources = sources;
  }

  /** Returns what the source of a class that was compiled says about a name. */
  Optional<Source> of(Element element, Elements elements) {
    String key = describe(element);
    Optional<Source> cached = known.get(key);
    if (cached == null) {
      cached =
          source(outermost(element), elements).flatMap(text -> find(text, path(element), element));
      known.put(key, cached);
    }
    return cached;
  }

  /** Returns what the source of a declaration in a cell says about it or about its member. */
  Optional<Source> ofCell(String declaration, Element element) {
    String source = "class " + CellUnit.SESSION + " {" + declaration + "\n}";
    return find(source, path(element), element);
  }

  private Optional<String> source(TypeElement type, Elements elements) {
    String name = type.getQualifiedName().toString();
    String module = elements.getModuleOf(type).getQualifiedName().toString();
    return module.isEmpty()
        ? reader.jarOf(name).flatMap(jar -> sources.ofJar(jar, name))
        : sources.ofJdk(module, name);
  }

  private static TypeElement outermost(Element element) {
    Element outermost = element;
    while (outermost.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
      outermost = outermost.getEnclosingElement();
    }
    return (TypeElement) outermost;
  }

  private static String describe(Element element) {
    return element.getEnclosingElement() + "." + element;
  }

  /** Returns the simple names from the outermost class to {@code element}. */
  private static String path(Element element) {
    String name = element.getSimpleName().toString();
    return element.getEnclosingElement().getKind() == ElementKind.PACKAGE
        ? name
        : path(element.getEnclosingElement()) + "." + name;
  }

  private Optional<Source> find(String text, String path, Element element) {
    return reader.parse(
        List.of(text),
        reading -> {
          DocTrees trees = DocTrees.instance(reading.task());
          Finder finder = new Finder(path, element);
          finder.scan(reading.units().get(0), "");
          return Optional.ofNullable(finder.found).map(found -> read(found, trees));
        });
  }

  private static Source read(TreePath found, DocTrees trees) {
    List<String> parameters =
        found.getLeaf() instanceof MethodTree method
            ? method.getParameters().stream().map(p -> p.getName().toString()).toList()
            : List.of();
    Map<Format, String> comment = new EnumMap<>(Format.class);
    DocCommentTree tree = trees.getDocCommentTree(found);
    if (tree != null) {
      for (Format format : Format.values()) {
        comment.put(format, DocText.of(tree, trees, format));
      }
    }
    return new Source(parameters, comment);
  }

  private static final class Finder extends TreePathScanner<Void, String> {
    private final String wanted;
    private final Element element;
    private TreePath found;

    Finder(String wanted, Element element) {
      this.wanted = wanted;
      this.element = element;
    }

    @Override
    public Void visitClass(ClassTree tree, String outer) {
      String path =
          outer.isEmpty() ? tree.getSimpleName().toString() : outer + "." + tree.getSimpleName();
      note(path);
      return wanted.startsWith(path + ".") ? super.visitClass(tree, path) : null;
    }

    @Override
    public Void visitMethod(MethodTree tree, String outer) {
      if (types(tree).equals(types(element))) {
        note(outer + "." + tree.getName());
      }
      return null;
    }

    @Override
    public Void visitVariable(VariableTree tree, String outer) {
      note(outer + "." + tree.getName());
      return null;
    }

    private void note(String path) {
      if (path.equals(wanted) && found == null) {
        found = getCurrentPath();
      }
    }

    private static String types(MethodTree method) {
      return method.getParameters().stream()
          .map(parameter -> simple(String.valueOf(parameter.getType())))
          .collect(Collectors.joining(","));
    }

    private static String types(Element element) {
      return element instanceof ExecutableElement method
          ? method.getParameters().stream()
              .map(parameter -> simple(parameter.asType().toString()))
              .collect(Collectors.joining(","))
          : "";
    }

    /** Returns the name of a type without packages, outer types, type arguments, annotations. */
    private static String simple(String type) {
      String plain = type.replaceAll("@[\\w.]+\\s*", "").replace("...", "[]");
      int brackets = plain.length() - plain.replaceAll("(?:\\[\\])+$", "").length();
      String name = plain.substring(0, plain.length() - brackets).replaceFirst("<.*", "");
      return name.substring(name.lastIndexOf('.') + 1) + plain.substring(plain.length() - brackets);
    }
  }
}

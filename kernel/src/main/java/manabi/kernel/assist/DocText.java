package manabi.kernel.assist;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.ErroneousTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A documentation comment as text in one format. */
final class DocText extends SimpleDocTreeVisitor<Void, Void> {
  private final StringBuilder text = new StringBuilder();
  private final DocTrees trees;
  private final Format format;
  private int preformatted;

  private DocText(DocTrees trees, Format format) {
    this.trees = trees;
    this.format = format;
  }

  /** Returns {@code comment} in {@code format}. */
  static String of(DocCommentTree comment, DocTrees trees, Format format) {
    DocText writer = new DocText(trees, format);
    writer.visit(comment.getFullBody(), null);
    comment.getBlockTags().forEach(tag -> tag.accept(writer, null));
    return format.tidy(writer.text.toString());
  }

  @Override
  public Void visitText(TextTree tree, Void unused) {
    write(tree.getBody());
    return null;
  }

  /** Writes what is no correct HTML as it is. */
  @Override
  public Void visitErroneous(ErroneousTree tree, Void unused) {
    write(tree.getBody());
    return null;
  }

  private void write(String body) {
    String flowing = body.replaceAll("\\s+", " ");
    boolean beginsLine = text.length() == 0 || text.charAt(text.length() - 1) == '\n';
    String line = beginsLine ? flowing.stripLeading() : flowing;
    text.append(format.text(preformatted > 0 ? asWritten(body) : line));
  }

  /** Takes away the space between a comment's asterisks and its text, as Java 23 does itself. */
  private static String asWritten(String body) {
    return Runtime.version().feature() < 23 ? body.replace("\n ", "\n") : body;
  }

  /** Writes what this class does not know, as the Markdown of later versions of Java. */
  @Override
  protected Void defaultAction(DocTree tree, Void unused) {
    if (tree.getKind().name().equals("MARKDOWN")) {
      text.append(format == Format.HTML ? format.text(tree.toString()) : tree.toString());
    }
    return null;
  }

  @Override
  public Void visitEntity(EntityTree tree, Void unused) {
    String characters = trees.getCharacters(tree);
    write(characters == null ? tree.toString() : characters);
    return null;
  }

  @Override
  public Void visitLiteral(LiteralTree tree, Void unused) {
    String body = tree.getBody().getBody().strip();
    boolean isCode = tree.getKind() == DocTree.Kind.CODE && preformatted == 0;
    text.append(isCode ? format.code(body) : format.text(body));
    return null;
  }

  @Override
  public Void visitLink(LinkTree tree, Void unused) {
    String label = tree.getLabel().stream().map(Object::toString).collect(Collectors.joining());
    String target = tree.getReference().getSignature().replaceFirst("^#", "").replace('#', '.');
    text.append(format.code(label.isEmpty() ? target : label));
    return null;
  }

  @Override
  public Void visitStartElement(StartElementTree tree, Void unused) {
    String name = tree.getName().toString().toLowerCase(Locale.ROOT);
    preformatted += name.equals("pre") ? 1 : 0;
    text.append(format.start(name));
    return null;
  }

  @Override
  public Void visitEndElement(EndElementTree tree, Void unused) {
    String name = tree.getName().toString().toLowerCase(Locale.ROOT);
    preformatted -= name.equals("pre") && preformatted > 0 ? 1 : 0;
    text.append(format.end(name));
    return null;
  }

  @Override
  public Void visitParam(ParamTree tree, Void unused) {
    String name = tree.getName().toString();
    return tag(
        format.code(tree.isTypeParameter() ? "<" + name + ">" : name), tree.getDescription());
  }

  @Override
  public Void visitReturn(ReturnTree tree, Void unused) {
    return tag(format.strong("Returns"), tree.getDescription());
  }

  @Override
  public Void visitThrows(ThrowsTree tree, Void unused) {
    String name = tree.getExceptionName().getSignature();
    return tag(format.strong("Throws") + " " + format.code(name), tree.getDescription());
  }

  private Void tag(String head, List<? extends DocTree> description) {
    text.append(format.start("p")).append(head).append(format.text(": "));
    return visit(description, null);
  }
}

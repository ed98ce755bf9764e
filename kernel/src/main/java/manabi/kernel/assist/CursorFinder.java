package manabi.kernel.assist;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.Optional;

/** Finds {@link CellUnit#CURSOR} in a file. */
final class CursorFinder extends TreePathScanner<Void, Void> {
  private TreePath found;

  private CursorFinder() {}

  /** Returns the path to the cursor's name, or nothing where it names nothing that exists. */
  static Optional<TreePath> find(CompilationUnitTree unit) {
    CursorFinder finder = new CursorFinder();
    finder.scan(unit, null);
    return Optional.ofNullable(finder.found);
  }

  private Void found(boolean here) {
    if (here) {
      found = getCurrentPath();
    }
    return null;
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void unused) {
    return found(tree.getName().contentEquals(CellUnit.CURSOR));
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
    boolean here = tree.getIdentifier().contentEquals(CellUnit.CURSOR);
    return here ? found(true) : super.visitMemberSelect(tree, null);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
    boolean here = tree.getName().contentEquals(CellUnit.CURSOR);
    return here ? found(true) : super.visitMemberReference(tree, null);
  }

  @Override
  public Void visitErroneous(ErroneousTree tree, Void unused) {
    return scan(tree.getErrorTrees(), null);
  }
}

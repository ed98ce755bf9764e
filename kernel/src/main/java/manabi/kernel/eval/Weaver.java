package manabi.kernel.eval;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Prepares the classes of cells: every method and every turn of a loop asks {@link CellGuard}
 * whether the cell is to end, and what would end the JVM becomes an error.
 */
final class Weaver {
  private static final String GUARD = CellGuard.class.getName().replace('.', '/');

  private static final String RUNTIME = "java/lang/Runtime";

  private Weaver() {}

  /** Returns the woven class file. */
  static byte[] weave(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    // The checks leave stack and locals as they are, so the frames stay valid.
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new GuardedClass(writer), 0);
    return writer.toByteArray();
  }

  private static final class GuardedClass extends ClassVisitor {
    GuardedClass(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new GuardedMethod(super.visitMethod(access, name, descriptor, signature, exceptions));
    }
  }

  private static final class GuardedMethod extends MethodVisitor {
    // Labels that have been passed: a jump to one of them is the turn of a loop.
    private final Set<Label> passed = new HashSet<>();

    GuardedMethod(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      check();
    }

    @Override
    public void visitLabel(Label label) {
      super.visitLabel(label);
      passed.add(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      if (passed.contains(label)) {
        check();
      }
      super.visitJumpInsn(opcode, label);
    }

    private void check() {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, GUARD, "check", "()V", false);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (endsJvm(owner, name)) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, GUARD, "exit", exitOf(owner), false);
      } else {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      Object[] guarded = Arrays.stream(arguments).map(GuardedMethod::guarded).toArray();
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, guarded);
    }

    /** Returns what stands for an argument: a reference to a method may be one, System::exit. */
    private static Object guarded(Object argument) {
      return argument instanceof Handle method && endsJvm(method.getOwner(), method.getName())
          ? new Handle(Opcodes.H_INVOKESTATIC, GUARD, "exit", exitOf(method.getOwner()), false)
          : argument;
    }

    private static boolean endsJvm(String owner, String name) {
      boolean ends = name.equals("exit") || name.equals("halt");
      return ends && (owner.equals("java/lang/System") || owner.equals(RUNTIME));
    }

    /** Returns the parameters of the method that stands for one of {@code owner}. */
    private static String exitOf(String owner) {
      return owner.equals(RUNTIME) ? "(L" + RUNTIME + ";I)V" : "(I)V";
    }
  }
}

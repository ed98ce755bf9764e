package manabi.kernel.eval;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Turns {@code System.exit} in the code of cells into an error, so that the kernel stays alive. */
public final class ExitGuard {
  private static final String GUARD = ExitGuard.class.getName().replace('.', '/');

  private ExitGuard() {}

  /** Stands for {@link System#exit} in cells: throws {@link CellExit}. */
  @SuppressWarnings("DoNotCallSuggester") // Woven into cells.
  public static void exit(int status) {
    throw new CellExit(status);
  }

  /** Stands for {@link Runtime#exit} and {@link Runtime#halt}: throws {@link CellExit}. */
  @SuppressWarnings("DoNotCallSuggester") // Woven into cells.
  public static void exit(Runtime runtime, int status) {
    throw new CellExit(status);
  }

  /** Returns {@code classFile} with every call that would end the JVM turned to this class. */
  static byte[] weave(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return guarded(super.visitMethod(access, name, descriptor, signature, exceptions));
          }
        },
        0);
    return writer.toByteArray();
  }

  private static MethodVisitor guarded(MethodVisitor body) {
    return new MethodVisitor(Opcodes.ASM9, body) {
      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (owner.equals("java/lang/System") && name.equals("exit")) {
          super.visitMethodInsn(Opcodes.INVOKESTATIC, GUARD, "exit", "(I)V", false);
        } else if (owner.equals("java/lang/Runtime")
            && (name.equals("exit") || name.equals("halt"))) {
          super.visitMethodInsn(
              Opcodes.INVOKESTATIC, GUARD, "exit", "(Ljava/lang/Runtime;I)V", false);
        } else {
          super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }
      }
    };
  }
}

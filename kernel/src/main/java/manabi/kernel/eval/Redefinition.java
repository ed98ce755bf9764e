package manabi.kernel.eval;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.HashSet;
import java.util.Set;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.NotImplementedException;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/** Gives loaded classes new method bodies, so that variables and instances live on. */
final class Redefinition {
  private final CellClassLoader loader;

  Redefinition(CellClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Changes all of the classes or none.
   *
   * @throws NotImplementedException if this JVM cannot, as with other fields or method signatures;
   *     JShell replaces the classes then
   */
  void apply(ClassBytecodes[] classes) throws NotImplementedException {
    ClassDefinition[] definitions = new ClassDefinition[classes.length];
    try {
      for (int i = 0; i < classes.length; i++) {
        definitions[i] = definition(classes[i]);
      }
      instrumentation().redefineClasses(definitions);
    } catch (ClassNotFoundException
        | UnmodifiableClassException
        | UnsupportedOperationException
        | LinkageError e) {
      throw new NotImplementedException(e.toString());
    }
  }

  private static Instrumentation instrumentation() throws NotImplementedException {
    return RedefinitionAgent.instrumentation()
        .orElseThrow(() -> new NotImplementedException("this JVM changes no loaded classes"));
  }

  private ClassDefinition definition(ClassBytecodes type)
      throws ClassNotFoundException, NotImplementedException {
    byte[] before = loader.compiled().get(type.name());
    if (!fields(before).equals(fields(type.bytecodes()))) {
      throw new NotImplementedException("fields have changed");
    }
    if (!loader.isUsed(type.name())) {
      // The JVM throws away compiled code when it changes a class; a new one costs nothing.
      throw new NotImplementedException("nothing would notice a new class");
    }
    return new ClassDefinition(loader.loadClass(type.name()), Weaver.weave(type.bytecodes()));
  }

  /**
   * Returns the fields with their generic types: the JVM does not mind if those change, but a
   * {@code List<A>} must not keep instances of an {@code A} that has been replaced.
   */
  private static Set<String> fields(byte[] classFile) {
    Set<String> fields = new HashSet<>();
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public FieldVisitor visitField(
                  int access, String name, String type, String genericType, Object value) {
                fields.add(name + " " + type + " " + genericType);
                return null;
              }
            },
            ClassReader.SKIP_CODE);
    return fields;
  }
}

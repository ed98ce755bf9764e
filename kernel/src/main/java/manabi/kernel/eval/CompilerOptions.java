package manabi.kernel.eval;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** How cells are compiled. */
final class CompilerOptions {
  /** Names options for the compiler, with spaces between them. */
  static final String VARIABLE = "MANABI_COMPILER_OPTIONS";

  private static final int PREVIEW_MINOR_VERSION = 0xFFFF_0000;
  private static final int VERSION_OF_JAVA_0 = Opcodes.V1_8 - 8;

  private CompilerOptions() {}

  /** Returns the options that let cells use what this JVM has, and those that {@code own} names. */
  static List<String> forThisJvm(String own) {
    List<String> options = new ArrayList<>(List.of("-parameters", "-proc:none"));
    options.addAll(VectorModule.compilerOptions());
    int version = Runtime.version().feature();
    if (allowsPreview(version)) {
      options.addAll(List.of("--enable-preview", "-source", String.valueOf(version)));
    }
    if (!own.isBlank()) {
      options.addAll(List.of(own.strip().split("\\s+", -1)));
    }
    return List.copyOf(options);
  }

  /** Returns whether this JVM was started with {@code --enable-preview}: it loads such classes. */
  private static boolean allowsPreview(int version) {
    ClassWriter writer = new ClassWriter(0);
    int classFileVersion = PREVIEW_MINOR_VERSION | (VERSION_OF_JAVA_0 + version);
    writer.visit(classFileVersion, Opcodes.ACC_PUBLIC, "Preview", null, "java/lang/Object", null);
    byte[] classFile = writer.toByteArray();
    try {
      new ClassLoader("preview", null) {
        void define() {
          defineClass("Preview", classFile, 0, classFile.length);
        }
      }.define();
      return true;
    } catch (UnsupportedClassVersionError e) {
      return false;
    }
  }
}

package manabi.kernel.install;

import java.util.ArrayList;
import java.util.List;

/** The options that a kernel's JVM is started with. */
final class JvmOptions {
  private static final String COLLECTOR = "-XX:+UseSerialGC";

  private static final List<String> STANDARD =
      List.of(
          // What another Java at the same path makes of the options and of the archive must not
          // keep the kernel from starting, nor be told at every start.
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-Xlog:disable",
          COLLECTOR,
          // Neither short-lived data of the compiler nor classes cause full collections while the
          // kernel starts, and afterwards the heap may be smaller.
          "-XX:InitialHeapSize=64m",
          "-XX:MinHeapSize=24m",
          "-XX:MetaspaceSize=80m",
          // What the warm-up leaves is given back at once, not at the fourth full collection.
          "-XX:-ShrinkHeapInSteps",
          // C2 leaves the CPU to the first cells; loops that count reach it as soon as ever.
          "-XX:Tier4InvocationThreshold=15000",
          "-XX:Tier4MinInvocationThreshold=3000",
          "-XX:Tier4CompileThreshold=30000",
          // A damaged archive is left out, where it would crash the JVM.
          "-XX:+VerifySharedSpaces",
          // The archive is mapped where it wants to be: else all its pages are copied to be moved.
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:ArchiveRelocationMode=0",
          // The kernel redefines classes of cells in place.
          "-XX:+EnableDynamicAgentLoading",
          "-Djdk.attach.allowAttachSelf=true",
          // The module with vector instructions is loaded when it is asked for: named here, it
          // would keep Java from taking what it knows of all others from the archive.
          "--add-exports",
          "java.base/jdk.internal.module=ALL-UNNAMED",
          "--enable-native-access=ALL-UNNAMED",
          // What the compiler has read is kept from one cell to the next.
          "--add-exports",
          "jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED",
          "--add-exports",
          "jdk.compiler/com.sun.tools.javac.code=ALL-UNNAMED",
          "-Djava.awt.headless=true");

  private JvmOptions() {}

  /** Returns the standard options and then the user's own, which win where both say something. */
  static List<String> with(List<String> own) {
    List<String> options = new ArrayList<>(STANDARD);
    if (own.stream().anyMatch(option -> option.matches("-XX:\\+Use\\w+GC"))) {
      options.remove(COLLECTOR); // A JVM refuses to start with two.
    }
    options.addAll(own);
    return List.copyOf(options);
  }
}

package manabi.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** Gives memory that is free back to the system, which the JVM by itself does late or never. */
final class FreeMemory {
  private static final String LEAST = "MinHeapFreeRatio";
  private static final String MOST = "MaxHeapFreeRatio";
  private static final String LEAST_PERCENT = "10";
  private static final String MOST_PERCENT = "20";

  private FreeMemory() {}

  /**
   * Collects garbage and makes the heap small this once; it grows again as it is needed. What the
   * JVM's own compilers had, the C library keeps for them: it gives that back too.
   *
   * @throws IllegalArgumentException if this JVM cannot
   */
  static void giveBack() {
    shrinkHeap();
    command("systemTrimNativeHeap");
  }

  private static void shrinkHeap() {
    var jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    String least = jvm.getVMOption(LEAST).getValue();
    String most = jvm.getVMOption(MOST).getValue();
    try {
      jvm.setVMOption(LEAST, LEAST_PERCENT);
      jvm.setVMOption(MOST, MOST_PERCENT);
      System.gc();
    } finally {
      jvm.setVMOption(MOST, most);
      jvm.setVMOption(LEAST, least);
    }
  }

  /** Has the JVM run a command of {@code jcmd}, here by its name in management. */
  private static void command(String name) {
    try {
      var unused =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  name,
                  new Object[0],
                  new String[0]);
    } catch (JMException e) {
      throw new IllegalArgumentException("this JVM has no command " + name, e);
    }
  }
}

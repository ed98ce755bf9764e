package manabi.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/** Gives memory that is free back to the system, which the JVM by itself does late or never. */
final class FreeMemory {
  private static final String LEAST = "MinHeapFreeRatio";
  private static final String MOST = "MaxHeapFreeRatio";
  private static final String LEAST_PERCENT = "10";
  private static final String MOST_PERCENT = "20";

  private FreeMemory() {}

  /**
   * Collects garbage and makes the heap small this once; it grows again as it is needed.
   *
   * @throws IllegalArgumentException if this JVM cannot
   */
  static void giveBack() {
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
}

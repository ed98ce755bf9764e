package manabi.kernel.magic;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code %memory}: prints what the kernel's process needs. */
final class MemoryMagic implements LineMagic {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern RESIDENT =
      Pattern.compile("(?m)^(?:VmRSS:)?\\s*(\\d+)(?: kB)?\\s*$");

  private final PrintStream out;

  MemoryMagic(PrintStream out) {
    this.out = out;
  }

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public MagicHelp help() {
    return new MagicHelp(
        "%memory",
        """
        Prints how much memory the kernel needs, after a garbage collection. The heap has the
        objects; beside it are loaded classes, compiled code and direct buffers; the process has
        all of that. -Xmx in kernel.json changes the heap's limit.""",
        "%memory");
  }

  @Override
  public MagicResult run(MagicLine line) throws IOException, InterruptedException {
    System.gc();
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    MemoryUsage heap = memory.getHeapMemoryUsage();
    MemoryUsage rest = memory.getNonHeapMemoryUsage();
    out.println("MB                 used  committed    limit");
    row("heap", heap.getUsed(), heap.getCommitted(), heap.getMax());
    row("classes and code", rest.getUsed(), rest.getCommitted(), rest.getMax());
    for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
      if (pool.getName().equals("direct")) {
        row("direct buffers", pool.getMemoryUsed(), pool.getTotalCapacity(), -1);
      }
    }
    OptionalLong resident = residentKilobytes();
    if (resident.isPresent()) {
      row("process", resident.getAsLong() * 1024, -1, -1);
    }
    return MagicResult.nothing();
  }

  private void row(String name, long used, long committed, long limit) {
    out.printf("%-16s%7s%11s%9s%n", name, megabytes(used), megabytes(committed), megabytes(limit));
  }

  private static String megabytes(long bytes) {
    return bytes < 0 ? "–" : String.format(Locale.ROOT, "%.1f", bytes / 1048576.0);
  }

  /** Returns the process' resident memory where the system says it: Linux, macOS and the BSDs. */
  private static OptionalLong residentKilobytes() throws IOException, InterruptedException {
    if (Files.isReadable(STATUS)) {
      return number(Files.readString(STATUS));
    }
    if (!Files.isExecutable(Path.of("/bin/ps"))) {
      return OptionalLong.empty();
    }
    String pid = String.valueOf(ProcessHandle.current().pid());
    Process ps = new ProcessBuilder("/bin/ps", "-o", "rss=", "-p", pid).start();
    String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    ps.waitFor();
    return number(answer);
  }

  private static OptionalLong number(String text) {
    Matcher resident = RESIDENT.matcher(text);
    return resident.find()
        ? OptionalLong.of(Long.parseLong(resident.group(1)))
        : OptionalLong.empty();
  }
}

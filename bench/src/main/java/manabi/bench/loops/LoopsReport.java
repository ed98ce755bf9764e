package manabi.bench.loops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import manabi.tensor.Engine;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the loops, in JVMs with this one's options, and writes a table. */
final class LoopsReport {

  private LoopsReport() {}

  /**
   * Measures.
   *
   * @param arguments the folder for loops.txt and loops.json, and seconds for each loop
   */
  public static void main(String[] arguments) throws IOException, RunnerException {
    Path folder = Path.of(arguments[0]);
    int seconds = Integer.parseInt(arguments[1]);
    var options =
        new OptionsBuilder()
            .include("manabi.bench.loops.*")
            .mode(Mode.Throughput)
            .timeUnit(TimeUnit.NANOSECONDS)
            .forks(1)
            .warmupIterations(seconds)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(seconds)
            .measurementTime(TimeValue.seconds(1))
            .verbosity(VerboseMode.SILENT)
            .resultFormat(ResultFormatType.JSON)
            .result(folder.resolve("loops.json").toString())
            .build();
    String text = table(new Runner(options).run());
    System.out.print(text);
    Files.writeString(folder.resolve("loops.txt"), text);
  }

  private static String table(Collection<RunResult> results) {
    double peak =
        results.stream()
            .filter(result -> name(result).startsWith("Peak"))
            .mapToDouble(result -> result.getPrimaryResult().getScore())
            .findFirst()
            .orElseThrow();
    StringBuilder text = new StringBuilder();
    text.append("%-48s %22s %9s%n".formatted("", "operations/ns", "of peak"));
    for (RunResult result : results) {
      text.append(row(result, peak));
    }
    return text.append("%n%s%n".formatted(Engine.describe())).toString();
  }

  private static String row(RunResult result, double peak) {
    Result<?> score = result.getPrimaryResult();
    double least = score.getStatistics().getMin();
    double most = score.getStatistics().getMax();
    String spread = String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", score.getScore(), least, most);
    boolean products = !name(result).startsWith("NumberByNumber");
    String share = products ? "%.0f %%".formatted(100 * score.getScore() / peak) : "";
    return "%-48s %22s %9s%n".formatted(name(result), spread, share);
  }

  /** Returns "Products.product32x64x64". */
  private static String name(RunResult result) {
    String name = result.getParams().getBenchmark();
    return name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
  }
}

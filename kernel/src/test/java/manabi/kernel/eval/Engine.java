package manabi.kernel.eval;

import java.util.List;
import java.util.Optional;

/** An engine for tests, with what its cells answer in plain words. */
final class Engine implements AutoCloseable {
  private final JavaEngine engine;

  Engine() {
    this("java.util.*", "java.util.stream.*");
  }

  Engine(String... imports) {
    engine = new JavaEngine(List.of(imports));
  }

  JavaEngine engine() {
    return engine;
  }

  /** Runs a cell without a value. */
  void run(String code) throws CellFailure {
    Optional<CellValue> unused = engine.evaluate(code, 1);
  }

  Object value(String code) throws CellFailure {
    return engine.evaluate(code, 1).map(CellValue::object).orElseThrow();
  }

  /** Runs cell 7 and returns how it fails. */
  CellFailure failure(String code) {
    try {
      Optional<CellValue> value = engine.evaluate(code, 7);
      throw new AssertionError("no failure, value " + value);
    } catch (CellFailure e) {
      return e;
    }
  }

  /** Returns the traceback without colours. */
  static List<String> lines(CellFailure failure) {
    return failure.traceback().stream().map(line -> line.replaceAll("\u001b\\[\\d+m", "")).toList();
  }

  @Override
  public void close() {
    engine.close();
  }
}

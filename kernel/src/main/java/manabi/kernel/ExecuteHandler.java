package manabi.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import manabi.kernel.display.MimeBundle;
import manabi.kernel.eval.CellFailure;
import manabi.kernel.output.BundleJson;
import manabi.kernel.output.CurrentRequest;
import manabi.kernel.output.OutputBatcher;
import manabi.kernel.protocol.CellEnvironment;
import manabi.kernel.protocol.Request;
import manabi.kernel.protocol.RequestHandler;

/** Runs cells, with every option that the protocol has for that. */
final class ExecuteHandler implements RequestHandler {
  private final JavaKernel kernel;
  private final AtomicInteger count;
  private final History history;
  private final OutputBatcher output;

  ExecuteHandler(JavaKernel kernel, AtomicInteger count, History history, OutputBatcher output) {
    this.kernel = kernel;
    this.count = count;
    this.history = history;
    this.output = output;
  }

  @Override
  public void handle(CellEnvironment environment, Request request) {
    boolean silent = request.flag("silent", false);
    String code = request.text("code", "");
    boolean stored = request.flag("store_history", !silent) && !silent && !code.isBlank();
    int number = stored ? count.getAndIncrement() : count.get();
    CurrentRequest.set(request);
    if (!silent) {
      environment.publish("execute_input", input(code, number));
    }
    if (stored) {
      history.add(number, code);
    }
    JsonObject reply = run(environment, request, code, number, silent);
    // A cell that is not stored leaves the counter where it is.
    reply.addProperty("execution_count", stored ? number : number - 1);
    environment.reply(reply);
  }

  private JsonObject run(
      CellEnvironment environment, Request request, String code, int number, boolean silent) {
    try {
      Optional<MimeBundle> value = runSafely(environment, code, number);
      output.flush();
      if (!silent) {
        value.ifPresent(bundle -> environment.publish("execute_result", result(bundle, number)));
      }
      JsonObject reply = status("ok");
      JsonObject asked = request.object("user_expressions");
      reply.add("user_expressions", expressions(environment, asked, number));
      reply.add("payload", new JsonArray());
      return reply;
    } catch (CellFailure failure) {
      output.flush();
      environment.publish("error", error(failure));
      if (request.flag("stop_on_error", true) && !silent) {
        environment.abortQueued();
      }
      JsonObject reply = error(failure);
      reply.addProperty("status", "error");
      return reply;
    }
  }

  /** Runs a cell; what goes wrong in the compiler or the kernel is a failure of the cell too. */
  private Optional<MimeBundle> runSafely(CellEnvironment environment, String code, int number)
      throws CellFailure {
    try {
      return kernel.run(environment, code, number);
    } catch (RuntimeException | InterruptedException | Error e) {
      List<String> traceback = List.of("the kernel could not run this cell: " + e);
      throw new CellFailure(e.getClass().getName(), String.valueOf(e.getMessage()), traceback);
    }
  }

  private static JsonObject status(String status) {
    JsonObject reply = new JsonObject();
    reply.addProperty("status", status);
    return reply;
  }

  private static JsonObject input(String code, int number) {
    JsonObject content = new JsonObject();
    content.addProperty("code", code);
    content.addProperty("execution_count", number);
    return content;
  }

  private static JsonObject result(MimeBundle bundle, int number) {
    JsonObject content = BundleJson.content(bundle);
    content.addProperty("execution_count", number);
    return content;
  }

  private JsonObject expressions(CellEnvironment environment, JsonObject asked, int number) {
    JsonObject values = new JsonObject();
    for (Map.Entry<String, JsonElement> expression : asked.entrySet()) {
      values.add(expression.getKey(), expression(environment, expression.getValue(), number));
    }
    return values;
  }

  private JsonObject expression(CellEnvironment environment, JsonElement code, int number) {
    try {
      String source = code instanceof JsonPrimitive text ? text.getAsString() : "";
      MimeBundle value =
          runSafely(environment, source, number)
              .orElseThrow(() -> new CellFailure("NoValue", "no value", List.of("no value")));
      JsonObject content = BundleJson.content(value);
      content.addProperty("status", "ok");
      return content;
    } catch (CellFailure failure) {
      JsonObject content = error(failure);
      content.addProperty("status", "error");
      return content;
    }
  }

  private static JsonObject error(CellFailure failure) {
    JsonObject content = new JsonObject();
    content.addProperty("ename", failure.name());
    content.addProperty("evalue", failure.getMessage());
    JsonArray traceback = new JsonArray();
    failure.traceback().forEach(traceback::add);
    content.add("traceback", traceback);
    return content;
  }
}

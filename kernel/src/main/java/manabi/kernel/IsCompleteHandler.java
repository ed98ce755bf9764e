package manabi.kernel;

import com.google.gson.JsonObject;
import java.util.Locale;
import manabi.kernel.assist.Assistant;
import manabi.kernel.assist.Assistant.Completion;
import manabi.kernel.protocol.CellEnvironment;
import manabi.kernel.protocol.Request;
import manabi.kernel.protocol.RequestHandler;

/** Says whether a cell can run as it is. */
record IsCompleteHandler(JavaKernel kernel) implements RequestHandler {
  @Override
  public void handle(CellEnvironment environment, Request request) {
    Assistant assistant = kernel.assistant();
    String code = request.text("code", "");
    Completion completion = assistant.completion(code);
    JsonObject reply = new JsonObject();
    reply.addProperty("status", completion.name().toLowerCase(Locale.ROOT));
    if (completion == Completion.INCOMPLETE) {
      reply.addProperty("indent", assistant.indent(code));
    }
    environment.reply(reply);
  }
}

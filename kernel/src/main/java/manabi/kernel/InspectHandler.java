package manabi.kernel;

import com.google.gson.JsonObject;
import java.util.Optional;
import manabi.kernel.assist.Inspection;
import manabi.kernel.protocol.CellEnvironment;
import manabi.kernel.protocol.Request;
import manabi.kernel.protocol.RequestHandler;

/** Says what the name at the cursor means. */
record InspectHandler(JavaKernel kernel) implements RequestHandler {
  @Override
  public void handle(CellEnvironment environment, Request request) {
    String code = request.text("code", "");
    boolean withSource = request.number("detail_level", 0) > 0;
    Optional<Inspection> found =
        kernel.assistant().inspect(code, CursorPlace.of(request, code), withSource);
    JsonObject data = new JsonObject();
    found.ifPresent(
        inspection -> {
          data.addProperty("text/plain", inspection.plain());
          data.addProperty("text/markdown", inspection.markdown());
          data.addProperty("text/html", inspection.html());
        });
    JsonObject reply = new JsonObject();
    reply.addProperty("found", found.isPresent());
    reply.add("data", data);
    reply.add("metadata", new JsonObject());
    environment.reply(reply);
  }
}

package manabi.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import manabi.kernel.assist.Completions;
import manabi.kernel.assist.Match;
import manabi.kernel.protocol.CellEnvironment;
import manabi.kernel.protocol.Request;
import manabi.kernel.protocol.RequestHandler;

/** Says what can stand at the cursor. */
record CompleteHandler(JavaKernel kernel) implements RequestHandler {
  @Override
  public void handle(CellEnvironment environment, Request request) {
    String code = request.text("code", "");
    Completions found = kernel.assistant().complete(code, CursorPlace.of(request, code));
    int start = code.codePointCount(0, found.start());
    int end = code.codePointCount(0, found.end());
    JsonArray matches = new JsonArray();
    JsonArray types = new JsonArray();
    for (Match match : found.matches()) {
      matches.add(match.text());
      types.add(described(match, start, end));
    }
    JsonObject metadata = new JsonObject();
    metadata.add("_jupyter_types_experimental", types);
    JsonObject reply = new JsonObject();
    reply.add("matches", matches);
    reply.addProperty("cursor_start", start);
    reply.addProperty("cursor_end", end);
    reply.add("metadata", metadata);
    environment.reply(reply);
  }

  private static JsonObject described(Match match, int start, int end) {
    JsonObject described = new JsonObject();
    described.addProperty("start", start);
    described.addProperty("end", end);
    described.addProperty("text", match.text());
    described.addProperty("type", match.type());
    described.addProperty("signature", match.signature());
    return described;
  }
}

package manabi.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import manabi.kernel.protocol.CellEnvironment;
import manabi.kernel.protocol.KernelConnection;
import manabi.kernel.protocol.Request;
import manabi.kernel.protocol.RequestHandler;

/** Says what this kernel is and can. */
record KernelInfoHandler(JavaKernel kernel) implements RequestHandler {
  @Override
  public void handle(CellEnvironment environment, Request request) {
    JsonObject reply = new JsonObject();
    reply.addProperty("protocol_version", KernelConnection.PROTOCOL_VERSION);
    reply.addProperty("implementation", "manabi");
    reply.addProperty("implementation_version", Version.TEXT);
    reply.add("language_info", new Gson().toJsonTree(kernel.getLanguageInfo()));
    reply.addProperty("banner", kernel.getBanner());
    reply.addProperty("debugger", false);
    reply.add("help_links", new JsonArray());
    reply.add("supported_features", new JsonArray());
    environment.reply(reply);
  }
}

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
  private static final String ORACLE_DOCS = "https://docs.oracle.com/en/java/javase/";

  @Override
  public void handle(CellEnvironment environment, Request request) {
    JsonObject reply = new JsonObject();
    reply.addProperty("protocol_version", KernelConnection.PROTOCOL_VERSION);
    reply.addProperty("implementation", "manabi");
    reply.addProperty("implementation_version", Version.TEXT);
    reply.add("language_info", new Gson().toJsonTree(kernel.getLanguageInfo()));
    reply.addProperty("banner", kernel.getBanner());
    reply.addProperty("debugger", false);
    reply.add("help_links", helpLinks());
    JsonArray features = new JsonArray();
    features.add("kernel subshells");
    reply.add("supported_features", features);
    environment.reply(reply);
  }

  private static JsonArray helpLinks() {
    int version = Runtime.version().feature();
    JsonArray links = new JsonArray();
    links.add(link("Java " + version + " API", ORACLE_DOCS + version + "/docs/api/index.html"));
    links.add(link("Java tutorials", "https://dev.java/learn/"));
    return links;
  }

  private static JsonObject link(String text, String url) {
    JsonObject link = new JsonObject();
    link.addProperty("text", text);
    link.addProperty("url", url);
    return link;
  }
}

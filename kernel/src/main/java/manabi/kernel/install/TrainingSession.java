package manabi.kernel.install;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;

/** What a reader does in a first session: one of each kind, so that all its classes are loaded. */
final class TrainingSession {
  private static final List<String> CELLS =
      List.of(
          "1 + 1",
          "int x = 1;",
          "x",
          "import java.util.stream.Collectors;",
          "record Point(int x, double y) {}\nList.of(new Point(1, 2))",
          "int square(int n) {\n  return n * n;\n}\nIntStream.range(0, 9).map(n -> square(n)).sum()",
          "for (int i = 0; i < 3; i++) {\n  System.out.println(\"i = \" + i);\n}",
          "var text = Stream.of(\"a\", \"b\").collect(Collectors.joining());\ntext",
          "display(\"<b>text</b>\", \"text/html\");",
          "new int[][] {{1, 2}, {3, 4}}",
          "new java.awt.image.BufferedImage(2, 2, java.awt.image.BufferedImage.TYPE_INT_RGB)",
          "int square(int n) {\n  return n * n + x;\n}",
          "int wrong = \"text\";",
          "List.of().get(1)",
          "%lsmagic");

  private TrainingSession() {}

  /**
   * Does it all and ends the kernel.
   *
   * @throws IOException if the kernel does not answer, or cannot even add
   */
  static void run(TrainingClient client) throws IOException {
    client.ask("kernel_info_request", new JsonObject());
    for (String cell : CELLS) {
      JsonObject reply = client.ask("execute_request", content("code", cell));
      if (cell.equals(CELLS.get(0)) && !reply.get("status").getAsString().equals("ok")) {
        throw new IOException("the kernel's first cell failed: " + reply);
      }
    }
    client.ask("complete_request", atEnd("System.out.pri"));
    client.ask("complete_request", atEnd("tex"));
    JsonObject inspection = atEnd("System.out.println");
    inspection.addProperty("detail_level", 0);
    client.ask("inspect_request", inspection);
    client.ask("is_complete_request", content("code", "for (int i = 0; i < 3; i++) {"));
    JsonObject history = content("hist_access_type", "tail");
    history.addProperty("n", 3);
    history.addProperty("output", false);
    history.addProperty("raw", true);
    client.ask("history_request", history);
    client.shutDown();
  }

  private static JsonObject atEnd(String code) {
    JsonObject content = content("code", code);
    content.addProperty("cursor_pos", code.length());
    return content;
  }

  private static JsonObject content(String name, String value) {
    JsonObject content = new JsonObject();
    content.addProperty(name, value);
    return content;
  }
}

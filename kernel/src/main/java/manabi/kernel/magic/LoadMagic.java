package manabi.kernel.magic;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import manabi.kernel.eval.CellFailure;

/** {@code %load FILE}: runs a Java or JShell file, or every code cell of a notebook. */
final class LoadMagic {
  private final CellRunner runner;
  private final IntSupplier number;

  LoadMagic(CellRunner runner, IntSupplier number) {
    this.runner = runner;
    this.number = number;
  }

  Object run(List<String> args) throws IOException, CellFailure {
    Path file = Path.of(StandardMagics.atLeastOne("%load FILE", args).get(0));
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("%load found no file at " + file);
    }
    String text = Files.readString(file);
    for (String cell : file.toString().endsWith(".ipynb") ? codeCells(text) : List.of(text)) {
      runner.run(cell, number.getAsInt());
    }
    return null;
  }

  private static List<String> codeCells(String notebook) {
    List<String> cells = new ArrayList<>();
    JsonObject json = JsonParser.parseString(notebook).getAsJsonObject();
    for (JsonElement cell : json.getAsJsonArray("cells")) {
      if (cell.getAsJsonObject().get("cell_type").getAsString().equals("code")) {
        cells.add(text(cell.getAsJsonObject().get("source")));
      }
    }
    return cells;
  }

  /** Returns a notebook's text, which is one string or a list of lines. */
  private static String text(JsonElement source) {
    return source.isJsonArray()
        ? StreamSupport.stream(source.getAsJsonArray().spliterator(), false)
            .map(JsonElement::getAsString)
            .collect(Collectors.joining())
        : source.getAsString();
  }
}

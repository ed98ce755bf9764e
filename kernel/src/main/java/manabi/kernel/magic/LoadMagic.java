package manabi.kernel.magic;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import manabi.kernel.eval.CellFailure;

/** {@code %load FILE}: runs a Java or JShell file, or every code cell of a notebook. */
final class LoadMagic implements LineMagic {
  private static final List<String> ENDINGS =
      List.of("", ".jshell", ".jsh", ".java", ".jjava", ".ipynb");

  private final CellRunner runner;
  private final IntSupplier number;

  LoadMagic(CellRunner runner, IntSupplier number) {
    this.runner = runner;
    this.number = number;
  }

  @Override
  public String name() {
    return "load";
  }

  @Override
  public MagicHelp help() {
    return new MagicHelp(
        "%load FILE",
        """
        Runs a file of Java as if it stood in a cell, or every code cell of a notebook. What it
        declares is known afterwards. The endings .jshell, .jsh, .java, .jjava and .ipynb may be
        left out.""",
        "%load setup.jshell");
  }

  @Override
  public MagicResult run(MagicLine line) throws IOException, CellFailure {
    List<String> words = line.words();
    if (words.size() != 1) {
      throw help().wrongUse("%load needs one file, there are " + words.size());
    }
    Path file = find(words.get(0));
    String text = Files.readString(file);
    for (String cell : file.toString().endsWith(".ipynb") ? codeCells(file, text) : List.of(text)) {
      runner.run(cell, number.getAsInt());
    }
    return MagicResult.nothing();
  }

  private static Path find(String name) {
    return Stream.of(name)
        .flatMap(start -> ENDINGS.stream().map(ending -> Path.of(start + ending)))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%load found no file at " + Path.of(name).toAbsolutePath()));
  }

  private static List<String> codeCells(Path file, String notebook) {
    List<String> cells = new ArrayList<>();
    try {
      JsonObject json = JsonParser.parseString(notebook).getAsJsonObject();
      for (JsonElement cell : json.getAsJsonArray("cells")) {
        if (cell.getAsJsonObject().get("cell_type").getAsString().equals("code")) {
          cells.add(text(cell.getAsJsonObject().get("source")));
        }
      }
      return cells;
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new IllegalArgumentException("%load cannot read the notebook " + file, e);
    }
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

package manabi.kernel.assist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Helps with magics: completes their names and the files that they are given. */
final class MagicHelp {
  private static final Pattern NAME = Pattern.compile("[ \\t]*(?<name>%%?\\w*)");
  private static final Pattern ARGUMENT =
      Pattern.compile("[ \\t]*%%?[A-Za-z]\\w*[ \\t](?:.*[ \\t])?[\"']?(?<path>[^ \\t\"']*)");

  private final Supplier<List<String>> names;

  MagicHelp(Supplier<List<String>> names) {
    this.names = names;
  }

  /** Returns the completions of the magic in {@code before}'s last line, or nothing without one. */
  Optional<Completions> complete(String before) {
    int line = before.lastIndexOf('\n') + 1;
    Matcher name = NAME.matcher(before).region(line, before.length());
    if (name.matches()) {
      boolean first = before.substring(0, line).isBlank();
      return Optional.of(named(name.group("name"), name.start("name"), before.length(), first));
    }
    Matcher argument = ARGUMENT.matcher(before).region(line, before.length());
    return argument.matches()
        ? Optional.of(files(argument.group("path"), argument.start("path"), before.length()))
        : Optional.empty();
  }

  /** Returns what is said about the magic at the cursor, or nothing where there is none. */
  Optional<Inspection> inspect(String code, int cursor) {
    int line = code.lastIndexOf('\n', cursor - 1) + 1;
    Matcher name = NAME.matcher(code).region(line, code.length());
    if (!name.lookingAt() || !names.get().contains(name.group("name"))) {
      return Optional.empty();
    }
    String magic = name.group("name");
    String text = "is a magic; a cell with " + magic + "? says what it does";
    return Optional.of(
        new Inspection(
            magic + " " + text,
            Format.MARKDOWN.code(magic) + " " + text,
            Format.HTML.code(magic) + " " + text));
  }

  private Completions named(String prefix, int start, int end, boolean firstLine) {
    String name = prefix.replaceFirst("^%%?", "");
    boolean cellOnly = prefix.startsWith("%%");
    List<Match> matches =
        names.get().stream()
            .filter(magic -> magic.startsWith("%%") ? firstLine : !cellOnly)
            .filter(magic -> magic.replaceFirst("^%%?", "").startsWith(name))
            .map(magic -> Match.of(magic, "magic"))
            .toList();
    return new Completions(matches, start, end);
  }

  private static Completions files(String path, int start, int end) {
    int slash = path.lastIndexOf('/') + 1;
    String folder = path.substring(0, slash);
    String prefix = path.substring(slash);
    List<Match> matches = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(folder.isEmpty() ? "." : folder))) {
      files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .filter(file -> !prefix.isEmpty() || !file.getFileName().toString().startsWith("."))
          .sorted()
          .map(file -> folder + file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
          .forEach(text -> matches.add(Match.of(text, "path")));
    } catch (IOException | InvalidPathException e) {
      return new Completions(List.of(), start, end); // There is no such folder to list.
    }
    return new Completions(matches, start, end);
  }
}

package manabi.kernel.magic;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;

/** {@code %%writefile FILE}: writes the cell to a file, whole or not at all. */
final class WriteFileMagic implements CellMagic {
  private final PrintStream out;

  WriteFileMagic(PrintStream out) {
    this.out = out;
  }

  @Override
  public String name() {
    return "writefile";
  }

  @Override
  public MagicHelp help() {
    return new MagicHelp(
        "%%writefile [-a] FILE",
        """
        Writes the lines below to a file in UTF-8. With -a they are added at its end. The folder
        must exist. A reader of the file sees the old text or the new one, never a part.""",
        "%%writefile greeting.txt\nHello");
  }

  @Override
  public MagicResult run(MagicLine line, String body) throws IOException {
    List<String> words = line.words();
    boolean append = words.contains("-a");
    List<String> files = words.stream().filter(word -> !word.equals("-a")).toList();
    if (files.size() != 1) {
      throw help().wrongUse("%%writefile needs one file, there are " + files.size());
    }
    Path file = target(files.get(0));
    boolean exists = Files.exists(file);
    byte[] old = append && exists ? Files.readAllBytes(file) : new byte[0];
    String text = body.isEmpty() || body.endsWith("\n") ? body : body + "\n";
    replace(file, old, text.getBytes(StandardCharsets.UTF_8));
    out.println((!exists ? "wrote " : append ? "added to " : "replaced ") + files.get(0));
    return MagicResult.nothing();
  }

  private static Path target(String name) throws IOException {
    Path file = Path.of(name).toAbsolutePath();
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException("%%writefile needs a file, " + file + " is a folder");
    }
    if (!Files.isDirectory(file.getParent())) {
      throw new IllegalArgumentException(
          "there is no folder "
              + file.getParent()
              + "; make it with Files.createDirectories(Path.of(\"…\"))");
    }
    // A link stays one: the file that it leads to is replaced.
    return Files.exists(file) ? file.toRealPath() : file;
  }

  private static void replace(Path file, byte[] start, byte[] end) throws IOException {
    Path part = file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.write(part, start);
      Files.write(part, end, StandardOpenOption.APPEND);
      keepPermissions(file, part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView source =
        Files.getFileAttributeView(from, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (source != null && Files.exists(from)) {
      Files.setPosixFilePermissions(to, source.readAttributes().permissions());
    }
  }
}

package manabi.kernel.install;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of an installed kernel.
 *
 * @param kernelJar the standalone jar
 * @param libraries jars for the class path of cells
 * @param java the program that runs the kernel
 * @param options options for it, of the user's own
 */
record Installation(Path kernelJar, List<Path> libraries, JavaProgram java, List<String> options) {
  private static final List<String> LOGOS =
      List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg");

  /**
   * Writes everything beside {@code folder} and then swaps it in: all of it or nothing.
   *
   * @return what was written
   */
  KernelSpec writeTo(Path folder) throws InstallFailure {
    try {
      Path workspace = workspace(folder);
      delete(workspace); // of an installation that was killed
      Files.createDirectories(workspace);
      try {
        Path fresh = Files.createDirectory(workspace.resolve("new"));
        KernelSpec spec = write(fresh);
        swap(fresh, folder, workspace.resolve("old"));
        return spec;
      } finally {
        delete(workspace);
      }
    } catch (IOException e) {
      String advice =
          Files.exists(folder) && File.separatorChar == '\\'
              ? "; Windows keeps the files of kernels that run: shut them down first"
              : "";
      throw new InstallFailure(
          "cannot write "
              + folder
              + ": "
              + e.getClass().getSimpleName()
              + " "
              + e.getMessage()
              + advice,
          e);
    }
  }

  /**
   * Returns where an installation into {@code folder} prepares its files: two folders deep, because
   * Jupyter takes every folder beside the kernel that has a {@code kernel.json} for a kernel too.
   */
  static Path workspace(Path folder) {
    return folder.resolveSibling(".manabi-install");
  }

  private KernelSpec write(Path folder) throws IOException {
    List<String> jars = new ArrayList<>(List.of("manabi-kernel.jar"));
    Files.copy(kernelJar, folder.resolve("manabi-kernel.jar"));
    Files.createDirectory(folder.resolve("lib"));
    for (Path library : libraries) {
      String name = "lib/" + library.getFileName();
      Files.copy(library, folder.resolve(name));
      jars.add(name);
    }
    for (String logo : LOGOS) {
      try (InputStream image = Installation.class.getResourceAsStream(logo)) {
        Files.copy(image, folder.resolve(logo));
      }
    }
    KernelSpec spec = new KernelSpec(java, options, List.copyOf(jars), File.pathSeparator);
    Files.writeString(folder.resolve("kernel.json"), spec.json());
    return spec;
  }

  private static void swap(Path fresh, Path folder, Path old) throws IOException {
    if (!Files.exists(folder)) {
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
    try {
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
      throw e;
    }
  }

  /** Deletes a folder with what is in it; one that does not exist is no error. */
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      List<Path> deepestFirst;
      try (Stream<Path> files = Files.walk(folder)) {
        deepestFirst = files.sorted((a, b) -> b.compareTo(a)).toList();
      }
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    }
  }
}

package manabi.data;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Debian package, downloaded and unpacked into the cache: needs {@code apt-get} and {@code
 * dpkg-deb}, but neither root nor an installation.
 *
 * @param cache the folder that has one folder for each data set
 */
record DebianPackageSource(Path cache) implements Source {

  private static final Duration LIMIT = Duration.ofMinutes(4);

  @Override
  public String name(DataSet set) {
    return "apt-get download";
  }

  @Override
  public Path find(DataSet set) {
    DataSet.SystemPackage wanted =
        set.systemPackage().orElseThrow(() -> new DataException("no package has this data set"));
    for (String program : List.of("apt-get", "dpkg-deb")) {
      if (!SystemCommand.exists(program)) {
        throw new DataException("this machine has no " + program);
      }
    }
    Path folder = cache.resolve(set.folder());
    FolderLock.hold(
        folder,
        () -> {
          if (!set.missingIn(folder).isEmpty()) {
            System.out.println(
                "Fetching " + set.title() + ": Debian package " + wanted.name() + ", once …");
            fetch(set, wanted, folder);
          }
        });
    return set.requireIn(folder);
  }

  private static void fetch(DataSet set, DataSet.SystemPackage wanted, Path folder) {
    try {
      Path workspace = folder.resolve("unpack");
      deleteTree(workspace); // of a run that was killed
      Files.createDirectory(workspace);
      try {
        Path unpacked = Files.createDirectory(workspace.resolve("root"));
        unpack(download(wanted.name(), workspace), unpacked);
        Path files = unpacked.resolve(Path.of("/").relativize(wanted.folder()));
        moveVerified(set, set.requireIn(files), folder);
      } finally {
        deleteTree(workspace);
      }
    } catch (IOException e) {
      throw new DataException(folder + " cannot be written to: " + Failures.reason(e), e);
    }
  }

  /** Asks with the machine's lists of packages first, and if that fails with fresh ones. */
  private static Path download(String name, Path workspace) throws IOException {
    try {
      aptGet(workspace, List.of(), "download", name);
    } catch (DataException e) {
      Files.createDirectories(workspace.resolve("state/lists/partial"));
      List<String> ownLists = List.of("-o", "Dir::State=" + workspace.resolve("state"));
      aptGet(workspace, ownLists, "update");
      aptGet(workspace, ownLists, "download", name);
    }
    try (Stream<Path> files = Files.list(workspace)) {
      return files
          .filter(file -> file.toString().endsWith(".deb"))
          .findFirst()
          .orElseThrow(() -> new DataException("apt-get download brought no .deb file"));
    }
  }

  private static void aptGet(Path workspace, List<String> options, String... arguments) {
    List<String> command = new ArrayList<>(List.of("apt-get"));
    command.addAll(List.of(arguments));
    // The archive cache keeps apt from writing to the system's; no connection is waited for long.
    command.addAll(
        List.of(
            "-o",
            "Dir::Cache=" + workspace,
            "-o",
            "Acquire::Retries=1",
            "-o",
            "Acquire::http::Timeout=15",
            "-o",
            "Acquire::https::Timeout=15"));
    command.addAll(options);
    SystemCommand.run(workspace, LIMIT, command);
  }

  private static void unpack(Path deb, Path target) {
    SystemCommand.run(
        deb.getParent(), LIMIT, List.of("dpkg-deb", "-x", deb.toString(), target.toString()));
  }

  private static void moveVerified(DataSet set, Path from, Path to) throws IOException {
    for (DataFile file : set.files()) {
      file.checksum().verify(from.resolve(file.name()));
    }
    for (DataFile file : set.files()) {
      Files.move(from.resolve(file.name()), to.resolve(file.name()), ATOMIC_MOVE);
    }
  }

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

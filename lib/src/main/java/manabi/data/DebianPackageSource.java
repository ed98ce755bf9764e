package manabi.data;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Debian package, downloaded and unpacked into the cache: needs {@code apt-get} and {@code
 * dpkg-deb}, but neither root nor an installation.
 *
 * @param cache the folder that has one folder for each data set
 * @param download how a package is fetched
 */
record DebianPackageSource(Path cache, PackageDownload download) implements Source {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Override
  public String name(DataSet set) {
    return "Debian package";
  }

  @Override
  public Path find(DataSet set) {
    DataSet.SystemPackage wanted =
        set.systemPackage().orElseThrow(() -> new DataException("there is none for this data set"));
    SystemCommand.require("dpkg-deb");
    Path folder = cache.resolve(set.folder());
    FolderLock.hold(
        folder,
        () -> {
          if (!set.missingIn(folder).isEmpty()) {
            fetch(set, wanted, folder);
          }
        });
    return set.requireIn(folder);
  }

  private void fetch(DataSet set, DataSet.SystemPackage wanted, Path folder) {
    System.out.println(
        "Fetching " + set.title() + ": Debian package " + wanted.name() + ", once …");
    Path workspace = folder.resolve("unpack");
    try {
      deleteTree(workspace); // of a run that was killed
      Files.createDirectory(workspace);
      try {
        Path root = unpack(download.fetch(wanted.name(), workspace), workspace.resolve("root"));
        Path unpacked = root.resolve(Path.of("/").relativize(wanted.folder()));
        moveVerified(set, set.requireIn(unpacked), folder);
      } finally {
        deleteTree(workspace);
      }
    } catch (IOException e) {
      throw new DataException(folder + " cannot be written to: " + Failures.reason(e), e);
    }
  }

  private static Path unpack(Path deb, Path root) {
    List<String> command = List.of("dpkg-deb", "-x", deb.toString(), root.toString());
    SystemCommand.run(deb.getParent(), LIMIT, command);
    return root;
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

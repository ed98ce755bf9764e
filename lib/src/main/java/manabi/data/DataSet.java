package manabi.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A data set that is some files in one folder.
 *
 * @param title its name for readers
 * @param folder the name of its folder inside a data directory
 * @param files what must be in that folder
 * @param systemPackage the Debian package that ships the same files, if there is one
 */
record DataSet(
    String title, String folder, List<DataFile> files, Optional<SystemPackage> systemPackage) {

  /**
   * A package of the operating system.
   *
   * @param name its name, for {@code apt-get}
   * @param folder where it puts the files
   */
  record SystemPackage(String name, Path folder) {}

  DataSet {
    files = List.copyOf(files);
  }

  /** Returns the files that are not in {@code folder}. */
  List<DataFile> missingIn(Path folder) {
    return files.stream()
        .filter(file -> !Files.isRegularFile(folder.resolve(file.name())))
        .toList();
  }

  /** Returns {@code folder} if it has all files. */
  Path requireIn(Path folder) {
    List<DataFile> missing = missingIn(folder);
    if (!missing.isEmpty()) {
      throw new DataException(folder + " has no " + missing.get(0).name());
    }
    return folder;
  }
}

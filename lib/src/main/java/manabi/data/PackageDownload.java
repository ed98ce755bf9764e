package manabi.data;

import java.nio.file.Path;

/** A way to get the file of a package without installing it. */
@FunctionalInterface
interface PackageDownload {

  /**
   * Downloads a package and returns its file.
   *
   * @param name the package
   * @param workspace a folder of the caller's, for this file and others
   * @throws DataException if it cannot be had
   */
  Path fetch(String name, Path workspace);
}

package manabi.data;

import java.nio.file.Path;

/**
 * A folder that has one folder for each data set.
 *
 * @param label what the folder is
 * @param path the folder
 */
record FolderSource(String label, Path path) implements Source {

  @Override
  public String name(DataSet set) {
    return label;
  }

  @Override
  public Path find(DataSet set) {
    return set.requireIn(path.resolve(set.folder()));
  }
}

package manabi.data;

import java.nio.file.Path;

/** One way to get the files of a data set. */
interface Source {

  /** Returns what this way is called in the list of ways that were tried. */
  String name(DataSet set);

  /**
   * Returns a folder that has all files of the set.
   *
   * @throws DataException if this way does not lead to the files
   */
  Path find(DataSet set);
}

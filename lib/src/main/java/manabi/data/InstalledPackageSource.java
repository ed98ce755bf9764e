package manabi.data;

import java.nio.file.Path;

/** The folder of a package of the operating system that somebody has installed. */
record InstalledPackageSource() implements Source {

  @Override
  public String name(DataSet set) {
    return "installed package";
  }

  @Override
  public Path find(DataSet set) {
    return set.requireIn(
        set.systemPackage()
            .orElseThrow(() -> new DataException("there is none for this data set"))
            .folder());
  }
}

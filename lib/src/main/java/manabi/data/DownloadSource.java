package manabi.data;

import java.nio.file.Path;

/**
 * The addresses where the files are published, downloaded into the cache.
 *
 * @param cache the folder that has one folder for each data set
 * @param download how a file is fetched
 */
record DownloadSource(Path cache, Download download) implements Source {

  @Override
  public String name(DataSet set) {
    return set.files().get(0).address().getHost();
  }

  @Override
  public Path find(DataSet set) {
    Path folder = cache.resolve(set.folder());
    FolderLock.hold(
        folder,
        () ->
            set.missingIn(folder)
                .forEach(file -> download.fetch(file, folder.resolve(file.name()))));
    return set.requireIn(folder);
  }
}

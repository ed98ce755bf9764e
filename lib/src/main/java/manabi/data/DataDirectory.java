package manabi.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where data sets are looked for, and how they are fetched if they are nowhere.
 *
 * <p>A data directory has one folder for each set: {@code fashion-mnist/train-images-idx3-ubyte.gz}
 * and so on. {@link #fromEnvironment()} looks, in this order, into the folder that {@code
 * MANABI_DATA} names, the user's cache and the folder of an installed package of the operating
 * system; then it fetches the set into the cache, as a Debian package (no root needed) or from the
 * address where it is published. {@code MANABI_SAMPLE_DATA} allows drawn stand-in data: {@code
 * fallback} when all of that fails, {@code 1} in any case.
 */
public final class DataDirectory {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** When drawn stand-in data take the place of real ones. */
  enum StandIn {
    NEVER,
    FALLBACK,
    ALWAYS
  }

  private final List<Source> sources;
  private final StandIn standIn;

  DataDirectory(List<Source> sources, StandIn standIn) {
    this.sources = List.copyOf(sources);
    this.standIn = standIn;
  }

  /**
   * Returns the data directory that the environment variables describe.
   *
   * @throws DataException if {@code MANABI_DATA} is not a folder, or {@code MANABI_SAMPLE_DATA} is
   *     none of {@code 1}, {@code fallback} and {@code 0}
   */
  public static DataDirectory fromEnvironment() {
    return from(System.getenv(), UserCache.dataFolder());
  }

  /**
   * Returns a data directory that looks into this folder only and fetches nothing.
   *
   * @throws DataException if it is not a folder
   */
  public static DataDirectory of(Path folder) {
    requireFolder("folder", folder);
    return new DataDirectory(List.of(new FolderSource(folder.toString(), folder)), StandIn.NEVER);
  }

  /** Returns a data directory without files: every set loaded from it is a drawn stand-in. */
  public static DataDirectory ofStandIns() {
    return new DataDirectory(List.of(), StandIn.ALWAYS);
  }

  static DataDirectory from(Map<String, String> environment, Path cache) {
    List<Source> sources = new ArrayList<>();
    String folder = environment.getOrDefault("MANABI_DATA", "");
    if (!folder.isEmpty()) {
      Path path = Path.of(folder);
      requireFolder("MANABI_DATA", path);
      sources.add(new FolderSource("MANABI_DATA", path));
    }
    sources.add(new FolderSource("user cache", cache));
    sources.add(new InstalledPackageSource());
    sources.add(new DebianPackageSource(cache, new AptGet()));
    sources.add(new DownloadSource(cache, new Download(PATIENCE)));
    return new DataDirectory(sources, standIn(environment.getOrDefault("MANABI_SAMPLE_DATA", "")));
  }

  private static StandIn standIn(String value) {
    return switch (value) {
      case "", "0" -> StandIn.NEVER;
      case "fallback" -> StandIn.FALLBACK;
      case "1" -> StandIn.ALWAYS;
      default ->
          throw new DataException("MANABI_SAMPLE_DATA must be 1, fallback or 0, was " + value);
    };
  }

  private static void requireFolder(String name, Path path) {
    if (!Files.isDirectory(path)) {
      throw new DataException(name + " must be a folder with data sets, was " + path);
    }
  }

  /**
   * Returns the folder with the set's files, or nothing if a stand-in shall take their place; then
   * a line in the output says so.
   *
   * @throws DataException if the files are nowhere, with what was tried and what to do
   */
  Optional<Path> find(DataSet set) {
    if (standIn == StandIn.ALWAYS) {
      announceStandIn(set, "as asked for");
      return Optional.empty();
    }
    List<String> failures = new ArrayList<>();
    for (Source source : sources) {
      try {
        return Optional.of(source.find(set));
      } catch (DataException e) {
        failures.add(source.name(set) + ": " + e.getMessage());
      }
    }
    if (standIn == StandIn.FALLBACK) {
      announceStandIn(set, "because the real data cannot be had here");
      failures.forEach(failure -> System.out.println("    " + failure));
      return Optional.empty();
    }
    throw new DataException(notFound(set, failures));
  }

  private static void announceStandIn(DataSet set, String why) {
    System.out.println(
        "*** STAND-IN DATA: not "
            + set.title()
            + " but made-up data of the same form, "
            + why
            + ". Accuracies mean nothing. ***");
  }

  private static String notFound(DataSet set, List<String> failures) {
    List<String> lines = new ArrayList<>();
    lines.add(set.title() + " was not found. Tried:");
    failures.forEach(failure -> lines.add("  - " + failure));
    lines.add("Ways to get it:");
    lines.add(
        "  - with a network: run this again; it fetches "
            + set.files().get(0).address().resolve(".").toString());
    set.systemPackage()
        .ifPresent(p -> lines.add("  - on Debian or Ubuntu: sudo apt-get install " + p.name()));
    lines.add(
        "  - from elsewhere: put "
            + String.join(", ", set.files().stream().map(DataFile::name).toList())
            + " into a folder named "
            + set.folder()
            + " and set MANABI_DATA to the folder around it");
    lines.add("  - go on with made-up data: set MANABI_SAMPLE_DATA=1");
    return String.join(System.lineSeparator(), lines);
  }
}

package manabi.kernel.install;

/** What a version of Java can keep of the classes that an earlier run has loaded. */
enum ArchiveKind {
  /** Parsed and verified classes (AppCDS). */
  CLASSES("-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile="),
  /** Also linked ones, and which methods are worth compiling (JEP 483, 514 and 515). */
  AHEAD_OF_TIME("-XX:AOTCacheOutput=", "-XX:AOTCache=");

  private final String make;
  private final String use;

  ArchiveKind(String make, String use) {
    this.make = make;
    this.use = use;
  }

  static ArchiveKind of(JavaProgram java) {
    return java.feature() < 25 ? CLASSES : AHEAD_OF_TIME;
  }

  /** Returns the option that writes {@code archive} when the JVM ends. */
  String make(Object archive) {
    return make + archive;
  }

  /** Returns the option that starts with {@code archive}, or without it where it does not fit. */
  String use(Object archive) {
    return use + archive;
  }
}

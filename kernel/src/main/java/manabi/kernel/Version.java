package manabi.kernel;

import java.util.Objects;

/** The kernel's version, as its jar states it. */
final class Version {
  static final String TEXT =
      Objects.requireNonNullElse(
          Version.class.getPackage().getImplementationVersion(), "development");

  private Version() {}
}

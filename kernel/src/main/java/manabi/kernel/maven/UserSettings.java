package manabi.kernel.maven;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.MavenUserHome;
import eu.maveniverse.maven.mima.runtime.standalonestatic.StandaloneStaticRuntime;
import java.nio.file.Path;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.transfer.TransferListener;

/** The resolver as {@code settings.xml} sets it up. */
final class UserSettings {
  private UserSettings() {}

  /**
   * Reads the settings.
   *
   * @throws MavenFailure if they are wrong
   */
  static Context open(Path mavenHome, TransferListener listener) throws MavenFailure {
    ContextOverrides settings =
        ContextOverrides.create()
            .withUserSettings(true)
            .withMavenUserHomeOverride(mavenHome)
            .transferListener(listener)
            .build();
    try {
      return new OfflineAsSet().create(settings);
    } catch (RuntimeException e) {
      throw new MavenFailure(
          "cannot read Maven's settings (" + mavenHome.resolve("settings.xml") + "): " + e);
    }
  }

  /** Makes sessions offline where the settings say so, which the library leaves out. */
  private static final class OfflineAsSet extends StandaloneStaticRuntime {
    @Override
    protected DefaultRepositorySystemSession newRepositorySession(
        ContextOverrides overrides,
        MavenUserHome home,
        RepositorySystem system,
        Settings settings,
        SettingsDecrypter decrypter) {
      return super.newRepositorySession(overrides, home, system, settings, decrypter)
          .setOffline(settings.isOffline());
    }
  }
}

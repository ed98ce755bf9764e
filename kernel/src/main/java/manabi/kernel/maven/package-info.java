/**
 * Maven artifacts with all that they need, from the local repository or from remote ones, as the
 * user's {@code settings.xml} says. Nothing of it is loaded before it is first used.
 *
 * <p>Start with {@link manabi.kernel.maven.MavenResolver}.
 */
package manabi.kernel.maven;

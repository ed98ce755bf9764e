/**
 * Puts the kernel where Jupyter finds it, and removes it.
 *
 * <p>Start with {@link manabi.kernel.install.InstallCommand}.
 */
package manabi.kernel.install;

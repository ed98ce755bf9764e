/**
 * How the library shows itself in a notebook: what cells import, how charts and tensors look.
 *
 * <p>The kernel finds {@link manabi.notebook.ManabiExtension} by itself. This is the only package
 * of the library that knows the kernel; outside it nothing here is needed.
 */
package manabi.notebook;

/**
 * Progress of long loops in cells: one bar each, drawn in place.
 *
 * <p>Start with {@link manabi.kernel.progress.Progress}.
 */
package manabi.kernel.progress;

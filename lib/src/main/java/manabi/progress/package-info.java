/**
 * Progress of long loops: one bar, drawn in place, in a terminal, a log or a notebook.
 *
 * <p>Start at {@link manabi.progress.ProgressBar}.
 */
package manabi.progress;

/**
 * What running cells print and show, on its way to the clients.
 *
 * <p>Start with {@link manabi.kernel.output.OutputBatcher}.
 */
package manabi.kernel.output;

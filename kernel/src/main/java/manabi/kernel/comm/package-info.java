/**
 * Comms: messages between a cell's code and code in the client, for example of a widget.
 *
 * <p>Start with {@link manabi.kernel.comm.Comms}.
 */
package manabi.kernel.comm;

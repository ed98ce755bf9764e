/**
 * What the base kernel's transport leaves out: channels that block instead of polling, messages
 * that survive bad input, headers that clients can parse.
 *
 * <p>Start with {@link manabi.kernel.protocol.KernelConnection}.
 */
package manabi.kernel.protocol;

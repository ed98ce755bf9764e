/**
 * Java cells on JShell in this JVM, without sockets: evaluate, complete, inspect, interrupt.
 *
 * <p>Start with {@link manabi.kernel.eval.JavaEngine}.
 */
package manabi.kernel.eval;

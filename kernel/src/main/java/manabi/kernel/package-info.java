/**
 * A Java kernel for Jupyter.
 *
 * <p>Start with {@link manabi.kernel.KernelExtension} for what a jar on the class path can bring.
 */
package manabi.kernel;

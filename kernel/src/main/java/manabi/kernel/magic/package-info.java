/**
 * Lines and cells that begin with a percent sign: what they mean and how they are found in a cell.
 *
 * <p>Start with {@link manabi.kernel.magic.Magic}, and with {@link manabi.kernel.magic.CellRunner}
 * for how they are found.
 */
package manabi.kernel.magic;

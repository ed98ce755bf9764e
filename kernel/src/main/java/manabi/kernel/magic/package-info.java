/**
 * Lines and cells that begin with a percent sign: what they mean and how they are found in a cell.
 *
 * <p>Start with {@link manabi.kernel.magic.CellRunner}.
 */
package manabi.kernel.magic;

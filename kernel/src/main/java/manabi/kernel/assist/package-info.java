/**
 * Help while a cell is typed, without sockets: what can stand at the cursor, what a name means,
 * whether the cell is complete.
 *
 * <p>The cell and what it uses of earlier cells are put together to one Java file, a {@link
 * manabi.kernel.assist.CellUnit}, which the compiler reads without compiling it. So help needs
 * nothing from the JShell that runs cells and is there while a cell runs.
 *
 * <p>Start with {@link manabi.kernel.assist.Assistant}.
 */
package manabi.kernel.assist;

package manabi.kernel.eval;

/**
 * The value of a cell's last expression.
 *
 * @param object the value, which may be null as values of Java may
 */
public record CellValue(Object object) {}

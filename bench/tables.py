"""How figures are written: shared by all that ./manabi bench prints."""

from statistics import median


def aligned(rows):
    """The rows as text in columns."""
    widths = [max(map(len, column)) for column in zip(*rows)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows
    )


def spread(values):
    """"12.3 (11.8–15.0)": the median, the least and the most; "12.3" of a single value."""
    if len(values) == 1:
        return number(values[0])
    return f"{number(median(values))} ({number(min(values))}–{number(max(values))})"


def number(value):
    """Three digits, or all those before the point."""
    return f"{value:.0f}" if value >= 100 else f"{value:#.3g}"

"""The runs as a table, with a verdict on every ratio."""

from statistics import median

from figures import WORKS
from tables import aligned, number, spread

HEADER = ("", "must", "goal", "ours / peer", "", "ours", "peer", "CPU s", "peer", "KB a step")


def table(runs, less_machine=False):
    """runs: work → pairs of runs, ours and the peer's."""
    rows = [HEADER]
    for name, pairs in runs.items():
        work = WORKS[name]
        rows.append((f"{work.title}; peer: {work.peer}", *[""] * (len(HEADER) - 1)))
        rows += [row(figure, pairs, less_machine) for figure in work.figures]
    return aligned(rows)


def row(figure, pairs, less_machine):
    ours, peers = zip(*pairs)
    ratios = [our.value(figure.key) / peer.value(figure.key) for our, peer in pairs]
    return (
        "  " + figure.label,
        bound(figure.must),
        bound(figure.goal),
        spread(ratios),
        figure.verdict(median(ratios), less_machine),
        spread([run.value(figure.key) for run in ours]),
        spread([run.value(figure.key) for run in peers]),
        cpu(figure, ours),
        cpu(figure, peers),
        allocated(figure, ours),
    )


def bound(value):
    return "" if value is None else f"≤ {value:.2f}"


def cpu(figure, runs):
    return "" if figure.key == "memory" else number(median(run.cpu(figure.key) for run in runs))


def allocated(figure, runs):
    """What a warm step allocates on the heap."""
    if figure.key != "warm":
        return ""
    return number(median(lap["allocated"] for run in runs for lap in run.laps["warm"]) / 1e3)

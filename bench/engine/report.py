"""The runs as a table, with a verdict on every ratio."""

import os
import platform
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


def endurance_table(runs):
    """runs: work → a run of many epochs. The first warm epoch beside the last, and a step by the data's size."""
    grown = ("epoch, s: warm", "last", "heap, MB: warm", "last", "KB a step: warm", "last")
    rows = [("", *grown, "CPU ms a step: of 1/10 of the data", "1/5", "all")]
    for name, run in runs.items():
        warm = run.laps["warm"]
        rows.append(
            (
                WORKS[name].title,
                *(number(lap["seconds"]) for lap in (warm[0], warm[-1])),
                *(number(heap / 1e6) for heap in (run.heaps[1], run.heaps[-1])),
                *(number(lap["allocated"] / 1e3) for lap in (warm[0], warm[-1])),
                *(number(cpu_ms(run, part)) for part in ("tenth", "fifth", "all")),
            )
        )
    return aligned(rows)


def cpu_ms(run, figure):
    """What a step takes, the least of the laps: on a busy machine the others took more for its sake."""
    return min(1e3 * lap["cpu"] / lap["steps"] for lap in run.laps[figure])


def conditions(runs, loads, java):
    """What a reader has to know beside the table."""
    all_runs = [run for found in runs.values() for run in flat(found)]
    engines = dict.fromkeys(run.facts["engine"] for run in all_runs)
    machine = f"{platform.machine()}, {os.cpu_count()} cores, load {min(loads):.1f} to {max(loads):.1f}"
    options = " ".join(java[1 : java.index("-cp")])
    return f"median (least–most) of the pairs of runs; {machine}\n{'; '.join(engines)}\nours: {options}"


def flat(found):
    return [run for pair in found for run in pair] if isinstance(found, list) else [found]

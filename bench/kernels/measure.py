"""Measures kernels side by side: one start of each in turn, so that all see the same machine.

usage: measure.py --out FOLDER NAME=SPEC_FOLDER…
"""

import argparse
import json
import os
import platform
import statistics
import sys
import time
from pathlib import Path

from figures import FIGURES, JAVA, PYTHON
from report import java_feature, table
from session import Session

SETTLE_SECONDS = 3  # what a kernel does in the background after its start is over by then
WARM_UP = 15
OURS = "manabi"  # the id of our kernel, the folder of its kernelspec


def dialect(spec):
    language = json.loads((Path(spec) / "kernel.json").read_text())["language"]
    return PYTHON if language == "python" else JAVA


def measured(spec, repetitions):
    """Yields one session's figures as they are measured: key, value in the unit of the figure."""
    words = dialect(spec)
    with Session(spec) as session:
        yield "info", session.info_seconds * 1e3
        session.answer("1+1")
        yield "first", session.age() * 1e3
        time.sleep(SETTLE_SECONDS)
        yield "rss_start", session.resident_megabytes()
        session.execute(f"{words.prepare}\n{words.assign}")
        for key, action in (
            ("assign", lambda: session.execute(words.assign)),
            ("value", lambda: session.execute("x")),
            ("complete", lambda: session.complete(words.complete)),
            ("inspect", lambda: session.inspect(words.inspect)),
            ("is_complete", lambda: session.is_complete(words.incomplete)),
        ):
            yield key, warm(action, repetitions)
        yield "queued", session.queued([words.assign] * 20) * 1e3
        yield "print", session.execute(words.print_many) * 1e3
        yield "rss_use", session.resident_megabytes()


def session_figures(spec, repetitions):
    """One session's figures, None for those that it did not come to, and what has ended it early."""
    figures = dict.fromkeys(figure.key for figure in FIGURES)
    try:
        for key, value in measured(spec, repetitions):
            figures[key] = value
    except Exception as failure:  # Whatever a kernel does, the others' figures are measured.
        return figures, f"{type(failure).__name__}: {failure}"
    return figures, None


def warm(action, repetitions):
    """The median of the repetitions, in ms, after as many as make a first impression."""
    for _ in range(WARM_UP):
        action()
    return statistics.median(action() for _ in range(repetitions)) * 1e3


def measure_all(kernels, facts, repetitions):
    """One session of each kernel, noted in the facts."""
    for name, spec in kernels.items():
        facts["loads"].append(os.getloadavg()[0])
        print(f"round {facts['rounds'] + 1}: {name}, load {facts['loads'][-1]:.1f}", flush=True)
        figures, failure = session_figures(spec, repetitions)
        for key, value in figures.items():
            facts["samples"][name][key].append(value)
        if failure:
            facts["failures"].append(f"{name} failed in round {facts['rounds'] + 1}: {failure}")
            print(f"  {facts['failures'][-1]}", flush=True)
    facts["rounds"] += 1


def conditions(facts):
    """What the figures were measured under, and which sessions broke off."""
    loads = facts["loads"]
    first = (
        f"{facts['rounds']} rounds; median (least–most); {facts['machine']}, "
        f"load {min(loads):.1f} to {max(loads):.1f}; manabi on Java {facts['java']}"
    )
    return "\n".join([first, *facts["failures"]])


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kernel", nargs="+", metavar="NAME=SPEC_FOLDER")
    parser.add_argument("--rounds", type=int, default=7, help="starts of each kernel (default: 7)")
    parser.add_argument("--quick", action="store_true", help="3 rounds with few repetitions")
    parser.add_argument("--out", type=Path, required=True, help="where kernels.json and .txt go")
    options = parser.parse_args(arguments)
    kernels = dict(kernel.split("=", 1) for kernel in options.kernel)
    facts = {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "java": java_feature(kernels),
        "rounds": 0,
        "loads": [],
        "failures": [],
        "samples": {name: {figure.key: [] for figure in FIGURES} for name in kernels},
    }
    for _ in range(3 if options.quick else options.rounds):
        measure_all(kernels, facts, 7 if options.quick else 20)
        write_whole(options.out / "kernels.json", json.dumps(facts, indent=1))
    text = f"{table(facts['samples'], facts['java'])}\n\n{conditions(facts)}\n"
    print(f"\n{text}", end="")
    write_whole(options.out / "kernels.txt", text)
    ours = [facts["samples"][name] for name, spec in kernels.items() if Path(spec).name == OURS]
    return int(any(None in values for samples in ours for values in samples.values()))


def write_whole(path, text):
    """Writes the file in one step, so that a run that is broken off leaves the last whole one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

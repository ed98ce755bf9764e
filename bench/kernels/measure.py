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


def dialect(spec):
    language = json.loads((Path(spec) / "kernel.json").read_text())["language"]
    return PYTHON if language == "python" else JAVA


def measured(spec, repetitions):
    """One session's figures: key → value in the unit of the figure."""
    words = dialect(spec)
    with Session(spec) as session:
        figures = {"info": session.info_seconds * 1e3}
        session.answer("1+1")
        figures["first"] = session.age() * 1e3
        time.sleep(SETTLE_SECONDS)
        figures["rss_start"] = session.resident_megabytes()
        session.execute(f"{words.prepare}\n{words.assign}")
        for key, action in (
            ("assign", lambda: session.execute(words.assign)),
            ("value", lambda: session.execute("x")),
            ("complete", lambda: session.complete(words.complete)),
            ("inspect", lambda: session.inspect(words.inspect)),
            ("is_complete", lambda: session.is_complete(words.incomplete)),
        ):
            figures[key] = warm(action, repetitions)
        figures["queued"] = session.queued([words.assign] * 20) * 1e3
        figures["print"] = session.execute(words.print_many) * 1e3
        figures["rss_use"] = session.resident_megabytes()
    return figures


def warm(action, repetitions):
    """The median of the repetitions, in ms, after as many as make a first impression."""
    for _ in range(WARM_UP):
        action()
    return statistics.median(action() for _ in range(repetitions)) * 1e3


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kernel", nargs="+", metavar="NAME=SPEC_FOLDER")
    parser.add_argument("--rounds", type=int, default=7, help="starts of each kernel (default: 7)")
    parser.add_argument("--quick", action="store_true", help="3 rounds with few repetitions")
    parser.add_argument("--out", type=Path, required=True, help="where kernels.json and .txt go")
    options = parser.parse_args(arguments)
    kernels = dict(kernel.split("=", 1) for kernel in options.kernel)
    rounds = 3 if options.quick else options.rounds
    samples = {name: {figure.key: [] for figure in FIGURES} for name in kernels}
    loads = []
    for number in range(1, rounds + 1):
        for name, spec in kernels.items():
            print(f"round {number} of {rounds}: {name}, load {os.getloadavg()[0]:.1f}", flush=True)
            loads.append(os.getloadavg()[0])
            for key, value in measured(spec, 7 if options.quick else 20).items():
                samples[name][key].append(value)
    feature = java_feature(kernels)
    text = table(samples, feature)
    machine = f"{platform.machine()}, {os.cpu_count()} cores, load {min(loads):.1f} to {max(loads):.1f}"
    text = f"{text}\n\n{rounds} rounds; median (least–most); {machine}; manabi on Java {feature}\n"
    print(f"\n{text}", end="")
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "kernels.txt").write_text(text, encoding="utf-8")
    facts = {"machine": machine, "java": feature, "loads": loads, "samples": samples}
    (options.out / "kernels.json").write_text(json.dumps(facts, indent=1), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

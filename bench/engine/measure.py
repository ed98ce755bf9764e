"""Measures the library beside Keras, TensorFlow and numpy: one process of each in turn.

usage: measure.py --out FOLDER [WORK…] -- JAVA OPTION…
"""

import argparse
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from figures import TRAININGS, WORKS
from report import conditions, endurance_table, table
from sides import PEERS, Failed, measured

ENDURANCE_EPOCHS = 11  # the first is cold


class Sides:
    """How each side is started."""

    def __init__(self, out, java):
        self._log = out / "engine.log"
        self._data = out / "data"
        self._ours = [*java, "manabi.bench.engine.Measurement"]

    def write_data(self):
        """Lets the library put the data sets where both sides read them."""
        measured([*self._ours, "data", self._data], self._log)

    def pair(self, work, count, peer_first):
        """A run of ours and one of the peer's, the one right after the other."""
        ours = [*self._ours, "run", work, self._data, count]
        peer = [sys.executable, PEERS / WORKS[work].script, work, self._data, count]
        commands = [peer, ours] if peer_first else [ours, peer]
        runs = [measured(command, self._log) for command in commands]
        return runs[::-1] if peer_first else runs

    def endurance(self, work):
        return measured([*self._ours, "endure", work, self._data, ENDURANCE_EPOCHS], self._log)


def told(run):
    """"cold 3.1 s, warm 1.2 s, accuracy 0.88": a run in one line."""
    times = [f"{figure} {run.seconds(figure):.3g} s" for figure in run.laps]
    facts = [f"{name} {value:.3g}" for name, value in run.facts.items() if isinstance(value, float)]
    return ", ".join([*times, f"{run.memory:.0f} MB", *facts])


def compare(sides, works, rounds, count):
    """work → pairs of runs; told as they come."""
    runs = {work: [] for work in works}
    for number in range(1, rounds + 1):
        for work in works:
            title, load = WORKS[work].title, os.getloadavg()[0]
            print(f"round {number} of {rounds}: {title}, load {load:.1f}", flush=True)
            ours, peer = sides.pair(work, count, peer_first=number % 2 == 0)
            print(f"  ours: {told(ours)}\n  {WORKS[work].peer}: {told(peer)}", flush=True)
            runs[work].append((ours, peer))
    return runs


def endure(sides, works):
    """work → its one run of ours."""
    runs = {}
    for work in works:
        print(f"{WORKS[work].title}, load {os.getloadavg()[0]:.1f}", flush=True)
        runs[work] = sides.endurance(work)
    return runs


def arguments_parser():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("work", nargs="*", metavar="WORK", help=f"of {', '.join(WORKS)} (default: all)")
    parser.add_argument("--rounds", type=int, default=3, help="pairs of runs (default: 3)")
    parser.add_argument("--quick", action="store_true", help="one pair with one warm repetition")
    parser.add_argument("--endurance", action="store_true", help="eleven epochs of ours alone")
    parser.add_argument("--less-machine", action="store_true", help="ours has less of the machine")
    parser.add_argument("--out", type=Path, required=True, help="where the table and the laps go")
    return parser


def chosen_works(parser, options):
    known = TRAININGS if options.endurance else list(WORKS)
    if unknown := set(options.work) - set(known):
        parser.error(f"unknown work {unknown.pop()!r}: choose from {', '.join(known)}")
    return options.work or known


def main(arguments):
    parser = arguments_parser()
    split = arguments.index("--")
    options = parser.parse_args(arguments[:split])
    works = chosen_works(parser, options)
    options.out.mkdir(parents=True, exist_ok=True)
    java = arguments[split + 1 :]
    sides = Sides(options.out, java)
    rounds, count = (1, 1) if options.quick else (options.rounds, 3)
    loads = [os.getloadavg()[0]]
    try:
        sides.write_data()
        if options.endurance:
            name, runs = "endurance", endure(sides, works)
            text = endurance_table(runs)
        else:
            name, runs = "engine", compare(sides, works, rounds, count)
            text = table(runs, options.less_machine)
    except Failed as e:
        return f"manabi: {e}"
    loads.append(os.getloadavg()[0])
    text = f"{text}\n\n{conditions(runs, loads, java)}\n"
    print(f"\n{text}", end="")
    (options.out / f"{name}.txt").write_text(text, encoding="utf-8")
    facts = {"conditions": conditions(runs, loads, java), "loads": loads, "runs": runs}
    (options.out / f"{name}.json").write_text(json.dumps(facts, indent=1, default=asdict), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

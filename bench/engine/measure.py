"""Measures the library beside Keras, TensorFlow and numpy: one process of each in turn.

usage: measure.py --out FOLDER --java JAVA --class-path PATH --kernel SPEC_FOLDER [WORK…]
"""

import argparse
import json
import os
import platform
import sys
from dataclasses import asdict
from pathlib import Path

from figures import WORKS
from report import table
from sides import PEERS, Failed, measured


def jvm_options(spec):
    """The options of the installed kernel's JVM, without its archive, which holds other classes."""
    command = json.loads((spec / "kernel.json").read_text(encoding="utf-8"))["argv"]
    options = command[1 : command.index("-cp")]
    return [option for option in options if "{resource_dir}" not in option]


class Sides:
    """How each side is started."""

    def __init__(self, options):
        self._log = options.out / "engine.log"
        self._data = options.out / "data"
        self.java_options = jvm_options(options.kernel)
        if options.threads:
            self.java_options.append(f"-Dmanabi.threads={options.threads}")
        if options.avx2:
            self.java_options.append("-XX:UseAVX=2")
        program = ["-cp", options.class_path, "manabi.bench.engine.Measurement"]
        self._ours = [options.java, *self.java_options, *program]

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


def conditions(runs, rounds, loads, ours):
    """What a reader has to know beside the table."""
    engines = {run.facts["engine"]: None for pairs in runs.values() for pair in pairs for run in pair}
    machine = f"{platform.machine()}, {os.cpu_count()} cores, load {min(loads):.1f} to {max(loads):.1f}"
    what = f"{rounds} pairs of runs; median (least–most)" if rounds > 1 else "one pair of runs"
    return f"{what}; {machine}\n{'; '.join(engines)}\nours: {' '.join(ours)}"


def arguments_parser():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("work", nargs="*", metavar="WORK", help=f"of {', '.join(WORKS)} (default: all)")
    parser.add_argument("--rounds", type=int, default=3, help="pairs of runs (default: 3)")
    parser.add_argument("--quick", action="store_true", help="one pair with one warm repetition")
    parser.add_argument("--threads", type=int, help="so many threads for ours alone")
    parser.add_argument("--avx2", action="store_true", help="no AVX-512 for ours")
    parser.add_argument("--java", required=True)
    parser.add_argument("--class-path", required=True, help="of the measured library")
    parser.add_argument("--kernel", type=Path, required=True, help="folder of the kernel.json")
    parser.add_argument("--out", type=Path, required=True, help="where engine.json and .txt go")
    return parser


def main(arguments):
    parser = arguments_parser()
    options = parser.parse_args(arguments)
    if unknown := set(options.work) - set(WORKS):
        parser.error(f"unknown work {unknown.pop()!r}: choose from {', '.join(WORKS)}")
    options.out.mkdir(parents=True, exist_ok=True)
    sides = Sides(options)
    rounds, count = (1, 1) if options.quick else (options.rounds, 3)
    loads = [os.getloadavg()[0]]
    try:
        sides.write_data()
        runs = compare(sides, options.work or list(WORKS), rounds, count)
    except Failed as e:
        return f"manabi: {e}"
    loads.append(os.getloadavg()[0])
    told_conditions = conditions(runs, rounds, loads, sides.java_options)
    text = f"{table(runs, bool(options.threads or options.avx2))}\n\n{told_conditions}\n"
    print(f"\n{text}", end="")
    (options.out / "engine.txt").write_text(text, encoding="utf-8")
    facts = {"conditions": told_conditions, "loads": loads, "runs": samples(runs)}
    (options.out / "engine.json").write_text(json.dumps(facts, indent=1), encoding="utf-8")
    return 0


def samples(runs):
    """Everything that was measured, for the JSON file."""
    return {
        work: [{"ours": asdict(ours), "peer": asdict(peer)} for ours, peer in pairs]
        for work, pairs in runs.items()
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

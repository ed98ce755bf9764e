"""Starts a kernel and shuts it down, many times in a row, and counts what goes wrong.

usage: cycles.py --count 1000 SPEC_FOLDER
"""

import argparse
import os
import statistics
import subprocess
import sys
from collections import Counter

from session import Session


def cycle(spec, times):
    """One cycle; returns "ok" or what went wrong."""
    try:
        session = Session(spec)
    except TimeoutError:
        return "hung at its start"
    except RuntimeError:
        return "failed to start"
    with session:
        try:
            session.execute("1+1")
            times["start"].append(session.age())
            times["end"].append(session.shut_down())
        except (TimeoutError, subprocess.TimeoutExpired):
            return "hung"
        except RuntimeError:
            return "failed"
        status = session.manager.provisioner.process.returncode
        return "ok" if status == 0 else f"ended with status {status}"


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kernel", metavar="SPEC_FOLDER")
    parser.add_argument("--count", type=int, default=1000)
    options = parser.parse_args(arguments)
    times = {"start": [], "end": []}
    outcomes = Counter()
    for number in range(1, options.count + 1):
        outcomes[cycle(options.kernel, times)] += 1
        if number % 25 == 0:
            print(f"{number} cycles: {dict(outcomes)}, load {os.getloadavg()[0]:.1f}", flush=True)
    for name, what in (("start", "start → result of 1+1"), ("end", "shutdown → process gone")):
        if times[name]:
            middle, most = statistics.median(times[name]), max(times[name])
            print(f"{what}: median {middle:.2f} s, most {most:.2f} s")
    print(f"{options.count} cycles: {dict(outcomes)}")
    return int(outcomes["ok"] < options.count)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

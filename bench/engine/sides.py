"""Starts one side's process and reads what it measured."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

PEERS = Path(__file__).parent / "peers"


class Failed(Exception):
    """A side that did not end well, with the end of what it wrote."""


@dataclass
class Run:
    """What one process did.

    laps: figure → its laps; facts: what else it said, the last if it said it often; heaps: bytes on
    the heap after a collection; memory: the most that was resident, in MB.
    """

    memory: float
    laps: dict = field(default_factory=dict)
    facts: dict = field(default_factory=dict)
    heaps: list = field(default_factory=list)

    def seconds(self, figure):
        return median(lap["seconds"] for lap in self.laps[figure])

    def value(self, figure):
        return self.memory if figure == "memory" else self.seconds(figure)

    def cpu(self, figure):
        return None if figure == "memory" else median(lap["cpu"] for lap in self.laps[figure])


def measured(command, log):
    """Runs the process to its end and returns its Run; what it writes beside that goes to the log."""
    command = [str(part) for part in command]
    environment = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"}
    with open(log, "wb") as errors:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, env=environment)
        try:
            lines = process.stdout.read().decode().splitlines()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        finally:
            if process.returncode is None:
                process.kill()
    if process.returncode:
        raise Failed(f"a measured program failed: {' '.join(command)}\n{end_of(log)}")
    unit = 1 if sys.platform == "darwin" else 1024
    return read(map(json.loads, filter(None, lines)), usage.ru_maxrss * unit / 1e6)


def read(lines, memory):
    run = Run(memory)
    for line in lines:
        if "figure" in line:
            run.laps.setdefault(line["figure"], []).append(line)
        elif line["fact"] == "heap":
            run.heaps.append(line["value"])
        else:
            run.facts[line["fact"]] = line["value"]
    return run


def end_of(log):
    return log.read_text(encoding="utf-8", errors="replace")[-2_000:]

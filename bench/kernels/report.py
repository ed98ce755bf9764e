"""The samples as a table, with a verdict on the first kernel and the others' ratio to it."""

import json
import re
import subprocess
from pathlib import Path
from statistics import median

from figures import FIGURES
from tables import aligned, spread


def java_feature(kernels):
    """The version of the Java that runs the first of the kernels."""
    spec = json.loads((Path(next(iter(kernels.values()))) / "kernel.json").read_text())
    answer = subprocess.run([spec["argv"][0], "-version"], capture_output=True, text=True).stderr
    return int(re.search(r'version "(\d+)', answer).group(1))


def table(samples, feature):
    """samples: kernel → figure's key → values, None for a missing one; the first kernel is judged."""
    judged, *others = samples
    rows = [["", "must", "goal", judged, "", *(text for name in others for text in (name, "×"))]]
    for figure in FIGURES:
        values = samples[judged][figure.key]
        rows.append(
            [
                f"{figure.label}, {figure.unit}",
                f"{figure.bound(feature):g}",
                f"{figure.goal:g}",
                shown(values),
                verdict(figure, values, feature),
                *(text for name in others for text in compared(samples[name][figure.key], values)),
            ]
        )
    return aligned(rows)


def known(values):
    return [value for value in values if value is not None]


def shown(values):
    """The spread of the values and how many are missing: "12.3 (11.8–15.0) 1 missing"."""
    there = known(values)
    missing = len(values) - len(there)
    return " ".join(([spread(there)] if there else []) + ([f"{missing} missing"] if missing else []))


def verdict(figure, values, feature):
    """A kernel that did not come to a figure has failed, whatever its other values are."""
    return "FAILED" if None in values else figure.verdict(median(values), feature)


def compared(others, values):
    """The other kernel's spread, and how many times the judged kernel's median its median is."""
    theirs, ours = known(others), known(values)
    return shown(others), f"{median(theirs) / median(ours):.1f}" if theirs and ours else "–"

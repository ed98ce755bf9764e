#!/usr/bin/env python3
"""Counts the lectures' rows that the chapters and the library's tests carry.

docs/rows.md lists the rows. A chapter carries a row by the ids of its cells and checks it by the
labels of its checks; a test carries it by its tag. Standard library only.
"""

import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

LISTED = re.compile(r"^\| ([CE]\d+(?:\.\d+)?) \|", re.MULTILINE)
CELL = re.compile(r"^(c\d+-\d+|e\d+)-")
LABEL = re.compile(r'"([CE]\d+(?:\.\d+)?)[ "]')
TAG = re.compile(r'@Tag\("([CE]\d+(?:\.\d+)?)"\)')


@dataclass
class Rows:
    """Row → the places that carry it."""

    listed: list
    cells: dict = field(default_factory=dict)
    checks: dict = field(default_factory=dict)
    tests: dict = field(default_factory=dict)

    def read_notebook(self, path):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            claim = CELL.match(cell["id"])
            if claim:
                row = claim[1].upper().replace("-", ".")
                self.cells.setdefault(row, set()).add(path.name)
            if cell["cell_type"] == "code":
                for row in LABEL.findall("".join(cell["source"])):
                    self.checks.setdefault(row, set()).add(path.name)

    def read_test(self, path):
        for row in TAG.findall(path.read_text(encoding="utf-8")):
            self.tests.setdefault(row, set()).add(path.name)

    def faults(self):
        """What is claimed and is not so, a line each."""
        for kind, places in (("cell", self.cells), ("check", self.checks), ("test", self.tests)):
            for row in sorted(set(places) - set(self.listed)):
                yield f"{names(places[row])}: a {kind} carries {row}, which docs/rows.md does not list"
        for row in sorted(self.cells):
            for notebook in sorted(self.cells[row] - self.checks.get(row, set())):
                yield f"{notebook}: cells claim {row}, but no check's label begins with it"
        for row in sorted(row for row in self.checks if "." in row):
            for notebook in sorted(self.checks[row] - self.cells.get(row, set())):
                yield f"{notebook}: a check is labelled {row}, but no cell's id begins with it"

    def chapters(self):
        """(chapter, its rows) for each chapter of the list that any cell carries a row of."""
        for chapter in dict.fromkeys(row.split(".")[0] for row in self.listed if "." in row):
            rows = [row for row in self.listed if row.startswith(chapter + ".")]
            if self.cells.keys() & set(rows):
                yield chapter, rows

    def report(self):
        lines = []
        totals = [0, 0, 0]
        for chapter, rows in self.chapters():
            missing = [row for row in rows if row not in self.cells]
            counts = [len(rows) - len(missing), len(rows), sum(row in self.tests for row in rows)]
            totals = [total + count for total, count in zip(totals, counts)]
            rest = f"; not yet: {' '.join(missing)}" if missing else ""
            lines.append(f"{chapter:>4}: {counts[0]:>2} of {counts[1]:>2} rows, {counts[2]:>2} with a test of the library{rest}")
        lines.append(
            f"rows covered: {totals[0]} of {totals[1]} of the chapters built,"
            f" {totals[2]} with a test of the library"
        )
        return "\n".join(lines)


def names(paths):
    return ", ".join(sorted(paths))


def read(root):
    rows = Rows(LISTED.findall((root / "docs/rows.md").read_text(encoding="utf-8")))
    for path in sorted((root / "notebooks").glob("*.ipynb")):
        rows.read_notebook(path)
    for path in sorted((root / "lib/src/test/java").rglob("*.java")):
        rows.read_test(path)
    return rows


def main(root=ROOT):
    rows = read(root)
    print(rows.report())
    faults = list(rows.faults())
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

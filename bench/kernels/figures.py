"""What is measured, and what the figures should be."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One row of the table.

    must, goal: upper bounds in the unit. must_later: the bound on JDK 25 and newer where it differs.
    """

    key: str
    label: str
    unit: str
    must: float
    goal: float
    must_later: float | None = None

    def bound(self, java_feature):
        return self.must_later if self.must_later and java_feature >= 25 else self.must

    def verdict(self, median, java_feature):
        if median <= self.goal:
            return "goal"
        return "must" if median <= self.bound(java_feature) else "MISSED"


FIGURES = (
    Figure("info", "start → kernel_info", "ms", 450, 280),
    Figure("first", "start → result of 1+1", "ms", 900, 400, must_later=700),
    Figure("value", "warm x", "ms", 15, 5),
    Figure("assign", "warm int x = 1;", "ms", 15, 5),
    Figure("complete", "completion", "ms", 17, 8),
    Figure("inspect", "inspection", "ms", 6, 2),
    Figure("is_complete", "is_complete", "ms", 6, 2),
    Figure("queued", "20 queued cells", "ms", 200, 90),
    Figure("print", "10,000 println", "ms", 112, 50),
    Figure("rss_start", "resident after start", "MB", 200, 120),
    Figure("rss_use", "resident after use", "MB", 350, 250),
)


@dataclass(frozen=True)
class Dialect:
    """The same cells in the language of a kernel."""

    assign: str
    complete: str
    inspect: str
    incomplete: str
    print_many: str
    prepare: str = ""


JAVA = Dialect(
    assign="int x = 1;",
    complete="System.out.pri",
    inspect="System.out.println",
    incomplete="for (int i = 0; i < 3; i++) {",
    print_many="for (int i = 0; i < 10_000; i++) System.out.println(i);",
)
PYTHON = Dialect(
    assign="x = 1",
    complete="sys.stdout.wri",
    inspect="sys.stdout.write",
    incomplete="for i in range(3):",
    print_many="for i in range(10_000): print(i)",
    prepare="import sys",
)

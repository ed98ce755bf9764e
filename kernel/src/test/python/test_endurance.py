"""Long sessions: the heap stays flat; two kernels at once do not disturb each other."""

import os
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import TIMEOUT, Kernel

CELLS = int(os.environ.get("MANABI_ENDURANCE_CELLS", "400"))
STAGES = 8

# What a reader runs over and over: declarations anew, values, output, errors.
ROUND = (
    "int x = {n};",
    "x + 1",
    "int twice(int n) {{ return 2 * n; }}",
    'System.out.println("cell " + twice(x));',
    "var squares = IntStream.range(0, 1_000).map(i -> i * i).toArray();",
    "squares.length",
    "record Point(int x, int y) {{}}",
    "new Point(x, {n})",
    "for (int i = 0; i < 3; i++) {{ new int[1_000].clone(); }}",
    'throw new IllegalStateException("{n}");',
)

# Twice, as what a first collection finds unused may hold on to more.
USED_BYTES = """
System.gc();
System.gc();
Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()
"""

# JShell keeps each declaration; what the rounds declare anew came to less than 2 kB a cell, which
# the collector's own swings hide over 400 cells. A kept value or tree is more.
KILOBYTES_PER_CELL = 15


@pytest.fixture
def fresh():
    running = Kernel()
    yield running
    running.close()


def wait_for_warm_up(kernel):
    """While the kernel warms up, in the pauses between cells, it has a second compiler: 12 MB."""
    threads = "Thread.getAllStackTraces().keySet().stream()"
    over = threads + '.noneMatch(thread -> thread.getName().equals("kernel warm-up"))'
    end = time.monotonic() + TIMEOUT
    while kernel.run(over).text != "true":
        assert time.monotonic() < end, "the warm-up did not end"
        time.sleep(0.5)


def used_megabytes(kernel):
    return int(kernel.run(USED_BYTES).text) / 1e6


def test_heap_stays_flat(fresh):
    wait_for_warm_up(fresh)
    each = CELLS // STAGES
    used = []
    number = 0
    for _ in range(STAGES):
        for _ in range(each):
            code = ROUND[number % len(ROUND)].format(n=number)
            expected = "error" if code.startswith("throw") else "ok"
            assert fresh.run(code).reply["status"] == expected, code
            number += 1
        used.append(used_megabytes(fresh))
        print(f"{number} cells: {used[-1]:.1f} MB used")
    # The first stage loads the classes of everything; after it each stage adds the same cells.
    grown = (used[-1] - used[0]) * 1e3 / (CELLS - each)
    assert grown < KILOBYTES_PER_CELL, f"{grown:.1f} kB a cell: {used}"


def count_up(kernel, own):
    """The values of a variable that the other kernel has under the same name."""
    assert kernel.run(f"int shared = {own};").reply["status"] == "ok"
    return [kernel.run("shared++").text for _ in range(10)]


def test_two_kernels_at_once_do_not_disturb_each_other(fresh):
    other = Kernel()
    try:
        with ThreadPoolExecutor() as both:
            counts = list(both.map(count_up, (fresh, other), (100, 200)))
        assert counts == [[str(n + i) for i in range(10)] for n in (100, 200)]
        other.client.shutdown()
        other.manager.provisioner.process.wait(10)
        assert fresh.run("shared").text == "110"
    finally:
        other.close()

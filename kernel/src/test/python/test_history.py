"""The history, which outlasts the kernel."""

import json
from pathlib import Path

import pytest
from conftest import Kernel


@pytest.fixture
def file(tmp_path):
    return tmp_path / "deep" / "history.jsonl"


class Session(Kernel):
    """A kernel whose history is in a file of the test's."""

    def __init__(self, file, *cells):
        import os

        super().__init__(env={**os.environ, "MANABI_KERNEL_HISTORY": str(file)})
        for cell in cells:
            self.run(cell)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.manager.shutdown_kernel()
        self.close()

    def history(self, **request):
        reply = self.reply_to(self.client.history(**request))
        assert reply["status"] == "ok"
        return reply["history"]


def test_sessions_are_kept(file):
    with Session(file, "int a = 1;", "int b = 2;"):
        pass
    with Session(file, "int c = 3;") as second:
        tail = second.history(hist_access_type="tail", n=2)
        assert tail == [[1, 2, "int b = 2;"], [2, 1, "int c = 3;"]]
        before = second.history(hist_access_type="range", session=-1, start=1, stop=2)
        assert before == [[1, 1, "int a = 1;"]]
        first = second.history(hist_access_type="range", session=1, start=2)
        assert first == [[1, 2, "int b = 2;"]]
        this = second.history(hist_access_type="range", session=0, start=0)
        assert this == [[2, 1, "int c = 3;"]]
        second.manager.restart_kernel()
        second.client.wait_for_ready(timeout=30)
        assert len(second.history(hist_access_type="tail", n=9)) == 3


def test_two_kernels_share_the_file(file):
    with Session(file, "int a = 1;") as one, Session(file, "int b = 2;") as other:
        one.run("int c = 3;")
        sessions = [
            kernel.history(hist_access_type="range", session=0, start=0)[0][0]
            for kernel in (one, other)
        ]
        assert sorted(sessions) == [1, 2]
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    codes = sorted(line["code"] for line in lines if "code" in line)
    assert codes == ["int a = 1;", "int b = 2;", "int c = 3;"]


def test_outputs_raw_search_and_unique(file):
    with Session(file, 'var word = "学";', "word", 'var word = "学";') as kernel:
        pairs = kernel.history(hist_access_type="tail", n=1, output=True, raw=False)
        assert pairs == [[1, 3, ['var word = "学";', ""]]]
        found = kernel.history(hist_access_type="search", pattern="var*学*", n=9)
        assert [entry[1] for entry in found] == [1, 3]
        found = kernel.history(hist_access_type="search", pattern="var*", n=9, unique=True)
        assert [entry[1] for entry in found] == [3]
        assert len(kernel.history(hist_access_type="search", n=9)) == 3


def test_damaged_lines_are_passed_over(file):
    file.parent.mkdir()
    file.write_bytes(b'{"session":3,"cell":1,"code":"old"}\nno json\n\xff\xfe\n[1]\n{"session":4,"ce')
    with Session(file, "int a = 1;") as kernel:
        tail = kernel.history(hist_access_type="tail", n=9)
        assert tail == [[3, 1, "old"], [4, 1, "int a = 1;"]]
    assert file.read_text(errors="replace").endswith('"code":"int a \\u003d 1;"}\n')


def test_a_folder_that_cannot_be_written_breaks_nothing():
    with Session(Path("/proc/none/history.jsonl"), "int a = 1;") as kernel:
        assert kernel.run("a").text == "1"
        assert [e[2] for e in kernel.history(hist_access_type="tail", n=9)] == ["int a = 1;", "a"]


@pytest.mark.parametrize("pattern", ["[z-a]", "[", "\\", "(", "*" * 30])
def test_patterns_that_are_no_glob_break_nothing(kernel, pattern):
    request = kernel.client.history(hist_access_type="search", pattern=pattern, n=1)
    assert kernel.reply_to(request, timeout=10)["status"] in ("ok", "error")
    assert kernel.run("6 * 7").text == "42"

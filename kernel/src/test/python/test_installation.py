"""The kernel installed elsewhere, with its class archive good, damaged and for another place."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

INSTALLED = Path(sys.prefix, "share/jupyter/kernels/manabi")
ARCHIVE = "classes.archive"
TIMEOUT = 60


def install(prefix, *options):
    """Install the kernel below the prefix; return its folder and what was printed."""
    command = ["java", "-jar", INSTALLED / "manabi-kernel.jar", "install", "--prefix", prefix]
    done = subprocess.run([*command, *options], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return prefix / "share/jupyter/kernels/manabi", done.stdout + done.stderr


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    folder, printed = install(tmp_path_factory.mktemp("a place") / "学び")
    assert "preparing the class archive …" in printed
    assert "warning" not in printed
    return folder


@pytest.fixture
def spec(good):
    """The installed kernel's folder, with its archive as it was made."""
    kept = good.with_name("kept") / ARCHIVE
    if not kept.exists():
        kept.parent.mkdir()
        shutil.copy2(good / ARCHIVE, kept)
    shutil.copy2(kept, good / ARCHIVE)
    return good


def start(folder, code):
    """The value of the cell in a fresh kernel, and what its process wrote by itself."""
    specs = KernelSpecManager(kernel_dirs=[str(folder.parent)], ensure_native_kernel=False)
    manager = KernelManager(kernel_name=folder.name, kernel_spec_manager=specs)
    values = []
    with tempfile.TemporaryFile() as output:
        manager.start_kernel(stdout=output, stderr=subprocess.STDOUT)
        client = manager.client()
        try:
            client.start_channels()
            client.wait_for_ready(timeout=TIMEOUT)
            client.execute_interactive(code, output_hook=values.append, timeout=TIMEOUT)
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)
        output.seek(0)
        lines = output.read().decode().splitlines()
    results = [m["content"]["data"]["text/plain"] for m in values if m["msg_type"] == "execute_result"]
    return results, [line for line in lines if line]


@pytest.mark.skipif(not os.path.exists("/proc/self/maps"), reason="needs /proc")
def test_archive_is_used_where_it_was_made(spec):
    maps = 'Files.readString(Path.of("/proc/self/maps")).contains("classes.archive")'
    assert start(spec, maps) == (["true"], [])


def overwritten_at(place):
    def damage(folder):
        with open(folder / ARCHIVE, "r+b") as archive:
            archive.seek(place)
            archive.write(os.urandom(10_000))

    return damage


@pytest.mark.parametrize(
    "damage",
    [
        overwritten_at(0),
        overwritten_at(3_000_000),
        lambda folder: os.truncate(folder / ARCHIVE, 0),
        lambda folder: os.remove(folder / ARCHIVE),
    ],
    ids=["header", "middle", "empty", "gone"],
)
def test_damaged_archive_is_left_out_without_a_word(spec, damage):
    damage(spec)
    assert start(spec, "1 + 1") == (["2"], [])


def test_moved_kernel_starts(spec, tmp_path):
    copy = shutil.copytree(spec, tmp_path / "elsewhere" / "manabi")
    assert start(copy, "1 + 1") == (["2"], [])


def test_own_options_reach_the_kernel(tmp_path):
    folder, printed = install(
        tmp_path, "--no-archive", "--java-option=-Dmanabi.test=a b", "--java-option=-XX:+UseG1GC"
    )
    assert "archive" not in printed
    assert not (folder / ARCHIVE).exists()
    assert start(folder, 'System.getProperty("manabi.test")') == (["a b"], [])

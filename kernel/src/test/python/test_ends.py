"""Interrupts that come at odd times, signals, and the end of the process."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import RUNNING, Kernel, new_manager

BUSY = [None, "while (true) {}", "Thread.sleep(60_000);", 'input("?")']


def process(running):
    return running.manager.provisioner.process


def assert_gone(running, started, seconds=2):
    process(running).wait(seconds - (time.monotonic() - started))


def wait_for(running, kind):
    """Return the next message of a type on iopub."""
    while True:
        message = running.client.get_iopub_msg(timeout=5)
        if message["msg_type"] == kind:
            return message["content"]


@pytest.fixture
def own():
    running = Kernel()
    yield running
    running.close()


def occupy(running, code):
    if code:
        running.client.execute(RUNNING + code, allow_stdin=True)
        running.wait_for_text("running")


@pytest.mark.parametrize("code", BUSY)
def test_a_restart_says_so_first(own, code):
    occupy(own, code)
    message = own.client.session.msg("shutdown_request", {"restart": True})
    started = time.monotonic()
    own.client.control_channel.send(message)
    said = {"status": "ok", "restart": True}
    assert own.client.get_control_msg(timeout=2)["content"] == said
    assert wait_for(own, "shutdown_reply") == said
    assert_gone(own, started)


@pytest.mark.parametrize("code", BUSY)
def test_sigterm_says_so_first(own, code):
    occupy(own, code)
    started = time.monotonic()
    process(own).send_signal(signal.SIGTERM)
    assert wait_for(own, "shutdown_reply") == {"status": "ok", "restart": False}
    assert_gone(own, started)


def test_a_shutdown_hook_that_hangs_is_not_waited_for(own):
    hook = "Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) {} }));"
    assert own.run(hook).reply["status"] == "ok"
    started = time.monotonic()
    own.client.shutdown()
    assert_gone(own, started)


def test_sigint_interrupts(own):
    own.run("int kept = 11;")
    process(own).send_signal(signal.SIGINT)
    time.sleep(0.3)  # Until it has arrived: nothing runs, so nothing is hit.
    assert own.run("kept").text == "11"
    for _ in range(2):
        request = own.client.execute(RUNNING + "while (true) {}")
        own.wait_for_text("running")
        process(own).send_signal(signal.SIGINT)
        assert own.reply_to(request, timeout=5)["ename"] == "Interrupted"
    assert own.run("kept").text == "11"


CLIENT = """
import os, sys
sys.path.insert(0, {tests!r})
from conftest import Kernel
running = Kernel()
running.client.execute("while (true) {{}}")
print(running.manager.provisioner.pid, flush=True)
sys.stdin.read()
os._exit(1)
"""


def test_a_kernel_does_not_outlive_its_client():
    code = CLIENT.format(tests=str(Path(__file__).parent))
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    client = subprocess.Popen([sys.executable, "-c", code], **pipes)
    kernel = int(client.stdout.readline())
    os.kill(kernel, 0)
    client.stdin.close()
    client.wait(5)
    started = time.monotonic()
    while Path(f"/proc/{kernel}").exists() and "Z" not in state(kernel):
        assert time.monotonic() - started < 2
        time.sleep(0.02)


def state(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return "Z"


def test_an_interrupt_before_the_engine_has_started():
    manager = new_manager()
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        while client.get_iopub_msg(timeout=20)["msg_type"] != "iopub_welcome":
            pass  # a client that has just come may miss what is published
        first = client.execute("Thread.sleep(60_000);")
        second = client.execute("2")
        while client.get_iopub_msg(timeout=20)["msg_type"] != "execute_input":
            pass
        started = time.monotonic()
        manager.interrupt_kernel()
        replies = {}
        while len(replies) < 2:
            reply = client.get_shell_msg(timeout=20)
            replies[reply["parent_header"]["msg_id"]] = reply["content"]
        assert time.monotonic() - started < 1
        assert replies[first]["ename"] == "Interrupted"
        assert replies[second]["status"] == "aborted"
        client.execute("6 * 7")
        assert client.get_shell_msg(timeout=20)["content"]["status"] == "ok"
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def test_interrupts_hit_the_cells_before_them_and_no_other(own):
    for wait in range(0, 60, 3):
        before = [own.client.execute(f"int a{i} = {i};") for i in range(4)]
        time.sleep(wait / 1000)
        own.interrupt()
        states = [own.reply_to(request, timeout=10)["status"] for request in before]
        assert sorted(states, key=["ok", "error", "aborted"].index) == states
        assert states.count("error") <= 1
        assert own.run("6 * 7").text == "42"

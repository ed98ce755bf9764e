"""A running kernel for each module, and a client that records what a cell answers."""

import os
import sys
import tempfile
import time
from pathlib import Path
from queue import Empty

import pytest
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

KERNEL = "manabi"
TIMEOUT = 60
RUNNING = 'System.out.println("running"); '

# The cells of the tests are no part of anybody's history.
HISTORY = tempfile.TemporaryDirectory(prefix="manabi-history-")
os.environ["MANABI_KERNEL_HISTORY"] = str(Path(HISTORY.name, "history.jsonl"))


def new_manager():
    """Return a manager of the kernel as it is installed in this Python's prefix."""
    folder = Path(sys.prefix, "share", "jupyter", "kernels")
    assert (folder / KERNEL / "kernel.json").is_file(), f"no kernel {KERNEL} in {folder}"
    specs = KernelSpecManager(kernel_dirs=[str(folder)], ensure_native_kernel=False)
    return KernelManager(kernel_name=KERNEL, kernel_spec_manager=specs)


class Kernel:
    """A kernel process and one client of it."""

    def __init__(self, manager=None, **options):
        self.manager = manager or new_manager()
        self.manager.start_kernel(**options)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=TIMEOUT)

    def run(self, code, answer=None, **options):
        """Execute a cell and return its reply and its messages, without busy and idle."""
        messages = []
        options.setdefault("allow_stdin", answer is not None)
        reply = self.client.execute_interactive(
            code,
            output_hook=messages.append,
            stdin_hook=lambda question: self.client.input(answer),
            timeout=TIMEOUT,
            **options,
        )
        return Result(reply, messages)

    def reply_to(self, message_id, timeout=TIMEOUT):
        """Return the shell reply to a message."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            try:
                reply = self.client.get_shell_msg(timeout=1)
            except Empty:
                continue
            if reply["parent_header"].get("msg_id") == message_id:
                return reply["content"]
        raise AssertionError("no reply")

    def interrupt(self):
        """Interrupt, and return when the kernel has answered: cells sent from now on are later."""
        request = self.client.session.msg("interrupt_request", {})
        self.client.control_channel.send(request)
        answered = None
        while answered != request["header"]["msg_id"]:
            answered = self.client.get_control_msg(timeout=TIMEOUT)["parent_header"].get("msg_id")

    def wait_for_text(self, text):
        """Return when a cell has printed ``text``."""
        seen = ""
        while text not in seen:
            message = self.client.get_iopub_msg(timeout=TIMEOUT)
            if message["msg_type"] == "stream":
                seen += message["content"]["text"]

    def wait_for_idle(self, request):
        """Return when the kernel has said that it is idle after a request."""
        while True:
            message = self.client.get_iopub_msg(timeout=TIMEOUT)
            idle = message["content"].get("execution_state") == "idle"
            if idle and message["parent_header"].get("msg_id") == request:
                return

    def drain(self):
        """Forget the messages that nobody read."""
        while True:
            try:
                self.client.get_iopub_msg(timeout=0.3)
            except Empty:
                return

    def close(self):
        self.client.stop_channels()
        if self.manager.has_kernel:
            self.manager.shutdown_kernel(now=True)


class Result:
    """What a cell answered."""

    def __init__(self, reply, messages):
        self.message = reply
        self.reply = reply["content"]
        self.messages = messages

    def of_type(self, kind):
        return [m["content"] for m in self.messages if m["msg_type"] == kind]

    @property
    def value(self):
        values = self.of_type("execute_result")
        return values[0]["data"] if values else None

    @property
    def text(self):
        return None if self.value is None else self.value["text/plain"]

    def stream(self, name):
        return "".join(c["text"] for c in self.of_type("stream") if c["name"] == name)

    @property
    def traceback(self):
        return "\n".join(self.reply["traceback"])


@pytest.fixture(scope="module")
def kernel():
    running = Kernel()
    yield running
    running.close()

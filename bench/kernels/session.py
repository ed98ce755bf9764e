"""One kernel process and one client of it, with a clock."""

import time
from pathlib import Path

import psutil
import zmq
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

PATIENCE = 30
END_PATIENCE = 10


class Session:
    """A kernel from its start to its end.

    info_seconds: from the start of the process to the reply to kernel_info_request.
    """

    def __init__(self, spec):
        """spec: the folder of a kernel.json."""
        folder = Path(spec).resolve()
        specs = KernelSpecManager(kernel_dirs=[str(folder.parent)], ensure_native_kernel=False)
        self.manager = KernelManager(kernel_name=folder.name, kernel_spec_manager=specs)
        self._started = time.perf_counter()
        self.manager.start_kernel()
        self.client = self.manager.client()
        try:
            self.client.start_channels()
            self._timed(lambda: [self.client.kernel_info()], with_output=False)
        except BaseException:
            self.kill()
            raise
        self.info_seconds = self.age()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()

    def age(self):
        """Seconds since the process was started."""
        return time.perf_counter() - self._started

    def execute(self, code):
        """Seconds from sending the cell to having its reply and its idle, so all of its output."""
        return self.queued([code])

    def answer(self, code):
        """Seconds from sending the cell to its reply: a client that has just come may miss output."""
        return self._timed(lambda: [self.client.execute(code)], with_output=False)

    def queued(self, cells):
        """Seconds from sending the cells at once to having the last one's reply and idle."""
        return self._timed(lambda: [self.client.execute(code) for code in cells])

    def complete(self, code):
        return self._timed(lambda: [self.client.complete(code)])

    def inspect(self, code):
        return self._timed(lambda: [self.client.inspect(code)])

    def is_complete(self, code):
        return self._timed(lambda: [self.client.is_complete(code)])

    def _timed(self, send, with_output=True):
        """Seconds from sending requests to having every reply and the last one's idle."""
        start = time.perf_counter()
        requests = send()
        replies, idle = set(), not with_output
        while not idle or replies < set(requests):
            for message in self._arrived():
                request = message["parent_header"].get("msg_id")
                content = message["content"]
                if content.get("status") in ("error", "aborted") and request in requests:
                    raise RuntimeError(f"the request failed: {content}")
                if message["msg_type"].endswith("_reply"):
                    replies.add(request)
                idle |= request == requests[-1] and content.get("execution_state") == "idle"
        return time.perf_counter() - start

    def _arrived(self):
        """The next messages. Both channels are read, as a client that reads one loses the other's."""
        channels = {c.socket: c for c in (self.client.shell_channel, self.client.iopub_channel)}
        poller = zmq.Poller()
        for socket in channels:
            poller.register(socket, zmq.POLLIN)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            ready = poller.poll(1_000)
            if ready:
                return [channels[socket].get_msg(timeout=1) for socket, _ in ready]
            if not self.manager.is_alive():
                raise RuntimeError("the kernel has ended")
        raise TimeoutError(f"no answer within {PATIENCE} s")

    def resident_megabytes(self):
        """The memory of the process and of those that it started, some of which may have ended."""
        total = 0
        kernel = psutil.Process(self.manager.provisioner.pid)
        for process in [kernel, *kernel.children(recursive=True)]:
            try:
                total += process.memory_info().rss
            except psutil.NoSuchProcess:
                pass
        if not total:
            raise RuntimeError("the kernel has ended")
        return total / 1e6

    def shut_down(self):
        """Seconds from asking the kernel to end to the end of its process."""
        start = time.perf_counter()
        self.client.shutdown()
        self.manager.provisioner.process.wait(END_PATIENCE)
        return time.perf_counter() - start

    def kill(self):
        """Ends the process if it still runs, and forgets the connection."""
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

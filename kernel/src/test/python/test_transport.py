"""The wire: transports, signatures, subscribers, what a kernel must not choke on."""

import json
import socket
import statistics
import time
from pathlib import Path

import pytest
import zmq
from conftest import Kernel, new_manager


def connected(manager, channel="iopub", **options):
    """Return a raw SUB socket of a kernel, subscribed to everything."""
    subscriber = zmq.Context.instance().socket(zmq.SUB)
    for option, value in options.items():
        subscriber.setsockopt(getattr(zmq, option), value)
    subscriber.connect(manager._make_url(channel))
    subscriber.subscribe(b"")
    return subscriber


def receive(subscriber, kind, timeout=20):
    """Return the content of the next message of a type."""
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        if subscriber.poll(200):
            frames = subscriber.recv_multipart()
            start = frames.index(b"<IDS|MSG>")
            header, _, _, content = (json.loads(f) for f in frames[start + 2 : start + 6])
            if header["msg_type"] == kind:
                return content
    raise AssertionError(f"no {kind}")


def test_every_subscriber_is_welcomed(kernel):
    for _ in range(2):
        subscriber = connected(kernel.manager)
        try:
            assert receive(subscriber, "iopub_welcome") == {"subscription": ""}
        finally:
            subscriber.close(0)


def test_unix_domain_sockets():
    manager = new_manager()
    manager.transport = "ipc"
    running = Kernel(manager)
    ports = (manager.shell_port, manager.iopub_port, manager.stdin_port, manager.hb_port)
    files = [Path(f"{manager.ip}-{p}") for p in (*ports, manager.control_port)]
    try:
        assert all(file.is_socket() for file in files)
        assert running.run("6 * 7").text == "42"
        assert running.run('input("?")', answer="学").text == "学"
        assert running.run('"a".repeat(3_000_000).length()').text == "3000000"
        assert running.run('"a".repeat(3_000_000)').reply["status"] == "ok"
        assert running.client.hb_channel.is_beating()
        running.client.shutdown()
        running.manager.provisioner.process.wait(5)
        assert not any(file.exists() for file in files)
    finally:
        running.close()


def test_a_restart_over_unix_domain_sockets():
    manager = new_manager()
    manager.transport = "ipc"
    running = Kernel(manager)
    try:
        manager.restart_kernel(now=True)
        running.client.wait_for_ready(timeout=30)
        assert running.run("6 * 7").text == "42"
    finally:
        running.close()


@pytest.mark.parametrize("scheme, key", [("hmac-sha512", b"secret"), ("hmac-sha256", b"")])
def test_signature_schemes(scheme, key):
    manager = new_manager()
    manager.session.signature_scheme = scheme
    manager.session.key = key
    running = Kernel(manager)
    try:
        assert running.run("6 * 7").text == "42"
    finally:
        running.close()


def test_two_kernels_at_once():
    kernels = [Kernel() for _ in range(2)]
    try:
        for number, running in enumerate(kernels):
            running.run(f"int number = {number};")
        assert [running.run("number").text for running in kernels] == ["0", "1"]
        kernels[0].manager.shutdown_kernel()
        assert kernels[1].run("number + 1").text == "2"
    finally:
        for running in kernels:
            running.close()


def test_bytes_that_are_no_zeromq_are_survived(kernel):
    for port in (kernel.manager.shell_port, kernel.manager.iopub_port, kernel.manager.hb_port):
        with socket.create_connection((kernel.manager.ip, port)) as stranger:
            stranger.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n" + bytes(range(256)))
    assert kernel.run("2").text == "2"
    assert kernel.client.hb_channel.is_beating()


def test_large_messages(kernel):
    megabytes = 50
    text = "x" * (megabytes << 20)
    request = kernel.client.session.msg("comm_msg", {"comm_id": "none", "data": {"text": text}})
    kernel.client.shell_channel.send(request)
    assert kernel.run("2").text == "2"
    assert kernel.run("// " + text + "\n3").text == "3"
    assert kernel.run("4").text == "4"


def test_a_slow_reader_misses_nothing(kernel):
    subscriber = connected(kernel.manager, RCVHWM=1, RCVBUF=4096)
    try:
        receive(subscriber, "iopub_welcome")
        code = 'for (int i = 0; i < 200_000; i++) System.out.println("line " + i);'
        request = kernel.client.execute(code)
        assert kernel.reply_to(request)["status"] == "ok"
        time.sleep(2)
        text = ""
        while not text.endswith("line 199999\n"):
            text += receive(subscriber, "stream")["text"]
        assert text.splitlines() == [f"line {i}" for i in range(200_000)]
        assert receive(subscriber, "status") == {"execution_state": "idle"}
    finally:
        subscriber.close(0)
        kernel.drain()


def test_the_empty_round_trip_is_short(kernel):
    def seconds():
        started = time.perf_counter()
        kernel.reply_to(kernel.client.kernel_info())
        return time.perf_counter() - started

    for _ in range(50):
        seconds()
    # Alone on a machine it is below 1 ms; polling loops that sleep would need 50.
    assert statistics.median(seconds() for _ in range(50)) < 0.02


def test_a_client_that_connects_anew_takes_over(kernel):
    second = kernel.manager.client()  # Of the same session, so by the same name.
    second.start_channels()
    try:
        second.wait_for_ready(timeout=20)
        assert second.execute_interactive("1 + 1", timeout=20)["content"]["status"] == "ok"
    finally:
        second.stop_channels()

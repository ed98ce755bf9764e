"""What clients rely on: replies, interrupts, aborts, bad messages, the end."""

import time
from datetime import datetime

import pytest
from conftest import RUNNING, Kernel


def test_kernel_info(kernel):
    info = kernel.reply_to(kernel.client.kernel_info())
    assert info["status"] == "ok"
    assert info["implementation"] == "manabi"
    language = info["language_info"]
    assert (language["name"], language["file_extension"]) == ("java", ".java")
    assert (language["mimetype"], language["codemirror_mode"]) == ("text/x-java", "text/x-java")
    assert language["pygments_lexer"] == "java" and "nbconvert_exporter" not in language
    assert language["version"].split(".")[0].isdigit()
    assert tuple(map(int, info["protocol_version"].split("."))) >= (5, 4)
    assert all(link["url"].startswith("https://") for link in info["help_links"])
    assert info["help_links"] and "Java" in info["banner"]


def test_header_dates_are_parsed_by_clients(kernel):
    reply = kernel.run("1").message
    assert isinstance(reply["header"]["date"], datetime)


def test_busy_and_idle_around_every_request(kernel):
    kernel.drain()
    for request in (
        kernel.client.kernel_info(),
        kernel.client.history(hist_access_type="tail", n=1),
        kernel.client.complete("Strin", 5),
        kernel.client.comm_info(),
        kernel.client.inspect("Math", 4),
    ):
        states = []
        while "idle" not in states:
            message = kernel.client.get_iopub_msg(timeout=10)
            if message["parent_header"].get("msg_id") == request:
                states.append(message["content"]["execution_state"])
        assert states == ["busy", "idle"]
        assert kernel.reply_to(request)["status"] == "ok"


@pytest.mark.parametrize(
    "kind, content, name",
    [
        ("no_such_request", {}, "UnknownRequest"),
        ("history_request", {"hist_access_type": 7}, "MalformedRequest"),
        ("complete_request", {"code": [], "cursor_pos": "x"}, "MalformedRequest"),
    ],
)
def test_busy_and_idle_around_failures(kernel, kind, content, name):
    kernel.drain()
    message = kernel.client.session.msg(kind, content)
    kernel.client.shell_channel.send(message)
    assert kernel.reply_to(message["header"]["msg_id"])["ename"] == name
    states = [kernel.client.get_iopub_msg(timeout=5)["content"] for _ in range(2)]
    assert [s["execution_state"] for s in states] == ["busy", "idle"]


def test_execution_counts(kernel):
    start = kernel.run("1").reply["execution_count"]
    counts = [
        kernel.run(code, **options).reply["execution_count"]
        for code, options in [
            ("2", {"silent": True}),
            ("2", {"store_history": False}),
            ("", {}),
            (" \n", {}),
            ("1 / 0", {}),
            ("3", {}),
        ]
    ]
    assert counts == [start, start, start, start, start + 1, start + 2]
    result = kernel.run("4")
    numbers = {c["execution_count"] for c in result.of_type("execute_input")}
    numbers |= {c["execution_count"] for c in result.of_type("execute_result")}
    assert numbers == {result.reply["execution_count"]} == {start + 3}


def test_silent_cells_leave_no_trace(kernel):
    before = kernel.run("1").reply["execution_count"]
    result = kernel.run("1 + 1", silent=True)
    assert result.of_type("execute_input") == [] and result.value is None
    assert kernel.run("1").reply["execution_count"] == before + 1


def test_user_expressions(kernel):
    reply = kernel.run("int u = 4;", user_expressions={"good": "u * 2", "bad": "1 / 0"}).reply
    assert reply["user_expressions"]["good"]["data"]["text/plain"] == "8"
    assert reply["user_expressions"]["bad"]["status"] == "error"


def test_error_aborts_queued_cells(kernel):
    requests = [kernel.client.execute(code) for code in ("1 / 0", "2", "3")]
    assert [kernel.reply_to(r)["status"] for r in requests] == ["error", "aborted", "aborted"]
    assert kernel.run("4").text == "4"


def test_a_silent_error_aborts_nothing(kernel):
    requests = [kernel.client.execute(code, silent=True) for code in ("1 / 0", "2")]
    assert [kernel.reply_to(r)["status"] for r in requests] == ["error", "ok"]


def test_error_aborts_nothing_where_not_asked(kernel):
    requests = [kernel.client.execute(code, stop_on_error=False) for code in ("1 / 0", "2")]
    assert [kernel.reply_to(r)["status"] for r in requests] == ["error", "ok"]


@pytest.mark.parametrize(
    "loop",
    [
        "while (true) {}",
        "void spin() { while (true) {} }\nspin();",
        "Thread.sleep(60_000);",
        "IntStream.iterate(0, i -> i + 1).map(i -> i * 2).sum()",
    ],
)
def test_interrupt(kernel, loop):
    kernel.run("int kept = 11;")
    request = kernel.client.execute(RUNNING + loop)
    queued = kernel.client.execute("1")
    kernel.wait_for_text("running")
    started = time.monotonic()
    kernel.manager.interrupt_kernel()
    reply = kernel.reply_to(request, timeout=10)
    assert time.monotonic() - started < 1
    assert (reply["status"], reply["ename"]) == ("error", "Interrupted")
    assert kernel.reply_to(queued)["status"] == "aborted"
    assert kernel.run("kept").text == "11"


def test_interrupt_while_waiting_for_input(kernel):
    request = kernel.client.execute('input("?")', allow_stdin=True)
    kernel.client.get_stdin_msg(timeout=30)
    kernel.manager.interrupt_kernel()
    assert kernel.reply_to(request, timeout=10)["ename"] == "Interrupted"


def test_history(kernel):
    kernel.run('String remembered = "a";')
    kernel.run('String forgotten = "b";', store_history=False)
    tail = kernel.reply_to(kernel.client.history(hist_access_type="tail", n=1))["history"]
    assert [entry[2] for entry in tail] == ['String remembered = "a";']
    found = kernel.reply_to(
        kernel.client.history(hist_access_type="search", pattern="*remem*", n=5, unique=True)
    )["history"]
    assert len(found) == 1


def test_bad_signature_is_dropped(kernel):
    session = kernel.client.session
    good = session.key
    session.key = b"wrong"
    kernel.client.execute("int bad = 1;")
    session.key = good
    assert kernel.run("2").text == "2"


@pytest.mark.parametrize(
    "body",
    [
        [b"no json", b"{}", b"{}", b"{}"],
        [b"[]", b"{}", b"{}", b"{}"],
        [b'{"msg_type": "execute_request"}', b"{}", b"{}", b'{"code": ['],
        [b'{"msg_type": "execute_request"}', b"{}", b"{}", b'{"code": {"a": 1}, "silent": 3}'],
        [b'{"msg_type": "history_request"}', b"{}", b"{}", b'{"hist_access_type": 7}'],
        [b'{"msg_type": "no_such_request"}', b"{}", b"{}", b"{}"],
        [b'{"msg_type": 5}', b"{}", b"{}", b"{}"],
        [b'{"msg_type": {}}', b"{}", b"{}", b"{}"],
        [b"{}"],
        [b"", b"", b"", b""],
        [b"<IDS|MSG>", b"<IDS|MSG>", b"{}", b"{}"],
        [b'{"msg_type": "execute_request"}', b"{}", b"{}", b'{"code": "1 // \xff\xfe"}'],
        [b'{"msg_type": "execute_request"}', b"{}", b"{}", b'{"a":' * 100_000],
        [b'{"msg_type": "comm_msg"}', b"{}", b"{}", b'{"data": ' + b"[" * 100_000],
        [b'{"msg_type": "comm_open"}', b"[]", b"[]", b'{"data": 1}'],
        [b'{"msg_type": "shutdown_reply"}', b"{}", b"{}", b"{}", b"", b"\x00" * 1000],
    ],
)
def test_malformed_messages_are_survived(kernel, body):
    session = kernel.client.session
    signature = session.sign(body)
    for channel in (kernel.client.shell_channel, kernel.client.control_channel):
        channel.socket.send_multipart([b"<IDS|MSG>", signature, *body])
    assert kernel.run("2").text == "2"
    control = kernel.client.session.msg("kernel_info_request", {})
    kernel.client.control_channel.send(control)
    assert kernel.client.get_control_msg(timeout=10)["content"]


@pytest.mark.parametrize("code", [None, "while (true) {}", 'input("?")'])
def test_shutdown_ends_the_process(code):
    running = Kernel()
    try:
        if code:
            running.client.execute(RUNNING + code, allow_stdin=True)
            running.wait_for_text("running")
        started = time.monotonic()
        message = running.client.session.msg("shutdown_request", {"restart": False})
        running.client.control_channel.send(message)
        reply = running.client.get_control_msg(timeout=5)
        assert reply["content"] == {"status": "ok", "restart": False}
        while running.manager.is_alive():
            assert time.monotonic() - started < 2
            time.sleep(0.02)
    finally:
        running.close()


def test_restart():
    running = Kernel()
    try:
        running.run("int before = 1;")
        running.manager.restart_kernel()
        running.client.wait_for_ready(timeout=60)
        assert running.run("before").reply["status"] == "error"
    finally:
        running.close()

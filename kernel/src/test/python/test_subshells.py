"""Subshells, as in Jupyter's enhancement proposal 91."""

import time

import pytest
from conftest import RUNNING, Kernel


def control(kernel, kind, **content):
    """Return the reply to a request on the control channel."""
    message = kernel.client.session.msg(kind, content)
    kernel.client.control_channel.send(message)
    while True:
        reply = kernel.client.get_control_msg(timeout=20)
        if reply["parent_header"]["msg_id"] == message["header"]["msg_id"]:
            return reply["content"]


def send(kernel, subshell, kind, **content):
    """Send a request to a subshell and return its message id."""
    message = kernel.client.session.msg(kind, content)
    message["header"]["subshell_id"] = subshell
    kernel.client.shell_channel.send(message)
    return message["header"]["msg_id"]


def execute(kernel, subshell, code, **options):
    return send(kernel, subshell, "execute_request", code=code, **options)


def replies(kernel, *requests):
    """Return the replies to requests whose shells answer in any order."""
    found = {}
    while not found.keys() >= set(requests):
        reply = kernel.client.get_shell_msg(timeout=20)
        found[reply["parent_header"]["msg_id"]] = reply["content"]
    return [found[request] for request in requests]


@pytest.fixture
def subshell(kernel):
    kernel.drain()
    created = control(kernel, "create_subshell_request")
    assert created["status"] == "ok"
    yield created["subshell_id"]
    if created["subshell_id"] in control(kernel, "list_subshell_request")["subshell_id"]:
        control(kernel, "delete_subshell_request", subshell_id=created["subshell_id"])


@pytest.fixture
def busy(kernel):
    """The main shell runs a cell until the test lets it go."""
    kernel.run("var gate = new CountDownLatch(1);")
    request = kernel.client.execute(RUNNING + "gate.await(); 17")
    kernel.wait_for_text("running")
    yield request
    kernel.manager.interrupt_kernel()


def test_the_kernel_says_that_it_has_subshells(kernel):
    info = kernel.reply_to(kernel.client.kernel_info())
    assert info["supported_features"] == ["kernel subshells"]


def test_create_list_delete(kernel, subshell):
    assert subshell in control(kernel, "list_subshell_request")["subshell_id"]
    assert control(kernel, "delete_subshell_request", subshell_id=subshell) == {"status": "ok"}
    assert subshell not in control(kernel, "list_subshell_request")["subshell_id"]


def test_an_unknown_subshell_is_an_error(kernel):
    reply = control(kernel, "delete_subshell_request", subshell_id="none")
    assert reply["status"] == "error" and '"none"' in reply["evalue"]
    kernel.drain()
    request = execute(kernel, "none", "1")
    assert kernel.reply_to(request)["ename"] == "UnknownSubshell"
    states = [kernel.client.get_iopub_msg(timeout=5) for _ in range(2)]
    assert [m["content"]["execution_state"] for m in states] == ["busy", "idle"]
    assert {m["parent_header"]["msg_id"] for m in states} == {request}


def test_a_subshell_runs_while_the_main_shell_is_busy(kernel, subshell, busy):
    for kind in ("kernel_info_request", "history_request", "comm_info_request"):
        request = send(kernel, subshell, kind, hist_access_type="tail", n=1)
        assert kernel.reply_to(request, timeout=10)["status"] == "ok"
    request = execute(kernel, subshell, 'System.out.println("here"); gate.countDown();')
    assert [reply["status"] for reply in replies(kernel, request, busy)] == ["ok", "ok"]
    parents = {}
    while len(parents) < 2:
        message = kernel.client.get_iopub_msg(timeout=10)
        parent = message["parent_header"].get("msg_id")
        if message["msg_type"] == "execute_result":
            parents["result"] = parent
        if message["msg_type"] == "stream" and "here" in message["content"]["text"]:
            parents["stream"] = parent
    assert parents == {"result": busy, "stream": request}


def test_cells_of_one_subshell_run_in_turn(kernel, subshell):
    requests = [execute(kernel, subshell, f"int turn{i} = {i};") for i in range(5)]
    counts = [kernel.reply_to(r)["execution_count"] for r in requests]
    assert counts == list(range(counts[0], counts[0] + 5))


def test_an_error_aborts_the_cells_of_its_shell_only(kernel, subshell, busy):
    waiting = kernel.client.execute("18")
    requests = [execute(kernel, subshell, code) for code in ("1 / 0", "2")]
    assert [kernel.reply_to(r)["status"] for r in requests] == ["error", "aborted"]
    opening = execute(kernel, subshell, "gate.countDown();")
    states = [reply["status"] for reply in replies(kernel, opening, busy, waiting)]
    assert states == ["ok", "ok", "ok"]


def test_an_interrupt_ends_what_runs_in_every_shell(kernel, subshell, busy):
    code = 'System.out.println("spinning"); while (true) {}'
    request = execute(kernel, subshell, code)
    queued = execute(kernel, subshell, "1")
    kernel.wait_for_text("spinning")
    kernel.manager.interrupt_kernel()
    ended, main, aborted = replies(kernel, request, busy, queued)
    assert (ended["ename"], main["ename"]) == ("Interrupted", "Interrupted")
    assert aborted["status"] == "aborted"
    assert kernel.run("2").text == "2"


def test_a_busy_subshell_that_is_deleted_answers_its_cell(kernel, subshell):
    kernel.run("var last = new CountDownLatch(1);")
    code = 'System.out.println("waiting"); last.await();'
    request = execute(kernel, subshell, code)
    queued = execute(kernel, subshell, "2")
    kernel.wait_for_text("waiting")
    assert control(kernel, "delete_subshell_request", subshell_id=subshell) == {"status": "ok"}
    assert kernel.reply_to(execute(kernel, subshell, "3"))["ename"] == "UnknownSubshell"
    opening = kernel.client.execute("last.countDown();")
    states = [reply["status"] for reply in replies(kernel, opening, request, queued)]
    assert states == ["ok", "ok", "aborted"]


def test_shutdown_while_a_subshell_runs():
    running = Kernel()
    try:
        id = control(running, "create_subshell_request")["subshell_id"]
        execute(running, id, RUNNING + "while (true) {}")
        running.wait_for_text("running")
        started = time.monotonic()
        assert control(running, "shutdown_request", restart=False)["status"] == "ok"
        running.manager.provisioner.process.wait(2)
        assert time.monotonic() - started < 2
    finally:
        running.close()

"""Comms between cells and code in the client."""

import time

import pytest
from conftest import RUNNING, TIMEOUT

ECHO = """
comms().register("echo", (comm, first) -> {
  comm.send(Map.of("hello", first.get("name")));
  comm.onMessage(data -> {
    if (data.containsKey("fail")) throw new IllegalStateException("as asked");
    System.out.println("told");
    comm.send(Map.of("echo", data));
  });
  comm.onClose(data -> System.out.println("closed by the client"));
});
"""


def send(kernel, kind, **content):
    message = kernel.client.session.msg(kind, content)
    kernel.client.shell_channel.send(message)
    return message["header"]["msg_id"]


def answers(kernel, request):
    """Return what a request publishes until idle, without the states."""
    messages = []
    while True:
        message = kernel.client.get_iopub_msg(timeout=TIMEOUT)
        if message["parent_header"].get("msg_id") == request:
            if message["msg_type"] != "status":
                messages.append((message["msg_type"], message["content"]))
            elif message["content"]["execution_state"] == "idle":
                return messages


@pytest.fixture
def echo(kernel):
    """Open a comm from the client's side and return its id."""
    kernel.run(ECHO)
    request = send(kernel, "comm_open", comm_id="c1", target_name="echo", data={"name": "ü"})
    assert answers(kernel, request) == [("comm_msg", {"comm_id": "c1", "data": {"hello": "ü"}})]
    yield "c1"
    answers(kernel, send(kernel, "comm_close", comm_id="c1", data={}))


def open_comms(kernel, **wanted):
    return kernel.reply_to(kernel.client.comm_info(**wanted))["comms"]


def test_a_comm_that_the_client_opens(kernel, echo):
    assert open_comms(kernel) == {"c1": {"target_name": "echo"}}
    assert open_comms(kernel, target_name="other") == {}
    data = {"whole": 3, "part": 2.5, "list": [1, None, True], "text": "学"}
    told, answer = answers(kernel, send(kernel, "comm_msg", comm_id=echo, data=data))
    assert told == ("stream", {"name": "stdout", "text": "told\n"})
    assert answer == ("comm_msg", {"comm_id": echo, "data": {"echo": data}})


def test_the_client_closes(kernel, echo):
    closing = answers(kernel, send(kernel, "comm_close", comm_id=echo, data={}))
    assert closing == [("stream", {"name": "stdout", "text": "closed by the client\n"})]
    assert open_comms(kernel) == {}
    assert answers(kernel, send(kernel, "comm_msg", comm_id=echo, data={})) == []


def test_a_comm_that_a_cell_opens(kernel):
    result = kernel.run('var own = comms().open("front", Map.of("x", Double.NaN));')
    (opened,) = result.of_type("comm_open")
    assert (opened["target_name"], opened["data"]) == ("front", {"x": None})
    assert open_comms(kernel, target_name="front") == {opened["comm_id"]: {"target_name": "front"}}
    kernel.run('own.onMessage(data -> System.out.println("got " + data));')
    request = send(kernel, "comm_msg", comm_id=opened["comm_id"], data={"a": 1})
    assert answers(kernel, request) == [("stream", {"name": "stdout", "text": "got {a=1}\n"})]
    (closed,) = kernel.run("own.close(); own.close();").of_type("comm_close")
    assert closed["comm_id"] == opened["comm_id"]
    assert open_comms(kernel) == {}
    assert "is closed" in kernel.run("own.send(Map.of());").reply["evalue"]


def test_an_unknown_target_is_closed(kernel):
    request = send(kernel, "comm_open", comm_id="c2", target_name="nobody", data={})
    assert answers(kernel, request) == [("comm_close", {"comm_id": "c2", "data": {}})]


def test_messages_wait_while_a_cell_runs(kernel, echo):
    kernel.run("var gate = new CountDownLatch(1);")
    cell = kernel.client.execute(RUNNING + "gate.await();")
    kernel.wait_for_text("running")
    message = send(kernel, "comm_msg", comm_id=echo, data={})
    kernel.manager.interrupt_kernel()
    assert kernel.reply_to(cell)["ename"] == "Interrupted"
    assert [kind for kind, _ in answers(kernel, message)] == ["stream", "comm_msg"]


def test_a_handler_that_fails_is_reported(kernel, echo):
    ((kind, content),) = answers(kernel, send(kernel, "comm_msg", comm_id=echo, data={"fail": 1}))
    assert (kind, content["name"]) == ("stream", "stderr")
    assert "IllegalStateException" in content["text"] and "as asked" in content["text"]
    assert kernel.run("6 * 7").text == "42"


def test_an_opening_that_fails_is_closed(kernel):
    kernel.run('comms().register("bad", (comm, data) -> { throw new RuntimeException("no"); });')
    request = send(kernel, "comm_open", comm_id="c3", target_name="bad", data={})
    assert [kind for kind, _ in answers(kernel, request)] == ["stream", "comm_close"]


def test_an_interrupt_ends_a_handler_and_aborts_what_waits_for_it(kernel):
    code = """
comms().register("endless", (comm, data) -> { System.out.println("in"); while (true) {} });
"""
    kernel.run(code)
    send(kernel, "comm_open", comm_id="c4", target_name="endless", data={})
    kernel.wait_for_text("in")
    waiting = kernel.client.execute("1", stop_on_error=False)
    time.sleep(0.2)  # Until it has arrived: the interrupt takes another channel.
    kernel.manager.interrupt_kernel()
    assert kernel.reply_to(waiting)["status"] == "aborted"
    assert kernel.run("6 * 7").text == "42"

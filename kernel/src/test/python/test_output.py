"""What cells print: batches, order, the cell that it belongs to."""

import time

import pytest
from conftest import RUNNING, TIMEOUT


def streams(kernel, request, text):
    """Return what a request's stdout is until ``text`` is in it."""
    seen = ""
    end = time.monotonic() + TIMEOUT
    while text not in seen and time.monotonic() < end:
        message = kernel.client.get_iopub_msg(timeout=TIMEOUT)
        if message["parent_header"].get("msg_id") == request and message["msg_type"] == "stream":
            seen += message["content"]["text"]
    return seen


def test_many_lines_in_few_messages_and_in_order(kernel):
    result = kernel.run("for (int i = 0; i < 10_000; i++) System.out.println(i);")
    assert result.stream("stdout") == "".join(f"{i}\n" for i in range(10_000))
    assert len(result.of_type("stream")) <= 20


def test_both_streams_keep_their_order(kernel):
    code = 'for (int i = 0; i < 3; i++) { System.out.print("o" + i); System.err.print("e" + i); }'
    parts = kernel.run(code).of_type("stream")
    assert "".join(part["text"] for part in parts) == "o0e0o1e1o2e2"
    assert {part["name"] for part in parts} == {"stdout", "stderr"}


def test_output_comes_before_the_value_and_the_reply(kernel):
    result = kernel.run('System.out.print("no newline"); 5')
    assert [m["msg_type"] for m in result.messages[-3:]] == ["stream", "execute_result", "status"]
    assert result.stream("stdout") == "no newline"


def test_output_comes_while_a_cell_runs(kernel):
    kernel.run("var printed = new CountDownLatch(1);")
    request = kernel.client.execute(RUNNING + "printed.await();")
    assert "running" in streams(kernel, request, "running")
    kernel.manager.interrupt_kernel()
    assert kernel.reply_to(request)["status"] == "error"
    kernel.drain()


def test_a_character_that_is_printed_in_two_steps(kernel):
    code = """
byte[] sign = "学".getBytes(java.nio.charset.StandardCharsets.UTF_8);
System.out.write(sign, 0, 1);
Thread.sleep(120);
System.out.write(sign, 1, 2);
System.out.println("🎉");
"""
    assert kernel.run(code).stream("stdout") == "学🎉\n"


def test_threads_print_below_their_cell_also_later(kernel):
    kernel.run("var go = new CountDownLatch(1);")
    code = 'new Thread(() -> { try { go.await(); } catch (Exception e) {} System.out.println("late"); }).start();'
    first = kernel.client.execute(code)
    assert kernel.reply_to(first)["status"] == "ok"
    second = kernel.client.execute("go.countDown();")
    assert kernel.reply_to(second)["status"] == "ok"
    assert streams(kernel, first, "late") == "late\n"


def test_parallel_streams_print_below_the_cell_that_uses_them(kernel):
    kernel.run("IntStream.range(0, 64).parallel().forEach(i -> System.out.println(i));")
    result = kernel.run("IntStream.range(0, 64).parallel().forEach(i -> System.out.println(i));")
    deadline = time.monotonic() + 5
    assert sorted(map(int, result.stream("stdout").split())) == list(range(64))
    assert time.monotonic() < deadline


def test_a_stream_of_the_cell_s_own_and_back(kernel):
    code = """
var kept = System.out;
var own = new ByteArrayOutputStream();
System.setOut(new PrintStream(own));
System.out.print("hidden");
System.setOut(kept);
System.out.print("shown");
own.toString()
"""
    result = kernel.run(code)
    assert (result.stream("stdout"), result.text) == ("shown", "hidden")


def test_logging_of_cells_is_shown(kernel):
    result = kernel.run('java.util.logging.Logger.getLogger("cell").warning("look");')
    assert "look" in result.stream("stderr")


@pytest.mark.parametrize("prompt", ["Wie heißt du? ", ""])
def test_input_and_password(kernel, prompt):
    asked = []
    for call in ("input", "password"):
        request = kernel.client.execute(f'{call}("{prompt}")', allow_stdin=True)
        asked.append(kernel.client.get_stdin_msg(timeout=30)["content"])
        kernel.client.input("学 ü")
        assert kernel.reply_to(request)["status"] == "ok"
    assert asked == [
        {"prompt": prompt, "password": False},
        {"prompt": prompt, "password": True},
    ]
    kernel.drain()
    assert kernel.run(f'input("{prompt}")', answer="学 ü").text == "学 ü"


def test_a_scanner_reads_lines(kernel):
    code = "var lines = new Scanner(System.in); lines.nextLine() + lines.nextInt() + lines.next()"
    answers = iter(["a", "2", "ü"])
    messages = []
    reply = kernel.client.execute_interactive(
        code,
        allow_stdin=True,
        output_hook=messages.append,
        stdin_hook=lambda question: kernel.client.input(next(answers)),
        timeout=TIMEOUT,
    )
    assert reply["content"]["status"] == "ok"
    values = [m["content"]["data"] for m in messages if m["msg_type"] == "execute_result"]
    assert values[0]["text/plain"] == "a2ü"


def test_the_end_of_the_input(kernel):
    assert kernel.run("System.in.read()", answer="\x04").text == "-1"
    assert kernel.run("new Scanner(System.in).hasNextLine()", answer="\x04").text == "false"
    assert "Ctrl-D" in kernel.run('input("?")', answer="\x04").reply["evalue"]


def test_input_where_it_is_not_allowed_is_an_error(kernel):
    for code in ('input("?")', "System.in.read()"):
        reply = kernel.run(code).reply
        assert reply["status"] == "error" and "client that can ask" in str(reply["traceback"])


def test_a_late_answer_is_not_taken_for_the_next(kernel):
    request = kernel.client.execute('input("first")', allow_stdin=True)
    question = kernel.client.get_stdin_msg(timeout=30)
    kernel.manager.interrupt_kernel()
    assert kernel.reply_to(request, timeout=10)["ename"] == "Interrupted"
    request = kernel.client.execute('input("second")', allow_stdin=True)
    kernel.client.get_stdin_msg(timeout=30)
    session = kernel.client.session
    late = session.msg("input_reply", {"value": "late"}, parent=question)
    kernel.client.stdin_channel.send(late)
    kernel.client.input("right")
    kernel.reply_to(request)
    message = kernel.client.get_iopub_msg(timeout=10)
    while message["msg_type"] != "execute_result":
        message = kernel.client.get_iopub_msg(timeout=10)
    assert message["content"]["data"]["text/plain"] == "right"


def test_an_interrupted_thread_prints_on(kernel):
    code = 'Thread.currentThread().interrupt(); System.out.print("x".repeat(100_000)); display("y");'
    result = kernel.run(code)
    assert len(result.stream("stdout")) == 100_000
    assert len(result.of_type("display_data")) == 1
    assert kernel.run("6 * 7").text == "42"


def test_interrupts_of_a_cell_that_prints_without_end(kernel):
    for _ in range(10):
        request = kernel.client.execute('while (true) System.out.println("running");')
        kernel.wait_for_text("running")
        kernel.manager.interrupt_kernel()
        assert kernel.reply_to(request, timeout=10)["ename"] == "Interrupted"
        kernel.wait_for_idle(request)
        assert kernel.run("6 * 7").text == "42"


def test_a_cell_that_closes_the_streams_closes_them_for_nobody(kernel):
    assert kernel.run("System.out.close(); System.err.close(); System.in.close();").reply
    result = kernel.run('System.out.print("o"); System.err.print("e");')
    assert (result.stream("stdout"), result.stream("stderr")) == ("o", "e")
    assert kernel.run("System.in.read()", answer="a").text == "97"

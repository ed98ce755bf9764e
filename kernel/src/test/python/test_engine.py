"""How cells are compiled and run: whole cells, redefinition, interrupts, preview features."""

import os
import time

import pytest
from conftest import Kernel
from test_cells import plain

RUNNING = 'System.out.println("running");\n'


@pytest.fixture(scope="module")
def preview_kernel():
    os.environ["JDK_JAVA_OPTIONS"] = "--enable-preview"
    try:
        running = Kernel()
    finally:
        del os.environ["JDK_JAVA_OPTIONS"]
    yield running
    running.close()


def test_nothing_runs_before_a_type_error(kernel):
    result = kernel.run('System.out.println("ran");\nint n = 1;\nString s = n;\nmissing(n);')
    assert result.reply["ename"] == "CompileError"
    assert result.stream("stdout") == ""
    lines = plain(result.traceback)
    assert "line 3, column 12: incompatible types" in lines
    assert "line 4, column 1: cannot find symbol" in lines


def test_statements_use_what_is_declared_below(kernel):
    code = """int total = sum(new Pair(1, 2));
int sum(Pair p) { return p.a() + p.b(); }
record Pair(int a, int b) {}
total"""
    assert kernel.run(code).text == "3"


@pytest.mark.parametrize(
    "code, hint",
    [
        ("CRC32 sum = null;", "is an import missing? import java.util.zip.CRC32;"),
        ('"abc".lenght()', "did you mean length?"),
        ("int width = 1;\nint y = widht;", "did you mean width?"),
    ],
)
def test_hints(kernel, code, hint):
    assert hint in plain(kernel.run(code).traceback)


def test_redefinition_keeps_variables_and_instances(kernel):
    kernel.run("class Dog { int age = 1; String says() { return \"wuff\"; } }\nDog dog = new Dog();")
    kernel.run("int bonus() { return 1; }\nint paid = bonus();")
    kernel.run("dog.age = 5; paid = 7;")
    kernel.run("class Dog { int age = 1; String says() { return \"wan\"; } }")
    kernel.run("int bonus() { return 2; }")
    assert kernel.run("dog.says() + dog.age + paid + bonus()").text == "wan572"


def test_a_value_that_cannot_stay_is_named(kernel):
    kernel.run("class Fish { }\nFish fish = new Fish();")
    result = kernel.run("class Fish { int fins = 2; }")
    assert result.stream("stderr") == "reset, because their type has changed: fish\n"


@pytest.mark.parametrize(
    "loop",
    [
        "class Wheel { void turn() { while (true) {} } }\nnew Wheel().turn();",
        "for (;;) { try { Thread.sleep(1_000); } catch (Throwable e) {} }",
        "for (;;) { try { while (true) {} } catch (Throwable e) {} }",
        "IntStream.range(0, 4).parallel().forEach(i -> { while (true) {} });",
        "var t = new Thread(() -> { while (true) {} });\nt.start();\nt.join();",
    ],
)
def test_interrupt_ends_all_of_it(kernel, loop):
    kernel.run("int kept = 12;")
    request = kernel.client.execute(RUNNING + loop)
    kernel.wait_for_text("running")
    kernel.manager.interrupt_kernel()
    kernel.manager.interrupt_kernel()
    assert kernel.reply_to(request, timeout=10)["ename"] == "Interrupted"
    code = """Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getState() == Thread.State.RUNNABLE)
        .filter(t -> t != Thread.currentThread() && t.getThreadGroup() != null)
        .filter(t -> t.getThreadGroup().getName().equals("cell")).count()"""
    end = time.monotonic() + 5
    while kernel.run(code).text != "0":
        assert time.monotonic() < end, "a thread of the interrupted cell burns on"
    assert kernel.run("kept").text == "12"


def test_interrupt_while_compiling(kernel):
    code = "int sum = 0;\n" + "sum += Stream.of(1, 2, 3).map(i -> i + 1).mapToInt(i -> i).sum();\n" * 150
    request = kernel.client.execute(code)
    while kernel.client.get_iopub_msg(timeout=30)["content"].get("code") != code:
        pass
    kernel.manager.interrupt_kernel()
    assert kernel.reply_to(request, timeout=60)["ename"] == "Interrupted"


def test_preview_features(preview_kernel):
    code = """String kind(Object o) {
  return switch (o) { case Integer i -> "int " + i; default -> "other"; };
}
kind(3)"""
    assert preview_kernel.run(code).text == "int 3"


def test_a_cell_uses_vector_instructions(kernel):
    kernel.run("import jdk.incubator.vector.*;")
    code = "var twos = FloatVector.broadcast(FloatVector.SPECIES_128, 2);\ntwos.mul(twos).reduceLanes(VectorOperators.ADD)"
    assert kernel.run(code).text == "16.0"

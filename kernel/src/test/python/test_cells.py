"""What cells do: values, output, errors, displays, magics."""

import re

import pytest


def plain(text):
    return re.sub(r"\x1b\[\d+m", "", text)


@pytest.mark.parametrize(
    "code, text",
    [
        ("1 + 1", "2"),
        ('"hé\\nllo"', "hé\nllo"),
        ("Object nothing = null; nothing", "null"),
        ("new int[][] {{1, 2}, {3}}", "[[1, 2],\n [3]]"),
        ("var list = List.of(1, 2); list // the list", "[1, 2]"),
        ("Stream.of(3, 4).map(i -> i * i).toList()", "[9, 16]"),
        ("1 + 1;", None),
        ("int a = 5;", None),
        ("void nothing() {}\nnothing()", None),
        ("// only a comment", None),
        ("", None),
    ],
)
def test_value_of_the_last_expression(kernel, code, text):
    result = kernel.run(code)
    assert result.reply["status"] == "ok"
    assert result.text == text


def test_declarations_in_any_order(kernel):
    code = """
double area(Shape shape) { return shape instanceof Circle c ? round(c.r() * c.r() * 3) : 0; }
sealed interface Shape permits Circle, Dot {}
double round(double x) { return Math.rint(x); }
record Circle(double r) implements Shape {}
record Dot() implements Shape {}
area(new Circle(2))"""
    assert kernel.run(code).text == "12.0"


def test_output_keeps_its_order_in_few_messages(kernel):
    result = kernel.run(
        "for (int i = 0; i < 10_000; i++) System.out.println(i);\nSystem.err.print(\"end\");"
    )
    assert result.stream("stdout") == "".join(f"{i}\n" for i in range(10_000))
    assert result.stream("stderr") == "end"
    assert len(result.of_type("stream")) < 100


def test_thread_output_belongs_to_its_cell(kernel):
    first = kernel.run(
        "new Thread(() -> { try { Thread.sleep(500); } catch (InterruptedException e) { }"
        ' System.out.println("late"); }).start();'
    )
    kernel.run("1")
    while True:
        message = kernel.client.get_iopub_msg(timeout=10)
        if message["msg_type"] == "stream":
            break
    assert message["content"]["text"] == "late\n"
    assert message["parent_header"]["msg_id"] == first.message["parent_header"]["msg_id"]


def test_compile_error_has_line_column_and_caret(kernel):
    result = kernel.run("int b = 1;\n\nint c = b + undefined;")
    assert result.reply["ename"] == "CompileError"
    assert result.reply["evalue"].startswith("line 3: cannot find symbol")
    lines = plain(result.traceback).splitlines()
    number = result.reply["execution_count"]
    assert lines[0] == f"cell {number}, line 3, column 13: cannot find symbol"
    assert lines[1] == "    int c = b + undefined;"
    assert lines[2] == "                ^"
    assert result.of_type("error")[0]["traceback"] == result.reply["traceback"]


def test_nothing_runs_before_a_syntax_error(kernel):
    result = kernel.run('System.out.println("ran");\nint x = );')
    assert result.reply["ename"] == "CompileError"
    assert "line 2" in result.reply["evalue"]
    assert result.stream("stdout") == ""


def test_missing_method_is_an_error(kernel):
    result = kernel.run("int broken() {\n  return missing(1);\n}")
    assert result.reply["evalue"] == "line 2: cannot find method missing(int)"


def test_runtime_error_has_the_cells_lines(kernel):
    code = """// divides
int divide(int n) {
  int zero = 0;
  return n / zero;
}

divide(3)"""
    result = kernel.run(code)
    assert result.reply["ename"] == "java.lang.ArithmeticException"
    assert result.reply["evalue"] == "/ by zero"
    number = result.reply["execution_count"]
    frames = [line.strip() for line in plain(result.traceback).splitlines()[1:]]
    assert frames == [
        f"at divide (cell {number}, line 4)    return n / zero;",
        f"at cell {number}, line 7    divide(3)",
    ]


def test_causes_are_shown(kernel):
    result = kernel.run('throw new IllegalStateException("bad", new IOException("why"));')
    assert "Caused by: java.io.IOException: why" in plain(result.traceback)


def test_own_exception_has_its_own_name(kernel):
    result = kernel.run('class Mine extends RuntimeException {}\nthrow new Mine();')
    assert result.reply["ename"] == "Mine"


@pytest.mark.parametrize(
    "code, name",
    [
        ("int deep(int n) { return 1 + deep(n); }\ndeep(0)", "java.lang.StackOverflowError"),
        ("int[] big = new int[Integer.MAX_VALUE];", "java.lang.OutOfMemoryError"),
        ('throw new NoClassDefFoundError("Gone");', "java.lang.NoClassDefFoundError"),
        ("int sum = 1" + " + 1" * 20_000 + ";", "java.lang.StackOverflowError"),
        ("System.exit(3);", "CellExit"),
        ("Runtime.getRuntime().halt(3);", "CellExit"),
        ("List.of(3).forEach(System::exit);", "CellExit"),
        ("IntConsumer end = Runtime.getRuntime()::halt;\nend.accept(3);", "CellExit"),
        (
            'class Silent { public String toString() { throw new UnsupportedOperationException(); } }\n'
            "new Silent()",
            "java.lang.UnsupportedOperationException",
        ),
        (
            "class Endless { public String toString() { return toString() + 1; } }\nnew Endless()",
            "java.lang.StackOverflowError",
        ),
    ],
)
def test_kernel_survives(kernel, code, name):
    result = kernel.run(code)
    assert result.reply["status"] == "error"
    assert result.reply["ename"] == name
    assert kernel.run("6 * 7").text == "42"


def test_input(kernel):
    assert kernel.run('input("name? ")', answer="Änne").text == "Änne"
    assert kernel.run('password("key? ")', answer="k").text == "k"
    code = "new BufferedReader(new InputStreamReader(System.in)).readLine()"
    assert kernel.run(code, answer="line").text == "line"


def test_input_that_is_not_allowed_is_an_error(kernel):
    result = kernel.run('input("name? ")')
    assert "needs a client that can ask" in result.reply["evalue"]


def test_scanner_says_that_input_is_not_allowed(kernel):
    reply = kernel.run("new Scanner(System.in).nextLine()").reply
    assert reply["evalue"] == "input needs a client that can ask; this one does not"


def test_printed_stack_traces_have_the_cells_lines(kernel):
    kernel.run('void fail() {\n  throw new IllegalStateException("here");\n}')
    code = "var thread = new Thread(() -> fail());\nthread.start();\nthread.join();"
    result = kernel.run(code)
    number = result.reply["execution_count"]
    assert result.stream("stderr").splitlines()[1:] == [
        f'\tat fail (cell {number - 1}, line 2)    throw new IllegalStateException("here");',
        f"\tat cell {number}, line 1    var thread = new Thread(() -> fail());",
    ]

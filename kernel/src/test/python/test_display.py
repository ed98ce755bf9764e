"""What cells show: values of every kind, displays that change, own renderers, progress bars."""

import time

import pytest

PICTURE = "new java.awt.image.BufferedImage(3, 2, 1)"


def shown(result):
    """The data of what a cell displayed."""
    return [content["data"] for content in result.of_type("display_data")]


@pytest.fixture(scope="module", autouse=True)
def declarations(kernel):
    kernel.run("record P(int a, String b) {}")


@pytest.mark.parametrize(
    "code, text",
    [
        ("'c'", "c"),
        ("true", "true"),
        ("1.5f", "1.5"),
        ('new BigDecimal("1.50")', "1.50"),
        ("null", "null"),
        ("Thread.State.NEW", "NEW"),
        ("new StringBuilder(\"sb\")", "sb"),
        ("LocalDate.of(2024, 1, 2)", "2024-01-02"),
        ("Duration.ofSeconds(90)", "PT1M30S"),
        ('Path.of("a", "b")', "a/b"),
        ('new File("f")', "f"),
        ('new URL("file:/x")', "file:/x"),
        ("new java.util.concurrent.atomic.AtomicLong(3)", "3"),
        ("new char[] {'a', 'b'}", "[a, b]"),
        ("new Object[0]", "[]"),
        ("List.of(new int[] {1}, Optional.of(2))", "[[1], Optional[2]]"),
        ("Optional.empty()", "Optional.empty"),
        ("OptionalInt.of(3)", "OptionalInt[3]"),
        ("new TreeMap<>(Map.of(1, 2))", "{1=2}"),
        ("new P(1, null)", "P[a=1, b=null]"),
        ("Stream.of(1)", "a stream, not consumed: .toList()"),
        ("List<Object> me = new ArrayList<>(); me.add(me); me", "[(cycle)]"),
    ],
)
def test_text(kernel, code, text):
    assert kernel.run(code).text == text


def test_huge_values_are_cut_soon(kernel):
    kernel.run("var many = IntStream.range(0, 10_000_000).boxed().toList();")
    start = time.monotonic()
    result = kernel.run("many")
    assert time.monotonic() - start < 5
    assert result.text.endswith(", 999, … 9999000 more]")
    assert kernel.run('"x".repeat(50_000_000)').text.endswith("x… (50000000 characters)")
    assert kernel.run("new int[10_000_000]").text.endswith(" 0, … 9999000 more]")


def test_stream_can_be_used_after_it_was_shown(kernel):
    assert kernel.run("var s = Stream.of(5, 6); display(s); s.toList()").text == "[5, 6]"


def test_exception_as_a_value_is_a_stack_trace(kernel):
    result = kernel.run('new IllegalStateException("bad", new IOException("why"))')
    assert result.reply["status"] == "ok"
    lines = result.text.splitlines()
    assert lines[0] == "java.lang.IllegalStateException: bad"
    assert "Caused by: java.io.IOException: why" in lines
    assert "\x1b" not in result.text


@pytest.mark.parametrize(
    "code, cell",
    [
        ("new P(7, \"<x>\")", '<td style="text-align: left">&lt;x&gt;</td>'),
        ("List.of(new P(7, \"x\"))", '<td style="text-align: right">7</td>'),
        ("new double[][] {{1, 2}}", '<td style="text-align: right">2.0</td>'),
        ("Map.of(\"k\", 1)", '<td style="text-align: left">k</td>'),
        ("List.of(Map.of(\"k\", 1))", '<th style="text-align: right">k</th>'),
        ("List.of(List.of(1, 2))", '<td style="text-align: right">2</td>'),
        ("new int[60][2]", "<p>… 10 more rows</p>"),
    ],
)
def test_tables(kernel, code, cell):
    value = kernel.run(code).value
    assert cell in value["text/html"]
    assert value["text/plain"]


def test_pictures(kernel):
    value = kernel.run(PICTURE).value
    assert value["image/png"].startswith("iVBOR")
    assert value["text/plain"] == "image, 3 × 2 pixels"
    jpeg = shown(kernel.run(f'display({PICTURE}, "image/jpeg");'))
    assert list(jpeg[0]) == ["text/plain", "image/jpeg"]
    bytes_of_svg = kernel.run('"<svg xmlns=\'x\'/>".getBytes()').value
    assert bytes_of_svg["image/svg+xml"] == "<svg xmlns='x'/>"
    inside = kernel.run(f"Optional.of({PICTURE})").value
    assert inside["text/plain"] == "Optional[image, 3 × 2 pixels]"
    assert "image/png" in inside


@pytest.mark.parametrize(
    "code, mime, content",
    [
        ('MimeBundle.html("<b>t</b>")', "text/html", "<b>t</b>"),
        ('MimeBundle.markdown("*t*")', "text/markdown", "*t*"),
        ('MimeBundle.latex("x^2")', "text/latex", "$$x^2$$"),
        ('MimeBundle.svg("<svg/>")', "image/svg+xml", "<svg/>"),
        ('MimeBundle.json("{\\"a\\": [1]}")', "application/json", {"a": [1]}),
        ('MimeBundle.json(Map.of("a", 1))', "application/json", {"a": 1}),
        ('render("*t*", "text/markdown")', "text/markdown", "*t*"),
        ('MimeBundle.text("t").with("text/x-own", "o")', "text/x-own", "o"),
    ],
)
def test_formats(kernel, code, mime, content):
    value = kernel.run(code).value
    assert value[mime] == content
    assert set(value) == {"text/plain", mime}


def test_display_and_update(kernel):
    result = kernel.run(
        'display("one"); String id = display("two"); updateDisplay(id, "*3*", "text/markdown"); id'
    )
    first, second = result.of_type("display_data")
    assert [first["data"]["text/plain"], second["data"]["text/plain"]] == ["one", "two"]
    updated = result.of_type("update_display_data")[0]
    assert updated["data"] == {"text/plain": "*3*", "text/markdown": "*3*"}
    assert updated["transient"]["display_id"] == result.text == second["transient"]["display_id"]
    assert first["transient"] != second["transient"]


def test_display_in_chosen_formats(kernel):
    result = kernel.run('display("<b>x</b>", "text/html", "text/markdown"); display(3, "image/png");')
    assert shown(result) == [
        {"text/plain": "<b>x</b>", "text/html": "<b>x</b>", "text/markdown": "<b>x</b>"},
        {"text/plain": "3"},
    ]
    refused = kernel.run('display("x", "html");')
    assert refused.reply["evalue"] == 'a MIME type must be like "text/html", was "html"'
    refused = kernel.run('display("x", "application/json");')
    assert refused.reply["evalue"] == "text must be JSON, was: x"


def test_clear_output(kernel):
    assert kernel.run("clearOutput(true)").of_type("clear_output") == [{"wait": True}]


def test_own_renderer(kernel):
    kernel.run("record Q(int n) {}\nrenderer(Q.class, q -> MimeBundle.html(\"<b>\" + q.n() + \"</b>\"));")
    assert kernel.run("new Q(4)").value["text/html"] == "<b>4</b>"
    assert shown(kernel.run("display(new Q(5));"))[0]["text/html"] == "<b>5</b>"


@pytest.mark.parametrize(
    "renderer, error",
    [
        ("r -> null", "the renderer of R must return a MimeBundle, was null"),
        ('r -> { throw new IllegalStateException("no"); }', "no"),
    ],
)
def test_renderer_that_fails_is_the_cells_error(kernel, renderer, error):
    kernel.run(f"record R() {{}}\nrenderer(R.class, {renderer});")
    for code in ("new R()", "display(new R())"):
        result = kernel.run(code)
        assert result.reply["status"] == "error"
        assert result.reply["evalue"] == error
    assert kernel.run("6 * 7").text == "42"


@pytest.mark.parametrize(
    "code, name",
    [
        ("public String toString() { throw new ArithmeticException(); }", "java.lang.ArithmeticException"),
        ("public String toString() { return toString() + 1; }", "java.lang.StackOverflowError"),
    ],
)
def test_element_whose_text_fails_is_the_cells_error(kernel, code, name):
    result = kernel.run(f"class Failing {{ {code} }}\nList.of(new Failing())")
    assert result.reply["ename"] == name
    assert kernel.run("6 * 7").text == "42"


def test_progress_over_a_loop(kernel):
    result = kernel.run("int sum = 0; for (int i : progress(List.of(1, 2, 3))) { sum += i; }\nsum")
    assert result.text == "6"
    (bar,) = shown(result)
    assert bar["text/plain"].startswith("[========================] 100% 3/3, ")
    assert bar["text/html"].startswith('<div><progress value="3" max="3"></progress> 100% 3/3, ')


def test_progress_has_a_display_of_its_own_in_each_run(kernel):
    code = 'for (var i : progress(10)) Thread.sleep(50);\nfor (var s : progress(new String[] {"a"})) {}'
    ids = set()
    for _ in range(2):
        result = kernel.run(code)
        updates = result.of_type("update_display_data")
        assert 1 <= len(updates) <= 4  # at most five drawings a second
        assert "10/10" in updates[-1]["data"]["text/plain"]
        ids |= {c["transient"]["display_id"] for c in result.of_type("display_data")}
    assert len(ids) == 4


@pytest.mark.parametrize(
    "end, status",
    [("break", "ok"), ('throw new IllegalStateException("stop")', "error")],
)
def test_progress_of_a_loop_that_is_left_says_stopped(kernel, end, status):
    result = kernel.run(f"for (int i : progress(4)) if (i == 2) {end};")
    assert result.reply["status"] == status
    (bar,) = shown(result)
    assert "50% 2/4" in bar["text/plain"] and bar["text/plain"].endswith("(stopped)")


def test_progress_by_steps(kernel):
    result = kernel.run('var bar = progress("train", 2); bar.step("loss <1>"); bar.step();')
    (bar,) = shown(result)
    assert bar["text/plain"].startswith("train [====")
    assert bar["text/plain"].endswith("  loss <1>")
    assert bar["text/html"].endswith(" &nbsp; loss &lt;1&gt;</div>")


# As notebooks for IJava and JJava are written.
IJAVA = [
    ('import io.github.spencerpark.ijava.IJava;\nIJava.getKernelInstance().evalRaw("1 + 2")', "3"),
    ('int three = 3; (int) eval("three + 1") + 1', "5"),
    ('eval("%lsmagic") == null', "true"),
    ('io.github.spencerpark.ijava.runtime.Display.render("x", "text/html").getClass().getSimpleName()', "DisplayData"),
    ('kernel() == getKernelInstance()', "true"),
    ('kernel().addToClasspath("/nowhere.jar")', None),
    ('cellMagic("time", List.of(), "3 + 4")', "7"),
]


@pytest.mark.parametrize("code, text", IJAVA)
def test_calls_of_other_kernels(kernel, code, text):
    result = kernel.run(code)
    assert result.reply["status"] == "ok", result.traceback
    assert result.text == text


def test_failure_of_nested_code_is_an_exception(kernel):
    result = kernel.run('eval("undefined")')
    assert result.reply["ename"] == "java.lang.IllegalStateException"
    assert "cannot find symbol" in result.reply["evalue"]
    assert kernel.run("6 * 7").text == "42"


def test_other_kernels_way_to_register_a_renderer(kernel):
    kernel.run("""
class Figure { String html() { return "<i>figure</i>"; } }
io.github.spencerpark.ijava.IJava.getKernelInstance().getRenderer()
    .createRegistration(Figure.class)
    .preferring(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_HTML)
    .register((figure, context) -> context.renderIfRequested(
        io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_HTML, () -> figure.html()));
""")
    assert kernel.run("new Figure()").value["text/html"] == "<i>figure</i>"


def test_other_kernels_way_to_register_a_magic(kernel):
    kernel.run("""
import io.github.spencerpark.jupyter.kernel.magic.common.Shell;
getKernelInstance().getMagics().registerMagics(Shell.class);
""")
    assert kernel.run("%sh echo hello").text == "[hello]"


def test_display_data_of_other_kernels_is_shown(kernel):
    result = kernel.run("""
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
DisplayData data = new DisplayData("text");
data.putHTML("<b>html</b>");
display(data);
data""")
    expected = {"text/plain": "text", "text/html": "<b>html</b>"}
    assert shown(result) == [expected]
    assert result.value == expected


def test_printf(kernel):
    assert kernel.run('printf("%d-%s", 3, "x");').stream("stdout") == "3-x"

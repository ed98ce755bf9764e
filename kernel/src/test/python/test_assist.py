"""What helps while a cell is typed: completion, inspection, whether a cell is complete."""

import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module", autouse=True)
def session(kernel):
    """Declares what the tests use."""
    reply = kernel.run(
        """
import static java.lang.Math.*;
String word = "w";
Map<String, Integer> ages = new HashMap<>(Map.of("Ann", 7));
record Point(int x, String label) {}
Point point = new Point(3, "p");
class Shy {
  public String toString() { while (true) {} }
}
Shy shy = new Shy();
/**
 * Adds two numbers.
 *
 * @param a the first
 * @return the <b>sum</b>, see {@link Math#addExact}
 */
int add(int a, int b) { return a + b; }
int[] numbers = {1, 2};
"""
    ).reply
    assert reply["status"] == "ok", reply


def complete(kernel, code):
    """Complete at the bar in ``code`` or at its end."""
    text, bar, rest = code.partition("|")
    return kernel.reply_to(kernel.client.complete(text + rest, len(text)))


def matches(kernel, code):
    return complete(kernel, code)["matches"]


def types(reply):
    entries = reply["metadata"]["_jupyter_types_experimental"]
    assert [entry["text"] for entry in entries] == reply["matches"]
    return {entry["text"]: entry for entry in entries}


def inspect(kernel, code, detail=0):
    """Inspect at the bar in ``code`` or at its end."""
    text, bar, rest = code.partition("|")
    return kernel.reply_to(kernel.client.inspect(text + rest, len(text), detail))


def plain(kernel, code, detail=0):
    reply = inspect(kernel, code, detail)
    assert reply["found"], code
    return reply["data"]["text/plain"]


@pytest.mark.parametrize(
    "code, match",
    [
        ("word.subs", "substring("),
        ("point.la", "label()"),
        ("numbers.len", "length"),
        ("Math.ma", "max("),
        ("sq", "sqrt("),
        ("ad", "add("),
        ("wor", "word"),
        ("Poi", "Point"),
        ("whi", "while"),
        ("List<String> names = new ArrayList<>();\nnames.isE", "isEmpty()"),
        ("import java.util.regex.*;\nPattern p = Pattern.compile(word);\np.matc", "matcher("),
        ("int twice(int n) { return 2 * n; }\ntwi", "twice("),
        ("int f(int count) { int local = 1; return coun", "count"),
        ("record Cat(String name) {}\nvar cat = new Cat(word);\ncat.na", "name()"),
        ("class A { int field; void f() { fie", "field"),
        ("List<String> l = null;\nl.forEach(item -> item.isB", "isBlank()"),
        ('Stream.of("a").map(s -> s.toU', "toUpperCase("),
        ('Stream.of("a").map(s -> s.length()).filter(n -> n.intV', "intValue()"),
        ('Stream.of("a").map(String::toU', "toUpperCase"),
        ("new ArrayLi", "ArrayList"),
        ("int a = 1; String b = wor", "word"),
        ("add(1, numbers.len", "length"),
        ("for (var n : numbers) { int inner = n; inn", "inner"),
        ("import java.uti", "util."),
        ("import java.util.concurrent.atomic.AtomicInt", "AtomicInteger"),
        ("import static java.lang.Math.ma", "max"),
        ("java.util.conc", "concurrent."),
        ("Map.Ent", "Entry"),
        ("%cl", "%classpath"),
        ("%%ti", "%%time"),
        ("%%time\nword.subs", "substring("),
    ],
)
def test_completion(kernel, code, match):
    assert match in matches(kernel, code)


@pytest.mark.parametrize("code", ["", "  \n", "// wor", '"wor', "12", "int wo", "))))", "\0", "(("])
def test_completion_says_nothing_silly(kernel, code):
    reply = complete(kernel, code)
    assert reply["status"] == "ok"
    assert code in ("", "  \n", "((", "))))", "\0") or reply["matches"] == []
    assert code.strip() or reply["matches"] == []


def test_completion_offers_types_that_are_not_imported_with_their_package(kernel):
    name = "java.util.zip.CRC32"
    assert matches(kernel, "new CRC3")[:2] == ["java.util.zip.CRC32", "java.util.zip.CRC32C"]
    assert types(complete(kernel, "new CRC3"))[name]["type"] == "class"
    assert kernel.run(f"new {name}().getValue()").text == "0"


def test_completion_tells_what_matches_are(kernel):
    found = types(complete(kernel, "word.subs"))["substring("]
    assert found == {
        "start": 5,
        "end": 9,
        "text": "substring(",
        "type": "method",
        "signature": "String String.substring(int beginIndex)",
    }
    for code, text, kind in [
        ("wor", "word", "variable"),
        ("numbers.len", "length", "field"),
        ("Integer.MAX", "MAX_VALUE", "field"),
        ("Poi", "Point", "class"),
        ("whi", "while", "keyword"),
        ("import java.uti", "util.", "module"),
        ("%cl", "%classpath", "magic"),
    ]:
        assert types(complete(kernel, code))[text]["type"] == kind


def test_completion_counts_whole_characters(kernel):
    reply = complete(kernel, 'String face = "😀😀"; word.subs|')
    assert (reply["cursor_start"], reply["cursor_end"]) == (25, 29)
    assert reply["metadata"]["_jupyter_types_experimental"][0]["start"] == 25


def test_completion_in_the_middle_of_a_word_replaces_up_to_the_cursor(kernel):
    reply = complete(kernel, "word.sub|str(0)")
    assert "substring" in reply["matches"]
    assert (reply["cursor_start"], reply["cursor_end"]) == (5, 8)


def test_completion_of_files(kernel, tmp_path):
    (tmp_path / "some cells").mkdir()
    (tmp_path / "some-cells.jshell").write_text("")
    prefix = f"%load {tmp_path}/some-"
    reply = complete(kernel, prefix)
    assert reply["matches"] == [f"{tmp_path}/some-cells.jshell"]
    assert (reply["cursor_start"], reply["cursor_end"]) == (6, len(prefix))
    assert types(reply)[reply["matches"][0]]["type"] == "path"
    assert f"{tmp_path}/some cells/" in matches(kernel, f'%load "{tmp_path}/so')
    assert matches(kernel, f"%load {tmp_path}/none/") == []


def test_completion_of_a_jar_that_was_added(kernel, tmp_path):
    source = tmp_path / "src/tools/Hammer.java"
    source.parent.mkdir(parents=True)
    source.write_text("package tools; /** Hits. */ public class Hammer { public void hit() {} }")
    jar = tmp_path / "tools.jar"
    done = kernel.run(
        f'int rc = javax.tools.ToolProvider.getSystemJavaCompiler().run(null, null, null, "{source}");'
    )
    assert done.reply["status"] == "ok"
    with zipfile.ZipFile(jar, "w") as out:
        out.write(source.with_suffix(".class"), "tools/Hammer.class")
    with zipfile.ZipFile(tmp_path / "tools-sources.jar", "w") as out:
        out.write(source, "tools/Hammer.java")
    assert kernel.run(f"%classpath {jar}").reply["status"] == "ok"
    assert "tools.Hammer" in matches(kernel, "Hamm")
    assert "hit()" in matches(kernel, "new tools.Hammer().h")
    assert plain(kernel, "tools.Hammer") == "class tools.Hammer\n\nHits."


@pytest.mark.parametrize(
    "code, text",
    [
        ("Math.max(1, |)", "int Math.max(int a, int b)"),
        ("Math.max(1, 2)", "int Math.max(int a, int b)"),
        ("Math.ma|x", "int Math.max(int a, int b)"),
        ("sqrt(2)", "double Math.sqrt(double a)"),
        ("word", 'String word = "w"'),
        ("wo|rd.length()", 'String word = "w"'),
        ("Math.max(1, wo|rd)", 'String word = "w"'),
        ("ages", 'Map<String, Integer> ages = {"Ann"=7}'),
        ("point", 'Point point = Point[x=3, label="p"]'),
        ("numbers", "int[] numbers = [1, 2]"),
        ("shy", "Shy shy = Shy"),
        ("point.x", "int Point.x"),
        ("new Point(", "Point(int x, String label)"),
        ("Poi|nt", "record Point(int x, String label)"),
        ("int local = 2;\nlocal", "int local"),
        ("Stream.of(word).map(s -> s.len|gth())", "int String.length()"),
        ("display", "String CellCalls.display(Object value, String... mimeTypes)"),
        ("java.util.Deque", "interface java.util.Deque<E>"),
        ("%classpath", "%classpath is a magic"),
    ],
)
def test_inspection(kernel, code, text):
    assert plain(kernel, code).startswith(text)


def test_inspection_shows_every_overload(kernel):
    text = plain(kernel, "Math.max(")
    for kind in ("int", "long", "float", "double"):
        assert f"{kind} Math.max({kind} a, {kind} b)" in text


def test_inspection_shows_documentation_of_the_jdk_where_its_sources_are(kernel):
    home = kernel.run('System.getProperty("java.home")').text
    if not Path(home, "lib", "src.zip").is_file():
        pytest.skip(f"no lib/src.zip in {home}")
    assert "Returns true if, and only if, length() is 0." in plain(kernel, "word.isEmpty")
    text = plain(kernel, "Stream.of(word).map(")
    assert "map(Function<? super String, ? extends R> mapper)" in text


@pytest.mark.parametrize("code", ["nothingOfThatName", "", "12", "// word", "while", "((", "\0"])
def test_inspection_of_nothing(kernel, code):
    reply = inspect(kernel, code)
    assert (reply["status"], reply["found"], reply["data"]) == ("ok", False, {})


def test_inspection_shows_documentation_of_cells_in_three_formats(kernel):
    data = inspect(kernel, "add(")["data"]
    assert data["text/plain"] == (
        "int add(int a, int b)\n\nAdds two numbers.\n\na: the first\n\n"
        "Returns: the sum, see Math.addExact"
    )
    assert data["text/markdown"] == (
        "```java\nint add(int a, int b)\n```\n\nAdds two numbers.\n\n`a`: the first\n\n"
        "**Returns**: the **sum**, see `Math.addExact`"
    )
    assert "<pre>int add(int a, int b)</pre>" in data["text/html"]
    assert "<b>sum</b>, see <code>Math.addExact</code>" in data["text/html"]


def test_inspection_shows_source_where_asked(kernel):
    assert "return a + b;" not in plain(kernel, "add", detail=0)
    assert "return a + b;" in plain(kernel, "add", detail=1)


def test_inspection_cuts_long_values(kernel):
    kernel.run('String longText = "x".repeat(1_000_000); List<Integer> many = new ArrayList<>();')
    kernel.run("for (int i = 0; i < 1000; i++) many.add(i);")
    assert len(plain(kernel, "longText")) < 300
    assert plain(kernel, "many").endswith("18, 19, …]")


@pytest.mark.parametrize(
    "code, status",
    [
        ("int x = 1;", "complete"),
        ("x + 1", "complete"),
        ("for (int i = 0; i < 3; i++) {", "incomplete"),
        ("int y = ", "incomplete"),
        ("/* open", "incomplete"),
        ('String s = """', "incomplete"),
        ("int x = )", "invalid"),
        ("%classpath x", "complete"),
        ("%%time", "incomplete"),
        ("%%time?", "complete"),
        ("%%time\nadd(1, 2)", "complete"),
        ("%%time\nadd(", "incomplete"),
        ("%%time\nint x = )", "invalid"),
        ("%%writefile a.txt\nadd(", "unknown"),
    ],
)
def test_is_complete(kernel, code, status):
    reply = kernel.reply_to(kernel.client.is_complete(code))
    assert reply["status"] == status
    assert ("indent" in reply) == (status == "incomplete")


def test_incomplete_code_is_indented(kernel):
    code = "class A {\n    void f() {"
    assert kernel.reply_to(kernel.client.is_complete(code))["indent"] == " " * 8

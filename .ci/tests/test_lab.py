"""The kernel in the real JupyterLab, as a student meets it: one browser window, top to bottom."""

import re

import nbformat
import pytest
from conftest import PATIENCE
from lab_page import CONTRASTS, REPOSITORY, Lab, running_lab
from playwright.sync_api import expect

CHART = 'manabi.plot.LineChart.of("loss", 2, 1, 0).title("Loss")'

# JupyterLab's own red has 2.8 on its light error ground; its bold red 2.1 on the dark one.
FAINTEST = 2


@pytest.fixture(scope="module")
def lab(browser, tmp_path_factory):
    folder = tmp_path_factory.mktemp("notebooks")
    with running_lab(folder, tmp_path_factory.mktemp) as address:
        page = browser.new_page(viewport={"width": 1300, "height": 900})
        page.set_default_timeout(PATIENCE)
        yield Lab(page, address, folder)
        page.close()


@pytest.fixture
def notebook(lab, request):
    """A new notebook with a kernel of its own."""
    notebook = lab.open(request.node.name.removeprefix("test_"))
    yield notebook
    notebook.close()


def test_java_comes_first_with_its_logo_and_nothing_asks_for_attention(lab):
    card = lab.page.locator(".jp-LauncherCard[data-category=Notebook]").first
    expect(card).to_have_attribute("title", "Java (Manabi)")
    logo = card.locator("img")
    expect(logo).to_be_visible()
    assert logo.evaluate("image => image.naturalWidth") >= 32
    expect(lab.page.get_by_text("Would you like to get notified")).to_have_count(0)
    lab.screenshot("launcher")


def test_typed_code_runs_and_shows_its_value(notebook):
    cell = notebook.write("")
    notebook.keyboard.type("int sum = 40 + 2;\n")
    notebook.keyboard.type('System.out.println("学び");\n')
    notebook.keyboard.type("sum")
    notebook.keyboard.press("Control+Enter")
    expect(cell.value).to_have_text("42")
    expect(cell.output.first).to_have_text("学び")


def test_code_is_coloured_as_java(notebook):
    cell = notebook.write('for (int i = 0; i < 3; i++) { } // and "text"')
    editor = cell.cell.locator(".cm-content")
    expect(editor).to_have_attribute("data-language", "java")
    color = "text => getComputedStyle(text).color"
    plain = editor.evaluate(color)
    assert editor.get_by_text("for", exact=True).evaluate(color) != plain
    assert editor.get_by_text('// and "text"').evaluate(color) != plain


def test_tab_lists_completions_and_enter_inserts_one(notebook):
    notebook.run("var greeting = new StringBuilder();")
    cell = notebook.write("greeting.app")
    notebook.keyboard.press("Tab")
    completer = notebook.lab.page.locator(".jp-Completer")
    expect(completer.locator(".jp-Completer-item")).to_contain_text(["append", "appendCodePoint"])
    notebook.lab.screenshot("completion")
    notebook.keyboard.press("ArrowDown")
    notebook.keyboard.press("Enter")
    expect(completer).to_be_hidden()
    expect(cell.cell.locator(".cm-content")).to_have_text(re.compile("greeting.appendCodePoint"))


def test_shift_tab_shows_the_signature(notebook):
    notebook.write("Math.max(1, 2)")
    for _ in range(len(", 2)")):
        notebook.keyboard.press("ArrowLeft")
    notebook.keyboard.press("Shift+Tab")
    tooltip = notebook.lab.page.locator(".jp-Tooltip")
    expect(tooltip).to_contain_text("max(int a, int b)")
    notebook.lab.screenshot("signature")


def test_interrupt_button_ends_an_endless_loop(notebook):
    notebook.run("long steps = 0;")
    endless = notebook.start('while (true) if (steps++ == 0) System.out.println("on and on");')
    waiting = notebook.start("steps = -1;")
    expect(endless.output).to_have_text("on and on")
    expect(endless.prompt).to_have_text("[*]:")
    notebook.expect_status("busy")
    notebook.click("notebook:interrupt-kernel")
    endless.wait_until_done()
    expect(endless.error).to_be_visible()
    expect(waiting.prompt).to_have_text("[ ]:")
    notebook.expect_status("idle")
    expect(notebook.run("steps > 0").value).to_have_text("true")


def test_restart_forgets_variables_and_goes_on(notebook):
    notebook.run("int kept = 1;")
    notebook.click_and_confirm("notebook:restart-kernel")
    notebook.wait_for_kernel()
    expect(notebook.run("kept").error).to_contain_text("kept")
    expect(notebook.run("1 + 1").value).to_have_text("2")


def test_restart_and_run_all_runs_every_cell_from_the_top(lab):
    notebook = lab.open("restart-run-all", "int n = 1;", "n++;", "n")
    notebook.run("int run = 1;")
    notebook.click_and_confirm("notebook:restart-run-all")
    for place in range(4):
        expect(notebook.cell(place).prompt).to_have_text(f"[{place + 1}]:")
    expect(notebook.cell(2).value).to_have_text("2")
    notebook.close()


def test_chart_answers_the_pointer_without_another_host(notebook):
    page, address = notebook.lab.page, notebook.lab.address
    others = []
    page.on("request", lambda request: others.append(request.url) if is_other(request.url, address) else None)
    chart = notebook.run(CHART).value
    expect(chart.locator("img")).to_be_visible()
    chart.locator("img").hover(force=True)  # without a look afterwards: the plot takes its place
    chart.locator(".nsewdrag").hover()
    expect(chart.locator(".hovertext")).to_contain_text("(2, 1)")
    notebook.lab.screenshot("chart")
    assert others == []


def is_other(url, address):
    return url.startswith("http") and not url.startswith(address)


def test_saved_chart_of_someone_else_is_a_picture(lab):
    chapter = nbformat.read(REPOSITORY / "notebooks/04-convolution.ipynb", as_version=4)
    cell = next(c for c in chapter.cells if "vnd.plotly" in str(c.get("outputs")))
    notebook = lab.open("not-trusted", cell)
    expect(notebook.cell(0).output.locator("img").first).to_be_visible()
    notebook.close()


def test_progress_bar_moves(notebook):
    page = notebook.lab.page
    page.evaluate(
        """() => {
          window.seen = new Set();
          const look = () => document.querySelectorAll("progress").forEach(bar => seen.add(bar.value));
          new MutationObserver(look).observe(document.body, {childList: true, subtree: true});
        }"""
    )
    cell = notebook.run(
        """try (var bar = manabi.progress.ProgressBar.start("training", 20)) {
  for (int step = 1; step <= 20; step++) {
    Thread.sleep(75);
    bar.update(step, "loss " + 1f / step);
  }
}"""
    )
    expect(cell.output).to_have_count(1)
    expect(cell.output).to_contain_text("100% 20/20")
    seen = page.evaluate("[...seen]")
    assert len(seen) >= 4 and seen == sorted(seen) and seen[-1] == 20
    notebook.lab.screenshot("progress")


def test_input_is_answered_in_the_browser(notebook):
    cell = notebook.start('String name = input("Your name? ");\n"Hello, " + name')
    field = cell.cell.locator(".jp-Stdin-input")
    expect(cell.cell.locator(".jp-Stdin-prompt")).to_have_text(re.compile("Your name?"))
    notebook.lab.screenshot("input")
    field.fill("学び")
    field.press("Enter")
    expect(cell.value).to_have_text("Hello, 学び")


def test_flood_of_output_comes_whole_and_in_order(notebook):
    cell = notebook.run('for (int i = 1; i <= 10_000; i++) System.out.println("line " + i);')
    expect(cell.output).to_contain_text("line 10000")
    lines = cell.output.inner_text().split("\n")
    assert [line for line in lines if line] == [f"line {i}" for i in range(1, 10_001)]
    expect(notebook.run("1 + 1").value).to_have_text("2")


def test_two_notebooks_run_at_once(lab, notebook):
    notebook.run("int mine = 1;")
    other = lab.open("the-other", mode="split-right")
    slow = notebook.start("while (true) { Thread.sleep(10); }")
    expect(slow.prompt).to_have_text("[*]:")
    expect(other.run("int mine = 2; mine").value).to_have_text("2")
    expect(slow.prompt).to_have_text("[*]:")
    lab.screenshot("two-notebooks")
    other.close()
    notebook.click("notebook:interrupt-kernel")
    slow.wait_until_done()
    expect(notebook.run("mine").value).to_have_text("1")


def test_values_and_errors_are_readable_in_light_and_dark(lab, notebook):
    values = notebook.run("record Film(String title, int stars) {}\n"
                          'List.of(new Film("Ikiru", 5), new Film("Ran", 4))')  # fmt: skip
    runtime = notebook.run("int half(int n) {\n  return 10 / n;\n}\nhalf(0)")
    compile_time = notebook.run('int size = "three";\nStrin text = "x";')
    expect(runtime.error).to_contain_text("ArithmeticException")
    expect(runtime.error.locator("[class*=ansi]").first).to_be_visible()
    expect(compile_time.error).to_contain_text("incompatible types")
    for theme in ("Dark", "Light"):
        lab.theme(theme)
        lab.screenshot(f"values-and-errors-{theme.lower()}")
        for output in (values.output, runtime.error, compile_time.error):
            contrasts = output.first.evaluate(CONTRASTS)
            assert min(contrasts.values()) > FAINTEST, f"{theme}: {contrasts}"

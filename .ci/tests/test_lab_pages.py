"""Charts in what ./manabi run writes: pages in a browser without a network, saved notebooks."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from conftest import PATIENCE
from nbconvert.exporters import HTMLExporter
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import expect

REPOSITORY = Path(__file__).resolve().parents[2]
SCREENSHOTS = REPOSITORY / "build/screenshots"
CHAPTERS = sorted((REPOSITORY / "notebooks").glob("*.ipynb"))
FIGURE = "application/vnd.plotly.v1+json"

# What this plotly.js finds wrong with our figures, such as attributes that it does not know.
PROBLEMS = """[...document.querySelectorAll(".js-plotly-plot")]
  .flatMap(({ data, layout }) => Plotly.validate(data, layout) ?? [])"""

CHARTS = (
    """var x = new double[] {0, 10_000, 20_000};
manabi.plot.LineChart.of("training with a long name", x, new double[] {3, 2, 1})
    .with("validation", x, new double[] {3, 3, 2.5}).title("Loss").xLabel("step")""",
    'manabi.plot.HeatMap.of(new double[][] {{1, 2}, {3, 4}}).title("Weights")',
    'manabi.plot.ScatterChart.of("words", x, x)',
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The folder with the page of a notebook of charts, as ./manabi run makes it."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copy(REPOSITORY / "manabi", folder)
    shutil.copytree(REPOSITORY / "docs/site", folder / "docs/site")
    kernel = {"name": "manabi", "display_name": "Java (Manabi)"}
    notebook = new_notebook(cells=[*map(new_code_cell, CHARTS)], metadata={"kernelspec": kernel})
    nbformat.write(notebook, folder / "charts.ipynb")
    subprocess.run([sys.executable, folder / "manabi", "_execute", folder / "charts.ipynb"], check=True)
    return folder / "build/site"


@pytest.fixture(params=["light", "dark"])
def page(browser, request):
    """A page without a network that keeps what the console says."""
    context = browser.new_context(offline=True, color_scheme=request.param)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.scheme, page.complaints = request.param, []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("requestfailed", lambda request: page.complaints.append(request.url))
    yield page
    context.close()


def test_every_chart_becomes_interactive(page, site):
    page.goto((site / "index.html").as_uri())
    page.get_by_role("link", name="charts").click()
    for chart in page.locator(".manabi-chart").all():
        chart.scroll_into_view_if_needed()
        expect(chart.locator(".js-plotly-plot .main-svg").first).to_be_visible()
        expect(chart.locator(".jp-RenderedImage")).to_be_hidden()
    expect(page.locator(".js-plotly-plot")).to_have_count(len(CHARTS))
    assert [p for p in page.evaluate(PROBLEMS) if p["code"] not in ("unused", "invisible")] == []
    ground = page.locator(".js-plotly-plot .main-svg").first.evaluate("svg => svg.style.background")
    assert (ground == "white") == (page.scheme == "light")
    page.screenshot(path=SCREENSHOTS / f"page-{page.scheme}.png")
    assert page.complaints == []


def test_pointer_shows_values_and_ticks_are_plain_numbers(page, site):
    page.goto((site / "charts.html").as_uri())
    chart = page.locator(".manabi-chart").first
    expect(chart.locator(".xtick").last).to_have_text("20,000")
    area = chart.locator(".nsewdrag").bounding_box()
    page.mouse.move(area["x"] + area["width"] / 2, area["y"] + area["height"] / 2)
    expect(chart.locator(".hovertext")).to_contain_text("training with a long name")
    expect(chart.locator(".hovertext")).to_contain_text("(10,000, 2)")


def test_pictures_are_seen_without_scripts(browser, site):
    context = browser.new_context(offline=True, java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "charts.html").as_uri())
    expect(page.locator(".manabi-chart img")).to_have_count(len(CHARTS))
    for picture in page.locator(".manabi-chart img").all():
        expect(picture).to_be_visible()
    context.close()


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.stem)
def test_saved_chapter_is_small_and_every_figure_has_a_picture(chapter):
    """GitHub, nbviewer and notebooks that are not trusted show the picture alone."""
    assert chapter.stat().st_size < 1_000_000
    notebook = nbformat.read(chapter, as_version=4)
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    figures = [output.data for output in outputs if FIGURE in output.get("data", {})]
    assert all("image/png" in data for data in figures)


def test_plain_nbconvert_shows_pictures(site):
    executed = nbformat.read(site.parent / "executed/charts.ipynb", as_version=4)
    page, _ = HTMLExporter().from_notebook_node(executed)
    assert len(re.findall(r'<img[^>]* src="data:image/png;base64,', page)) == len(CHARTS)

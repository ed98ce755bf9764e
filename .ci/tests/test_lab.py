"""JupyterLab in a real browser: a cell is typed and run, and a chart is seen."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import expect, sync_playwright

REPOSITORY = Path(__file__).resolve().parents[2]
SCREENSHOTS = REPOSITORY / "build/screenshots"
TOKEN = "browser-test"
QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run"
    " --disable-background-networking --disable-component-update --disable-sync"
).split()

CHART = 'manabi.plot.LineChart.of("loss", 2, 1, 0.5)'


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """The address of a JupyterLab that ./manabi lab opened on a folder with one notebook."""
    folder = tmp_path_factory.mktemp("notebooks")
    kernel = {"name": "manabi", "display_name": "Java (Manabi)"}
    cells = [new_code_cell(CHART, id="chart")]
    nbformat.write(
        new_notebook(cells=cells, metadata={"kernelspec": kernel}), folder / "chart.ipynb"
    )
    port = free_port()
    command = [sys.executable, REPOSITORY / "manabi", "lab", "--no-browser", "--allow-root"]
    command += [f"--port={port}", f"--IdentityProvider.token={TOKEN}", "--ServerApp.port_retries=0"]
    command += [f"--ServerApp.root_dir={folder}"]
    # Settings and workspaces of the person who runs the tests stay out of it.
    homes = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTERLAB_WORKSPACES_DIR")
    environment = os.environ | {name: str(tmp_path_factory.mktemp(name)) for name in homes}
    server = subprocess.Popen(command, env=environment)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for_server(server, address)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_for_server(server, address):
    for _ in range(600):
        assert server.poll() is None, "JupyterLab ended"
        try:
            urllib.request.urlopen(f"{address}/api?token={TOKEN}")
            return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("JupyterLab did not answer")


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ["MANABI_CHROMIUM"], args=QUIET
        )
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser):
    page = browser.new_page(viewport={"width": 1300, "height": 900})
    page.set_default_timeout(120_000)
    expect.set_options(timeout=120_000)
    yield page
    page.close()


def open_notebook(page, lab, name):
    """Opens the notebook and waits until its kernel is idle."""
    page.goto(f"{lab}/lab/tree/{name}?token={TOKEN}&reset")
    panel = page.locator(".jp-NotebookPanel:visible")
    expect(panel.locator(".jp-Notebook-ExecutionIndicator")).to_have_attribute("data-status", "idle")
    return panel


def screenshot(page, name):
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}.png")


def test_kernel_is_offered_by_its_name(page, lab):
    page.goto(f"{lab}/lab?token={TOKEN}&reset")
    card = page.locator(".jp-LauncherCard[title='Java (Manabi)']").first
    expect(card).to_be_visible()
    expect(page.get_by_text("Would you like to get notified")).to_have_count(0)
    screenshot(page, "launcher")


def test_typed_cell_runs_and_shows_its_value(page, lab):
    panel = open_notebook(page, lab, "chart.ipynb")
    panel.locator(".jp-Cell").first.click()
    page.keyboard.press("Escape")
    page.keyboard.press("b")
    page.keyboard.press("Enter")
    page.keyboard.type("int sum = 40 + 2;")
    page.keyboard.press("Enter")
    page.keyboard.type('System.out.println("学び");')
    page.keyboard.press("Enter")
    page.keyboard.type("sum")
    page.keyboard.press("Control+Enter")
    cell = panel.locator(".jp-Cell").nth(1)
    expect(cell.locator(".jp-OutputArea-executeResult .jp-OutputArea-output")).to_have_text(
        re.compile(r"^\s*42\s*$")
    )
    expect(cell.locator(".jp-OutputArea-output").first).to_have_text(re.compile("学び"))
    screenshot(page, "cell")


def test_chart_is_drawn_without_another_host(page, lab):
    others = []
    page.on("request", lambda r: others.append(r.url) if is_other_host(r.url, lab) else None)
    panel = open_notebook(page, lab, "chart.ipynb")
    panel.locator(".jp-Cell").first.click()
    page.keyboard.press("Control+Enter")
    picture = panel.locator(".jp-OutputArea-output img, .jp-OutputArea-output svg.main-svg").first
    expect(picture).to_be_visible()
    box = picture.bounding_box()
    assert box["width"] > 200 and box["height"] > 100
    screenshot(page, "chart")
    expect(panel.locator("[data-mime-type='application/vnd.jupyter.stderr']")).to_have_count(0)
    assert others == []


def is_other_host(url, lab):
    return url.startswith("http") and not url.startswith(lab)

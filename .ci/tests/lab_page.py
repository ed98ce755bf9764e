"""JupyterLab as its user sees it: what test_lab.py clicks, types and reads."""

import contextlib
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import nbformat
from conftest import PATIENCE
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import expect

REPOSITORY = Path(__file__).resolve().parents[2]
SCREENSHOTS = REPOSITORY / "build/screenshots"
TOKEN = "browser-test"
KERNEL = {"name": "manabi", "display_name": "Java (Manabi)"}

# How much each text of an element stands out from what is behind it, as WCAG 2 computes it.
CONTRASTS = """element => {
  const parse = css => css.match(/[\\d.]+/g).map(Number);
  const luminance = rgb => rgb
    .map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = e => {
    const [r, g, b, alpha = 1] = parse(getComputedStyle(e).backgroundColor);
    if (alpha === 1) return [r, g, b];
    return ground(e.parentElement).map((behind, i) => alpha * [r, g, b][i] + (1 - alpha) * behind);
  };
  const found = {};
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement: e, data } = texts.currentNode;
    if (!data.trim()) continue;
    const text = parse(getComputedStyle(e).color).slice(0, 3);
    const [dark, light] = [luminance(text), luminance(ground(e))].sort((a, b) => a - b);
    found[data.trim()] = (light + 0.05) / (dark + 0.05);
  }
  return found;
}"""

KERNEL_IS_IDLE = """identity => {
  const panel = [...window.jupyterapp.shell.widgets("main")].find(widget => widget.id === identity);
  const kernel = panel.sessionContext.session?.kernel;
  return kernel?.connectionStatus === "connected" && kernel.status === "idle";
}"""


@contextlib.contextmanager
def running_lab(folder, new_folder):
    """The address of a JupyterLab that ./manabi lab opened on the folder."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, REPOSITORY / "manabi", "lab", "--no-browser", "--allow-root"]
    command += [f"--port={port}", f"--IdentityProvider.token={TOKEN}", "--ServerApp.port_retries=0"]
    command += [f"--ServerApp.root_dir={folder}", "--LabApp.expose_app_in_browser=True"]
    # Settings and workspaces of the person who runs the tests stay out of it.
    homes = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTERLAB_WORKSPACES_DIR")
    environment = os.environ | {name: str(new_folder(name)) for name in homes}
    server = subprocess.Popen(command, env=environment)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for_server(server, address)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=60)


def wait_for_server(server, address):
    for _ in range(600):
        assert server.poll() is None, "JupyterLab ended"
        try:
            urllib.request.urlopen(f"{address}/api?token={TOKEN}")
            return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("JupyterLab did not answer")


class Lab:
    """The window with all of JupyterLab in it."""

    def __init__(self, page, address, folder):
        self.page = page
        self.address = address
        self.folder = folder
        page.goto(f"{address}/lab?token={TOKEN}&reset")
        expect(page.locator(".jp-LauncherCard").first).to_be_visible()

    def command(self, name, **arguments):
        """Has JupyterLab do what is not under test; returns the id of the panel that opens, if any."""
        run = "async call => (await window.jupyterapp.commands.execute(...call))?.id"
        return self.page.evaluate(run, [name, arguments])

    def open(self, name, *cells, **options):
        """Makes a notebook of these cells and opens it; its kernel has started when this returns."""
        cells = [cell if isinstance(cell, dict) else new_code_cell(cell) for cell in cells]
        made = new_notebook(cells=cells or [new_code_cell()], metadata={"kernelspec": KERNEL})
        nbformat.write(made, self.folder / f"{name}.ipynb")
        panel = self.command("docmanager:open", path=f"{name}.ipynb", options=options)
        return Notebook(self, panel)

    def theme(self, name):
        self.command("apputils:change-theme", theme=f"JupyterLab {name}")
        expect(self.page.locator("body")).to_have_attribute("data-jp-theme-name", f"JupyterLab {name}")
        expect(self.page.locator("#jupyterlab-splash")).to_have_count(0)

    def screenshot(self, name):
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SCREENSHOTS / f"{name}.png")


class Notebook:
    """One open notebook."""

    def __init__(self, lab, identity):
        self.lab = lab
        self.keyboard = lab.page.keyboard
        self.identity = identity
        self.panel = lab.page.locator(f"[id='{identity}']")
        self.cells = self.panel.locator(".jp-Cell")
        self.wait_for_kernel()

    def wait_for_kernel(self):
        # Not read off the screen: a narrow notebook hides its kernel's state, and the window's
        # status line still speaks of the notebook before while this one opens.
        self.lab.page.wait_for_function(KERNEL_IS_IDLE, arg=self.identity, timeout=PATIENCE)

    def cell(self, place):
        return Cell(self.cells.nth(place))

    def write(self, code):
        """A new cell at the end, with the cursor behind its code."""
        self.cells.last.locator(".cm-content").click()
        self.keyboard.press("Escape")
        self.keyboard.press("b")
        self.keyboard.press("Enter")
        self.keyboard.insert_text(code)
        return self.cell(self.cells.count() - 1)

    def start(self, code):
        """A new cell, started."""
        cell = self.write(code)
        self.keyboard.press("Control+Enter")
        return cell

    def run(self, code):
        """A new cell that has run to its end."""
        cell = self.start(code)
        cell.wait_until_done()
        return cell

    def click(self, command):
        """Clicks a button above the notebook."""
        self.panel.locator(f"[data-command='{command}']").click()

    def click_and_confirm(self, command):
        self.click(command)
        self.lab.page.locator(".jp-Dialog .jp-mod-accept").click()

    def expect_status(self, status):
        indicator = self.panel.locator(".jp-Notebook-ExecutionIndicator")
        expect(indicator).to_have_attribute("data-status", status)

    def close(self):
        """Ends the kernel and takes the notebook off the screen, saved or not."""
        self.lab.command("notebook:shutdown-kernel")
        self.lab.page.evaluate("window.jupyterapp.shell.currentWidget.dispose()")


class Cell:
    """One cell, and what is below it."""

    def __init__(self, cell):
        self.cell = cell
        self.prompt = cell.locator(".jp-InputPrompt")
        self.output = cell.locator(".jp-OutputArea-output")
        self.value = cell.locator(".jp-OutputArea-executeResult .jp-OutputArea-output")
        self.error = cell.locator("[data-mime-type='application/vnd.jupyter.stderr']")

    def wait_until_done(self):
        expect(self.prompt).to_have_text(re.compile(r"\[\d+\]:"))

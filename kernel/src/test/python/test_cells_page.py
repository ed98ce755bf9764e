"""The page docs/cells.md: every example is run, and its output is what stands there."""

import json
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from conftest import KERNEL, Kernel
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

PAGE = Path(__file__).parents[4] / "docs" / "cells.md"
EXAMPLE = re.compile(r"```java(?P<kind>.*)\n(?P<code>[\s\S]*?)```(\n```text\n(?P<output>[\s\S]*?)```)?")
EXAMPLES = list(EXAMPLE.finditer(PAGE.read_text(encoding="utf-8")))


def of_kind(kind):
    return [m for m in EXAMPLES if m["kind"].strip() == kind]


def output(result):
    """What a console shows at the end: displays in order, each with its last content."""
    texts = {}
    for message in result.messages:
        content = message["content"]
        if message["msg_type"] == "clear_output":
            texts.clear()
        if message["msg_type"] in ("display_data", "update_display_data", "execute_result"):
            key = content.get("transient", {}).get("display_id", "result")
            texts[key] = content["data"]["text/plain"]
    return "".join(f"{text}\n" for text in texts.values())


def without_times(text):
    return re.sub(r", [\d.]+ s(, [\d.]+/s)?", "", text)


def test_page_has_examples():
    assert len(of_kind("")) >= 8
    assert all(m["output"] for m in of_kind(""))


@pytest.mark.parametrize("example", of_kind(""), ids=lambda m: m["code"].split("\n")[0][:40])
def test_example(kernel, example):
    result = kernel.run(example["code"], answer="Ada")
    assert result.reply["status"] == "ok"
    assert without_times(output(result)) == without_times(example["output"])


def test_calls_named_in_the_text_exist(kernel):
    code = (
        'MimeBundle.markdown("*a*"); MimeBundle.latex("x^2"); MimeBundle.svg("<svg/>");'
        'MimeBundle.json("{}"); MimeBundle.json(Map.of()); MimeBundle.text("t").with("text/html", "h");'
        'clearOutput(true); clearOutput(false); progress(3); progress(new String[0]);'
    )
    assert kernel.run(code).reply["status"] == "ok"


@pytest.fixture(scope="module")
def extended_kernel(tmp_path_factory):
    """A kernel that was installed with a jar of the page's extension."""
    folder = tmp_path_factory.mktemp("extension")
    installed = Path(sys.prefix, "share", "jupyter", "kernels", KERNEL)
    java = json.loads((installed / "kernel.json").read_text())["argv"][0]
    kernel_jar = installed / "manabi-kernel.jar"
    jar = extension_jar(folder, java, kernel_jar)
    install = [java, "-jar", kernel_jar, "install", "--prefix", folder / "prefix", "--library", jar]
    subprocess.run(install, check=True, capture_output=True)
    specs = KernelSpecManager(kernel_dirs=[str(folder / "prefix/share/jupyter/kernels")])
    running = Kernel(KernelManager(kernel_name=KERNEL, kernel_spec_manager=specs))
    yield running
    running.close()


def extension_jar(folder, java, kernel_jar):
    (source,) = of_kind("extension")
    path = folder / "ColourExtension.java"
    path.write_text(source["code"], encoding="utf-8")
    javac = Path(java).with_name("javac" + Path(java).suffix)
    classes = folder / "classes"
    command = [javac, "-encoding", "UTF-8", "-cp", kernel_jar, "-d", classes, path]
    subprocess.run(command, check=True)
    jar = folder / "colour.jar"
    with ZipFile(jar, "w") as archive:
        archive.write(classes / "org/example/ColourExtension.class", "org/example/ColourExtension.class")
        archive.writestr("META-INF/services/manabi.kernel.KernelExtension", "org.example.ColourExtension")
    return jar


def test_extension(extended_kernel):
    (example,) = of_kind("with extension")
    result = extended_kernel.run(example["code"])
    assert output(result) == example["output"]
    assert result.value["text/html"] == "<b style='color: #ffc800'>■</b>"

"""Magics: the class path, Maven, time, files, and what jars bring to the kernel."""

import http.server
import json
import os
import re
import shutil
import subprocess
import threading
import time
import zipfile
from pathlib import Path

import pytest
from conftest import KERNEL, TIMEOUT, Kernel, new_manager
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager


def plain(text):
    return re.sub(r"\x1b\[\d+m", "", text)


def kernelspec():
    """The folder and the content of the kernel's kernel.json."""
    folder = Path(new_manager().kernel_spec.resource_dir)
    return folder, json.loads((folder / "kernel.json").read_text())


def make_jar(jar, work, sources, resources=()):
    """Compile the sources, given by path, and pack them with the resources."""
    folder, spec = kernelspec()
    for path, text in sources.items():
        file = work / "src" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    compiler = [spec["argv"][0], "-m", "jdk.compiler/com.sun.tools.javac.Main"]
    files = [str(work / "src" / path) for path in sources]
    classes = ["-cp", str(folder / "manabi-kernel.jar"), "-d", str(work / "classes")]
    subprocess.run([*compiler, *classes, *files], check=True, timeout=TIMEOUT)
    jar.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(jar, "w") as packed:
        for file in (work / "classes").rglob("*.class"):
            packed.write(file, file.relative_to(work / "classes"))
        for path, text in dict(resources).items():
            packed.writestr(path, text)
    return jar


EXTENSION = {
    "ext/Temperature.java": """
package ext;
public record Temperature(double degrees) {}
""",
    "ext/Extension.java": """
package ext;
import java.util.List;
import manabi.kernel.KernelExtension;
import manabi.kernel.display.MimeBundle;
import manabi.kernel.display.Renderers;
import manabi.kernel.magic.*;
public final class Extension implements KernelExtension {
  @Override public List<String> imports() { return List.of("ext.Temperature"); }
  @Override public void register(Renderers renderers) {
    renderers.register(Temperature.class, t -> MimeBundle.text(t.degrees() + " °C"));
  }
  @Override public List<Magic> magics() { return List.of(new Shout(), new Taken()); }
}
class Shout implements LineMagic, CellMagic {
  @Override public String name() { return "shout"; }
  @Override public MagicHelp help() {
    return new MagicHelp("%shout WORDS", "Says it loud.", "%shout hello");
  }
  @Override public MagicResult run(MagicLine line) throws Exception {
    if (line.text().isBlank()) { Thread.sleep(60_000); }
    return MagicResult.shown(String.join("+", line.words()).toUpperCase());
  }
  @Override public MagicResult run(MagicLine line, String body) {
    return MagicResult.shown(body.toUpperCase());
  }
}
class Taken implements LineMagic {
  @Override public String name() { return "load"; }
  @Override public MagicHelp help() { return new MagicHelp("%load", "Taken.", "%load"); }
  @Override public MagicResult run(MagicLine line) { return MagicResult.shown("taken"); }
}
""",
}


@pytest.fixture(scope="module")
def extension(tmp_path_factory):
    work = tmp_path_factory.mktemp("extension")
    service = {"META-INF/services/manabi.kernel.KernelExtension": "ext.Extension\n"}
    return make_jar(work / "ext-1.0.jar", work, EXTENSION, service)


def check_extension(kernel):
    """The jar's import, renderer and magics work."""
    assert kernel.run("new Temperature(21.5)").text == "21.5 °C"
    assert kernel.run("%shout hello there").text == "HELLO+THERE"
    assert kernel.run("%%shout\nall\nof it").text == "ALL\nOF IT"
    assert "Says it loud" in kernel.run("%shout?").stream("stdout")
    assert "%shout WORDS" in kernel.run("%lsmagic").stream("stdout")
    assert "found no file" in kernel.run("%load none").reply["evalue"]


def test_extension_on_the_class_path_at_start(extension, tmp_path):
    folder, spec = kernelspec()
    shutil.copytree(folder, tmp_path / KERNEL)
    place = spec["argv"].index("-cp") + 1
    spec["argv"][place] += os.pathsep + str(extension)
    (tmp_path / KERNEL / "kernel.json").write_text(json.dumps(spec))
    specs = KernelSpecManager(kernel_dirs=[str(tmp_path)], ensure_native_kernel=False)
    running = Kernel(KernelManager(kernel_name=KERNEL, kernel_spec_manager=specs))
    try:
        check_extension(running)
    finally:
        running.close()


def test_extension_in_a_jar_that_is_added(kernel, extension):
    assert kernel.run(f"%jars {extension}").reply["status"] == "ok"
    check_extension(kernel)


def test_interrupt_ends_a_magic_of_an_extension(kernel, extension):
    kernel.run(f"%jars {extension}")
    cell = kernel.client.execute("%shout")
    wait_until_busy(kernel, cell)
    started = time.monotonic()
    kernel.manager.interrupt_kernel()
    assert kernel.reply_to(cell)["ename"] == "Interrupted"
    assert time.monotonic() - started < 2
    kernel.drain()
    assert kernel.run("%shout x").text == "X"


def wait_until_busy(kernel, cell):
    while True:
        message = kernel.client.get_iopub_msg(timeout=TIMEOUT)
        mine = message["parent_header"].get("msg_id") == cell
        if mine and message["msg_type"] == "execute_input":
            return


def test_magics(kernel, tmp_path):
    file = tmp_path / "loaded.jshell"
    file.write_text("int loaded = 41;")
    assert kernel.run(f"%load {file}\nloaded + 1").text == "42"
    assert "%classpath" in kernel.run("%lsmagic").stream("stdout")
    timed = kernel.run("%%time\n3 + 4")
    assert timed.text == "7"
    assert timed.stream("stdout").startswith("time: ")
    unknown = kernel.run("%clsspath x")
    assert "did you mean %classpath?" in unknown.reply["evalue"]
    missing = kernel.run(f"%classpath {tmp_path}/none.jar")
    assert "no file or folder" in missing.reply["evalue"]


def test_magic_in_a_text_block_is_text(kernel):
    assert kernel.run('String t = """\n%time flies""";\nt').text == "%time flies"


def test_line_numbers_after_a_magic(kernel):
    result = kernel.run("%lsmagic\nint n = 0;\n1 / n")
    assert ", line 3" in plain(result.traceback)


class Repository:
    """A Maven repository on a server that can be told to stop in the middle of an answer."""

    def __init__(self, folder):
        self.folder = folder
        self.stalled = threading.Event()
        self.stall_at = None
        self.requests = []
        repository = self

        class Handler(http.server.SimpleHTTPRequestHandler):
            def __init__(self, *args):
                super().__init__(*args, directory=folder)

            def do_GET(self):
                repository.requests.append(self.path)
                if repository.stall_at and self.path.endswith(repository.stall_at):
                    self.stall()
                else:
                    super().do_GET()

            def stall(self):
                content = Path(folder, self.path[1:]).read_bytes()
                self.send_response(200)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content[:-10])
                repository.stalled.set()
                time.sleep(5)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server.server_port}/"

    def add(self, name, version, *needs):
        """Add test:name, with a class test.Name that says its version, and what it needs."""
        place = self.folder / "test" / name / version
        kind = name.capitalize()
        source = (
            f"package test; public class {kind} "
            f'{{ public static String version() {{ return "{version}"; }} }}'
        )
        make_jar(
            place / f"{name}-{version}.jar",
            self.folder.parent / "work" / f"{name}-{version}",
            {f"test/{kind}.java": source},
        )
        dependencies = "".join(dependency(*need.split(":")) for need in needs)
        (place / f"{name}-{version}.pom").write_text(
            "<project><modelVersion>4.0.0</modelVersion><groupId>test</groupId>"
            f"<artifactId>{name}</artifactId><version>{version}</version>"
            f"<dependencies>{dependencies}</dependencies></project>"
        )


def dependency(group, artifact, version):
    return (
        f"<dependency><groupId>{group}</groupId><artifactId>{artifact}</artifactId>"
        f"<version>{version}</version></dependency>"
    )


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    made = Repository(tmp_path_factory.mktemp("maven") / "remote")
    made.folder.mkdir()
    made.add("base", "1.0")
    made.add("base", "2.0")
    made.add("top", "1.0", "test:base:1.0")
    made.add("late", "1.0")
    yield made
    made.server.shutdown()


@pytest.fixture()
def maven(repository, tmp_path):
    """A kernel of a user whose settings.xml leads to the repository and nowhere else."""
    home = tmp_path / ".m2"
    home.mkdir()
    (home / "settings.xml").write_text(
        "<settings><mirrors><mirror><id>test</id><mirrorOf>*</mirrorOf>"
        f"<url>{repository.url}</url></mirror></mirrors></settings>"
    )
    running = Kernel(env={**os.environ, "JDK_JAVA_OPTIONS": f"-Duser.home={tmp_path}"})
    yield running
    running.close()


def test_maven_brings_what_an_artifact_needs(maven, repository, tmp_path):
    result = maven.run("%maven test:top:1.0\ntest.Top.version() + test.Base.version()")
    assert result.text == "1.01.0"
    assert len(result.of_type("display_data")) == 1
    last = result.of_type("update_display_data")[-1]
    assert last["data"]["text/plain"] == "downloaded: 4 files, 0.0 MB"
    assert (tmp_path / ".m2/repository/test/base/1.0/base-1.0.jar").is_file()

    repository.requests.clear()
    again = maven.run("%addMavenDependency test:top:1.0")
    assert again.reply["status"] == "ok"
    assert repository.requests == [] and again.of_type("display_data") == []

    other = maven.run("%maven test:base:2.0\ntest.Base.version()")
    assert other.text == "1.0"
    assert other.stream("stdout") == (
        "note: base 2.0 is left out, version 1.0 is on the class path already"
        " (to change the version, restart the kernel)\n"
    )


def test_maven_says_what_is_wrong(maven):
    unknown = maven.run("%maven test:nothing:1.0").reply
    assert unknown["evalue"].startswith("there is no test:nothing:1.0 in test (http://127.0.0.1:")
    assert len(unknown["traceback"]) == 1
    wrong = maven.run("%maven test").reply
    assert wrong["evalue"].startswith("expected GROUP:ARTIFACT:VERSION")
    assert "needs an artifact; usage: %maven" in maven.run("%maven").reply["evalue"]
    assert maven.run("1 + 1").text == "2"


def test_pom_in_a_cell_and_in_a_file(maven, tmp_path):
    piece = dependency("test", "base", "2.0")
    assert maven.run(f"%%loadFromPOM\n{piece}").reply["status"] == "ok"
    assert maven.run("test.Base.version()").text == "2.0"
    pom = tmp_path / "pom.xml"
    pom.write_text(f"<dependencies>{dependency('test', 'late', '1.0')}</dependencies>")
    whole = (
        "<project><modelVersion>4.0.0</modelVersion><groupId>a</groupId>"
        f"<artifactId>b</artifactId><version>1</version>{pom.read_text()}</project>"
    )
    pom.write_text(whole)
    assert maven.run(f"%loadFromPOM {pom}\ntest.Late.version()").text == "1.0"
    assert "no file at" in maven.run("%loadFromPOM none.xml").reply["evalue"]


def test_interrupt_ends_a_download_and_leaves_nothing_behind(maven, repository, tmp_path):
    maven.run("%maven test:base:1.0")  # Loads the resolver's classes.
    repository.stalled.clear()
    repository.stall_at = "late-1.0.jar"
    try:
        cell = maven.client.execute("%maven test:late:1.0")
        assert repository.stalled.wait(TIMEOUT)
        started = time.monotonic()
        maven.manager.interrupt_kernel()
        assert maven.reply_to(cell)["ename"] == "Interrupted"
        assert time.monotonic() - started < 2
    finally:
        repository.stall_at = None
    assert not (tmp_path / ".m2/repository/test/late/1.0/late-1.0.jar").exists()
    maven.drain()
    assert maven.run("%maven test:late:1.0\ntest.Late.version()").text == "1.0"


def test_magics_can_be_called(maven):
    code = """
for (String name : List.of("base", "late")) {
  lineMagic("maven", List.of("test:" + name + ":1.0"));
}"""
    assert maven.run(code).reply["status"] == "ok"
    assert maven.run("test.Base.version() + test.Late.version()").text == "1.01.0"
    refused = maven.run('lineMagic("load", List.of("x"));').reply
    assert refused["evalue"].startswith("%load found no file at")


def test_timeit_can_be_interrupted(kernel):
    result = kernel.run("%timeit -n 100 -r 3 Math.sqrt(2)")
    assert result.value is None
    assert "(mean ± std. dev. of 3 runs, 100 loops each)" in result.stream("stdout")
    cell = kernel.client.execute("%timeit -n 1000000 Thread.sleep(10)")
    wait_until_busy(kernel, cell)
    kernel.manager.interrupt_kernel()
    assert kernel.reply_to(cell)["ename"] == "Interrupted"
    kernel.drain()


def test_writefile_and_load(kernel, tmp_path):
    file = tmp_path / "made.jshell"
    written = kernel.run(f"%%writefile {file}\nint made = 3;\n%time made")
    assert written.stream("stdout") == f"wrote {file}\n"
    assert kernel.run(f"%load {file}\nmade").text == "3"


def test_env_and_memory(kernel):
    assert kernel.run("%env PATH").text == os.environ["PATH"]
    assert "Java cannot set" in kernel.run("%env A=1").reply["evalue"]
    assert kernel.run("%memory").stream("stdout").startswith("MB ")

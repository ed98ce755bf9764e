"""Tests of ./manabi: each runs the launcher as a person does, in a small checkout of its own.

The checkout has the real launcher, a stand-in for Maven that makes a stand-in kernel (Python's
own), and an environment.yml that needs no network. Notebooks are executed with this Python.
"""

import importlib.machinery
import importlib.util
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

REPOSITORY = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in tools are shell scripts")

# Installs a kernelspec "manabi" that starts Python's kernel, and keeps its arguments. Without
# JPY_PARENT_PID the kernel does not notice that its parent ended: the launcher has to end it.
STAND_IN_JAVA = f"""#!/bin/sh
echo "$@" > java-arguments
spec="$VIRTUAL_ENV/share/jupyter/kernels/manabi"
mkdir -p "$spec"
cat > "$spec/kernel.json" <<END
{{"argv": ["env", "-u", "JPY_PARENT_PID", "{sys.executable}", "-m", "ipykernel_launcher", "-f", "{{connection_file}}"],
 "display_name": "Java (Manabi)", "language": "java"}}
END
"""

STAND_IN_MAVEN = """#!/bin/sh
if [ "$1" = --version ]; then echo "Apache Maven 3.9.9 (abc)"; exit; fi
echo "$@" >> maven-calls
if [ -e maven-fails ]; then cat maven-fails; exit 1; fi
mkdir -p kernel/target lib/target/dependency
touch kernel/target/manabi-kernel-1.0-standalone.jar lib/target/manabi-lib-1.0.jar
"""

POM = """<project xmlns="http://maven.apache.org/POM/4.0.0"><version>1.0</version></project>"""


def script(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)
    return path


def notebook(path, *sources, kernel="python3"):
    cells = [new_markdown_cell("# A title\n\nwith $y_i = \\frac{a}{b}$"), *map(new_code_cell, sources)]
    made = new_notebook(cells=cells, metadata={"kernelspec": {"name": kernel, "display_name": "x"}})
    nbformat.write(made, path)


class Checkout:
    """A checkout of its own, and the ways to start ./manabi in it."""

    def __init__(self, root):
        self.root = root
        (root / "notebooks").mkdir(parents=True)
        shutil.copy(REPOSITORY / "manabi", root / "manabi")
        shutil.copytree(REPOSITORY / "docs/site", root / "docs/site")
        (root / "pom.xml").write_text(POM)
        for module in ("kernel", "lib"):
            (root / module / "src/main").mkdir(parents=True)
            (root / module / "pom.xml").write_text(POM)
        self.source = root / "lib/src/main/Tensor.java"
        self.source.write_text("class Tensor {}")
        (root / "environment.yml").write_text("dependencies:\n  - pip:\n      - pip >=1\n")
        self.jdk = root / "tools/jdk"
        script(self.jdk / "bin/javac", "#!/bin/sh\necho javac 17.0.1\n")
        script(self.jdk / "bin/java", STAND_IN_JAVA)
        self.maven = script(root / "tools/bin/mvn", STAND_IN_MAVEN)
        self.environment = {
            "JAVA_HOME": str(self.jdk),
            "PATH": f"{self.maven.parent}:/usr/bin:/bin",
            "HOME": str(root / "home"),
        }

    def start(self, *arguments, **environment):
        return subprocess.Popen(
            [sys.executable, str(self.root / "manabi"), *arguments],
            env={**self.environment, **environment},
            cwd=self.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def manabi(self, *arguments, **environment):
        """The exit status and all that was printed."""
        process = self.start(*arguments, **environment)
        output, _ = process.communicate(timeout=120)
        return process.returncode, output

    def execute(self, *names, options=()):
        """Executes notebooks as .venv's Python would: this one has the same packages."""
        return self.manabi("_execute", *options, *(f"notebooks/{name}.ipynb" for name in names))

    def maven_calls(self):
        calls = self.root / "maven-calls"
        return calls.read_text().splitlines() if calls.exists() else []


@pytest.fixture
def checkout(tmp_path):
    return Checkout(tmp_path / "学び テスト")


@pytest.fixture(scope="module")
def set_up(tmp_path_factory):
    """One checkout after its set-up, whose .venv sees the packages of this Python."""
    checkout = Checkout(tmp_path_factory.mktemp("ready") / "学び テスト")
    notebook(checkout.root / "notebooks/04-convolution.ipynb", "1")
    checkout.manabi("run")  # fails to execute: its .venv has no packages yet
    packages = [path for path in sys.path if path.endswith("site-packages")]
    for folder in (checkout.root / ".venv/lib").glob("python*/site-packages"):
        (folder / "these.pth").write_text("\n".join(packages))
    shared = checkout.root / ".venv/share/jupyter"
    (shared / "nbconvert").symlink_to(Path(sys.prefix) / "share/jupyter/nbconvert")
    return checkout


@pytest.fixture
def ready(set_up, monkeypatch):
    """The set-up checkout, with its one chapter, its source and its tools as they were."""
    notebook(set_up.root / "notebooks/04-convolution.ipynb", "print('✓ a: was 1')", kernel="manabi")
    set_up.source.write_text("class Tensor {}")
    script(set_up.maven, STAND_IN_MAVEN)
    (set_up.root / "maven-fails").unlink(missing_ok=True)
    monkeypatch.setenv("JAVA_HOME", str(set_up.jdk))
    monkeypatch.setenv("PATH", set_up.environment["PATH"])
    module = launcher(set_up.root / "manabi")
    module.prepare(module.new_setup())
    (set_up.root / "maven-calls").unlink(missing_ok=True)
    return set_up


def launcher(path=REPOSITORY / "manabi"):
    """The launcher as a module, for the functions that a command line cannot reach."""
    loader = importlib.machinery.SourceFileLoader("manabi_launcher", str(path))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    sys.modules[loader.name] = module
    sys.dont_write_bytecode = True
    loader.exec_module(module)
    return module


# --- versions and tools


@pytest.mark.parametrize(
    "text, expected", [("17.0.15", 17), ("1.8.0_402", 8), ("25", 25), ("26-ea", 26), ("21.0.5+11", 21)]
)
def test_reads_java_versions(text, expected):
    assert launcher().java_feature(text) == expected


def test_reads_maven_versions_among_colours():
    assert launcher().maven_version("\x1b[1mApache Maven 3.8.7\x1b[m\nMaven home: /m") == (3, 8, 7)


def test_this_machine_without_tools_gets_one_list_of_all_that_is_missing(checkout):
    notebook(checkout.root / "notebooks/04-a.ipynb", "1")
    status, output = checkout.manabi("doctor", JAVA_HOME="", PATH=str(checkout.root / "nothing"))
    assert status == 2
    assert "a JDK 17 or newer is needed: none found" in output
    assert "there is no mvn on the PATH" in output
    assert "conda env create -f environment.yml" in output


def test_names_a_java_home_that_is_too_old(checkout):
    notebook(checkout.root / "notebooks/04-a.ipynb", "1")
    (checkout.jdk / "release").write_text('JAVA_VERSION="11.0.2"\n')
    status, output = checkout.manabi("run")
    assert status == 2
    assert f"JAVA_HOME is {checkout.jdk}, which is Java 11.0.2" in output
    assert not (checkout.root / ".venv").exists()


def test_tells_a_runtime_from_a_jdk(checkout):
    notebook(checkout.root / "notebooks/04-a.ipynb", "1")
    (checkout.jdk / "bin/javac").unlink()
    status, output = checkout.manabi("run")
    assert status == 2
    assert "has no bin/javac" in output

    runtime = script(checkout.root / "jre/java", "#!/bin/sh\n")
    status, output = checkout.manabi("run", JAVA_HOME="", PATH=str(runtime.parent))
    assert status == 2
    assert f"only a Java runtime is on the PATH ({runtime}), without javac" in output


def test_refuses_an_old_maven(checkout):
    notebook(checkout.root / "notebooks/04-a.ipynb", "1")
    script(checkout.maven, "#!/bin/sh\necho Apache Maven 3.3.9\n")
    status, output = checkout.manabi("run")
    assert status == 2
    assert "Maven 3.8 or newer is needed" in output and "is 3.3.9" in output


def test_old_python_is_told_which_is_needed():
    first_lines = (REPOSITORY / "manabi").read_text(encoding="utf-8").split("import argparse")[0]
    old = first_lines.replace("sys.version_info < (3, 10)", "sys.version_info < (99, 0)")
    done = subprocess.run([sys.executable, "-c", old], capture_output=True, text=True)
    assert done.returncode == 1
    assert "manabi: Python 3.10 or newer is needed, this is Python 3." in done.stderr


# --- environment.yml


def test_reads_the_repository_s_own_packages():
    packages = launcher().python_packages((REPOSITORY / "environment.yml").read_text())
    assert any(package.startswith("jupyterlab~=") for package in packages)
    assert all(" " not in package for package in packages)


def test_refuses_a_requirement_it_cannot_read():
    module = launcher()
    with pytest.raises(module.Failure, match=r"line 2: cannot read '- jupyterlab<5'"):
        module.python_packages("  - pip:\n      - jupyterlab<5\n")
    with pytest.raises(module.Failure, match="there is no pip section"):
        module.python_packages("dependencies:\n  - maven\n")


# --- set-up: stamps, failures on the way


def test_second_run_repeats_nothing_and_a_changed_source_is_built_again(ready):
    status, output = ready.manabi("run")
    assert status == 0, output
    assert "04-convolution: ok, 1 check passed" in output
    assert "Building" not in output and "Installing" not in output
    assert ready.maven_calls() == []

    ready.source.write_text("class Tensor { }")
    status, output = ready.manabi("run", "4")
    assert status == 0, output
    assert len(ready.maven_calls()) == 1
    assert "Installing the kernel: done" in output
    assert "Installing Python" not in output


def test_kernel_is_installed_with_the_library_and_its_dependencies(ready):
    arguments = (ready.root / "java-arguments").read_text()
    kernel = ready.root / "kernel/target/manabi-kernel-1.0-standalone.jar"
    library = ready.root / "lib/target"
    assert arguments.strip() == (
        f"-jar {kernel} install --sys-prefix"
        f" --library {library}/manabi-lib-1.0.jar --library {library}/dependency"
    )


def test_moved_checkout_gets_a_new_venv(ready, monkeypatch):
    assert launcher(ready.root / "manabi").new_setup().venv_usable()
    moved = ready.root.with_name("moved")
    ready.root.rename(moved)
    try:
        monkeypatch.setenv("JAVA_HOME", f"{moved}/tools/jdk")
        assert not launcher(moved / "manabi").new_setup().venv_usable()
    finally:
        moved.rename(ready.root)


def test_failed_build_shows_the_log_s_end_and_is_repeated(ready):
    ready.source.write_text("class Tensor {")
    (ready.root / "maven-fails").write_text("[ERROR] Tensor.java:[1,15] reached end of file\n")
    for _ in range(2):
        status, output = ready.manabi("run")
        assert status == 1
        assert "Building with Maven: failed" in output
        assert "reached end of file" in output
        assert "build/logs/maven.log" in output
    (ready.root / "maven-fails").unlink()
    assert ready.manabi("run")[0] == 0


def test_build_without_network_is_tried_offline_and_explained(ready):
    ready.source.write_text("class Tensor { int a; }")
    (ready.root / "maven-fails").write_text("Could not transfer artifact x: Unknown host\n")
    status, output = ready.manabi("run")
    assert status == 1
    assert "Building with Maven, offline: the network cannot be reached" in output
    assert "Go online once" in output
    assert ready.maven_calls()[-1].endswith("-o package")


def test_full_disk_is_named(ready):
    ready.source.write_text("class Tensor { int b; }")
    (ready.root / "maven-fails").write_text("java.io.IOException: No space left on device\n")
    status, output = ready.manabi("run")
    assert status == 1
    assert "Building with Maven: the disk is full" in output
    assert f"free in {ready.root}" in output


def test_interrupted_build_is_repeated(ready):
    ready.source.write_text("class Tensor { int c; }")
    script(ready.maven, STAND_IN_MAVEN.replace('echo "$@" >>', 'echo $$ > building; sleep 60; echo >>'))
    process = ready.start("run")
    wait_for(lambda: (ready.root / "building").read_text())
    process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "interrupted; run again to go on" in output
    wait_for(lambda: not Path(f"/proc/{(ready.root / 'building').read_text().strip()}").exists())

    script(ready.maven, STAND_IN_MAVEN)
    assert ready.manabi("run")[0] == 0
    assert len(ready.maven_calls()) == 1


def test_source_edited_while_maven_runs_is_built_by_the_next_run(ready):
    ready.source.write_text("class Tensor { int d; }")
    script(ready.maven, STAND_IN_MAVEN + "echo 'class Tensor { int e; }' > lib/src/main/Tensor.java\n")
    assert ready.manabi("run")[0] == 0
    script(ready.maven, STAND_IN_MAVEN)
    status, output = ready.manabi("run")
    assert status == 0, output
    assert len(ready.maven_calls()) == 2
    assert "Installing the kernel: done" in output


def test_interrupted_test_of_java_leaves_no_half_jars_behind(ready):
    """All jars are there, the last one cut off."""
    script(ready.maven, STAND_IN_MAVEN + "echo $$ > testing; sleep 60\n")
    process = ready.start("test", "java")
    wait_for(lambda: (ready.root / "testing").read_text())
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)
    assert process.returncode == 130

    script(ready.maven, STAND_IN_MAVEN)
    assert ready.manabi("run")[0] == 0
    assert [call.split()[-1] for call in ready.maven_calls()] == ["verify", "package"]


def test_interrupted_installation_of_the_kernel_is_repeated(ready):
    """Also where the sources are afterwards what they were at the last whole installation."""
    before = ready.source.read_text()
    ready.source.write_text("class Tensor { int f; }")
    script(ready.jdk / "bin/java", "#!/bin/sh\necho $$ > installing; sleep 60\n")
    process = ready.start("run")
    wait_for(lambda: (ready.root / "installing").read_text())
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)
    assert process.returncode == 130

    ready.source.write_text(before)
    script(ready.jdk / "bin/java", STAND_IN_JAVA)
    status, output = ready.manabi("run")
    assert status == 0, output
    assert "Installing the kernel: done" in output


def test_data_are_looked_for_where_the_library_keeps_them(tmp_path, monkeypatch):
    module = launcher()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(module.sys, "platform", "darwin")
    assert module.user_cache() == tmp_path / "manabi"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert module.user_cache() == Path.home() / "Library/Caches/manabi"
    monkeypatch.setattr(module.sys, "platform", "linux")
    assert module.user_cache() == Path.home() / ".cache/manabi"


def test_data_beside_the_checkout_are_used_unless_a_folder_is_named(tmp_path, monkeypatch):
    module = launcher()
    monkeypatch.setattr(module, "ROOT", tmp_path / "checkout")
    monkeypatch.delenv("MANABI_DATA", raising=False)
    assert module.data_folder() is None
    assert "MANABI_DATA" not in module.child_environment()

    (tmp_path / "shared/data").mkdir(parents=True)
    assert module.child_environment()["MANABI_DATA"] == str(tmp_path / "shared/data")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MANABI_DATA", "mine")
    assert module.child_environment()["MANABI_DATA"] == str(tmp_path / "mine")


def test_interrupted_installation_makes_a_new_venv(checkout):
    module = launcher(checkout.root / "manabi")
    notebook(checkout.root / "notebooks/04-a.ipynb", "1")
    python = script(checkout.root / ".venv/bin/python", "#!/bin/sh\nexit 1\n")
    module.write_whole(checkout.root / ".venv/manabi.json", '{"identity": "cut off h')
    process = checkout.start("run")
    wait_for(lambda: python.is_symlink())
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=30)
    assert process.returncode == 130


def test_read_only_checkout_says_what_to_do(checkout):
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    notebook(checkout.root / "notebooks/04-a.ipynb", "1")
    checkout.root.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        status, output = checkout.manabi("run")
    finally:
        checkout.root.chmod(stat.S_IRWXU)
    assert status == 2
    assert f"this checkout cannot be written to: {checkout.root}" in output
    assert "cp -R" in output


def test_second_run_at_the_same_time_waits(ready):
    notebook(
        ready.root / "notebooks/04-convolution.ipynb", "import time; time.sleep(4)", kernel="manabi"
    )
    first = ready.start("run")
    wait_for(lambda: f"(process {first.pid})" in (ready.root / "build/lock").read_text())
    second = ready.start("run")
    assert second.stdout.readline().startswith(f"Waiting: manabi run (process {first.pid}) is at work")
    assert first.communicate(timeout=60) and first.returncode == 0
    assert second.communicate(timeout=60) and second.returncode == 0


# --- chapters


def test_chapters_by_number_name_and_file(checkout):
    for name in ("04-convolution", "08-recurrent", "12-attention"):
        notebook(checkout.root / f"notebooks/{name}.ipynb", "1")
    module = launcher(checkout.root / "manabi")
    names = ["12", "4", "04-convolution", "notebooks/08-recurrent.ipynb"]
    assert [path.stem for path in module.chosen_chapters(names)] == [
        "04-convolution",
        "08-recurrent",
        "12-attention",
    ]
    assert len(module.chosen_chapters([])) == 3


def test_unknown_chapter_lists_the_known_ones(checkout):
    notebook(checkout.root / "notebooks/04-convolution.ipynb", "1")
    status, output = checkout.manabi("run", "5")
    assert status == 2
    assert "there is no chapter '5'" in output and "04-convolution" in output


def test_lab_opens_a_chapter_by_its_number_and_hands_other_options_on(checkout):
    chapter = checkout.root / "notebooks/04-convolution.ipynb"
    notebook(chapter, "1")
    module = launcher(checkout.root / "manabi")
    root, kernel, *rest = module.lab_options(["4", "--port", "8899"])
    assert root == f"--ServerApp.root_dir={chapter.parent}"
    assert kernel == "--MultiKernelManager.default_kernel_name=manabi"
    assert rest == [str(chapter), "--port", "8899"]
    assert module.lab_options(["--notebook-dir=elsewhere"]) == [kernel, "--notebook-dir=elsewhere"]

    status, output = checkout.manabi("lab", "5")
    assert status == 2
    assert "there is no chapter '5'" in output and "04-convolution" in output


def test_failing_cell_is_shown_and_the_next_chapter_still_runs(checkout):
    failing = "def shape():\n    raise ValueError('expected [2, 3], was [3, 2]')", "shape()", "print('no')"
    notebook(checkout.root / "notebooks/04-bad.ipynb", *failing)
    notebook(checkout.root / "notebooks/08-good.ipynb", "print('✓ a: was 1\\n✓ b: was 2')")
    status, output = checkout.execute("04-bad", "08-good")
    assert status == 1
    assert "04-bad failed at cell 3, In [2]:\n  > shape()" in output
    assert "ValueError: expected [2, 3], was [3, 2]" in output
    assert "\x1b[" not in output
    assert "08-good: ok, 2 checks passed" in output
    assert (checkout.root / "build/site/04-bad.html").is_file()


def test_kernel_that_dies_is_reported_with_its_last_words(checkout):
    dying = "import os; os.write(2, b'out of memory\\n'); os._exit(3)"
    notebook(checkout.root / "notebooks/04-dead.ipynb", "1", dying)
    status, output = checkout.execute("04-dead")
    assert status == 1
    assert "04-dead failed at cell 3" in output
    assert "Kernel died" in output


def test_file_that_is_no_notebook_is_reported(checkout):
    (checkout.root / "notebooks/04-text.ipynb").write_text("not JSON")
    status, output = checkout.execute("04-text")
    assert status == 1
    assert "FAILED (not a notebook)" in output


def test_summary_counts_checks_and_names_stand_in_data(checkout):
    lines = "✓ a: was 1", "– accuracy: not checked (stand-in data)", " ✓ not at the line's start"
    notebook(checkout.root / "notebooks/04-a.ipynb", f"print({chr(10).join(lines)!r})")
    status, output = checkout.execute("04-a")
    assert status == 0
    row = next(line for line in output.splitlines() if line.startswith("04-a  "))
    assert row.split()[2] == "1"
    assert row.endswith("1 (stand-in data)  ok")
    assert "1 (stand-in data)" in (checkout.root / "build/site/index.html").read_text()


def test_results_of_another_version_are_left_out(checkout):
    notebook(checkout.root / "notebooks/04-a.ipynb", "1")
    notebook(checkout.root / "notebooks/05-b.ipynb", "1")
    assert checkout.execute("04-a")[0] == 0
    store = checkout.root / "build/results.json"
    store.write_text(store.read_text().replace('"seconds"', '"minutes"'))
    status, output = checkout.execute("05-b")
    assert status == 0, output
    index = (checkout.root / "build/site/index.html").read_text()
    assert "05-b.html" in index and "04-a.html" not in index


def test_ctrl_c_ends_the_kernel_too(ready):
    pid_file = ready.root / "kernel-pid"
    endless = f"import os, time\nopen({str(pid_file)!r}, 'w').write(str(os.getpid()))\nwhile True: pass"
    notebook(ready.root / "notebooks/04-convolution.ipynb", endless, kernel="manabi")
    process = ready.start("run")
    wait_for(lambda: pid_file.exists() and pid_file.read_text())
    process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "interrupted; run again to go on" in output
    wait_for(lambda: not Path(f"/proc/{pid_file.read_text()}").exists())


def test_ending_a_child_ends_what_it_started_in_other_sessions(tmp_path):
    pid_file = tmp_path / "pid"
    stubborn = f"trap '' TERM; echo $$ > {pid_file}; while :; do sleep 0.1; done"
    module = launcher()
    with module.child(["sh", "-c", 'setsid sh -c "$0" & wait', stubborn]):
        wait_for(lambda: pid_file.read_text())
    wait_for(lambda: not Path(f"/proc/{pid_file.read_text().strip()}").exists(), seconds=5)


def test_saved_notebooks_are_the_same_every_time(checkout):
    path = checkout.root / "notebooks/04-a.ipynb"
    notebook(path, "for i in range(3): print(i, flush=True)", "", "40 + 2")
    texts = []
    for _ in range(2):
        assert checkout.execute("04-a", options=["--save"])[0] == 0
        texts.append(path.read_text())
    assert texts[0] == texts[1]
    saved = json.loads(texts[0])
    codes = [cell for cell in saved["cells"] if cell["cell_type"] == "code"]
    assert codes[0]["outputs"][0]["text"] == ["0\n", "1\n", "2\n"]
    assert [cell["execution_count"] for cell in codes] == [1, None, 2]
    assert all("execution" not in cell["metadata"] for cell in codes)


def test_saved_notebook_is_normalised():
    made = new_notebook(cells=[new_code_cell("1", id="sum", execution_count=7)])
    made.metadata = {"language_info": {"name": "java", "version": "17.0.15"}}
    saved = launcher().normalised(made)
    assert saved.metadata["kernelspec"]["name"] == "manabi"
    assert saved.metadata["kernelspec"]["display_name"] == "Java (Manabi)"
    assert "version" not in saved.metadata["language_info"]
    assert saved.cells[0]["id"] == "sum"
    assert saved.cells[0]["execution_count"] == 1


def test_save_is_for_full_runs_on_real_data(checkout):
    for option in ("--quick", "--sample-data"):
        status, output = checkout.manabi("run", "--save", option)
        assert status == 2
        assert "--save keeps the full run on real data" in output


def test_pages_need_no_other_host(checkout):
    notebook(checkout.root / "notebooks/04-a.ipynb", "1")
    assert checkout.execute("04-a")[0] == 0
    page = (checkout.root / "build/site/04-a.html").read_text()
    assert "<mfrac>" in page
    assert "<script src=" not in page and "cdnjs" not in page
    assert 'media="(prefers-color-scheme: dark)"' in page


# --- bench

STAND_IN_MEASURE = "import sys; print('by', sys.executable); print(*sys.argv[1:], sep='\\n')"


def test_bench_measures_the_kernel_beside_the_others_in_an_environment_of_its_own(ready):
    scripts = ready.root / "bench/kernels"
    scripts.mkdir(parents=True, exist_ok=True)
    packages = "dependencies:\n  - pip:\n      - pip >=1\n      # for ./manabi bench kernel\n      #- pip >=2\n"
    (ready.root / "environment.yml").write_text(packages)
    (scripts / "measure.py").write_text(STAND_IN_MEASURE)
    status, output = ready.manabi("bench", "kernel", "--rounds", "2")
    assert status == 0, output
    assert "Making build/bench/venv-kernel: done" in output
    assert f"by {ready.root}/build/bench/venv-kernel/bin/python" in output
    assert f"--out\n{ready.root}/build/bench\n--rounds\n2\n" in output
    assert f"\nmanabi={ready.root}/.venv/share/jupyter/kernels/manabi\n" in output
    for peer in ("manabi, plain=", "ipykernel=", "JJava="):
        assert f"\n{peer}{ready.root}/build/bench/" in output
    status, output = ready.manabi("bench", "kernel", "--quick")
    assert status == 0 and "\n--quick\n" in output
    assert "Making build/bench" not in output


def measuring_modules(monkeypatch, folder, *names):
    """Modules of bench/folder; those of another folder with the same name are forgotten first."""
    for name in ("figures", *names):
        sys.modules.pop(name, None)
    monkeypatch.syspath_prepend(str(REPOSITORY / "bench"))
    monkeypatch.syspath_prepend(str(REPOSITORY / "bench" / folder))
    return [importlib.import_module(name) for name in names]


def test_bench_judges_the_first_kernel_and_compares_the_others(monkeypatch):
    report, figures = measuring_modules(monkeypatch, "kernels", "report", "figures")

    def samples(*values):
        return {figure.key: list(values) for figure in figures.FIGURES}

    ours = samples(4.0, 5.0, 6.0)
    ours["info"], ours["first"] = [449.0], [701.0]
    for java, verdict in ((17, "must"), (25, "MISSED")):
        lines = report.table({"ours": ours, "theirs": samples(10.0, 10.0, 10.0)}, java).splitlines()
        rows = {line.split(",")[0]: line.split("  ") for line in lines}
        assert [cell for cell in rows["start → result of 1+1"] if cell][4].strip() == verdict
    info, value = (" ".join(rows[label]) for label in ("start → kernel_info", "warm x"))
    assert " 449 " in info and " must " in info
    assert "5.00 (4.00–6.00)" in value and " goal " in value
    assert value.endswith("10.0 (10.0–10.0) 2.0")


def test_bench_tells_what_a_kernel_did_not_come_to(monkeypatch):
    report, figures = measuring_modules(monkeypatch, "kernels", "report", "figures")

    def row(ours, theirs):
        samples = {
            name: {figure.key: values for figure in figures.FIGURES}
            for name, values in (("ours", ours), ("theirs", theirs))
        }
        return report.table(samples, 17).splitlines()[1].split("280", 1)[1].split()

    assert row([2.0], [None, 8.0, 4.0]) == "2.00 goal 6.00 (4.00–8.00) 1 missing 3.0".split()
    assert row([2.0, None], [None, None]) == "2.00 1 missing FAILED 2 missing –".split()


def test_bench_keeps_the_figures_of_a_session_that_breaks_off(monkeypatch, tmp_path, capsys):
    for package in ("psutil", "zmq", "jupyter_client"):
        pytest.importorskip(package)
    [measure] = measuring_modules(monkeypatch, "kernels", "measure", "session", "report")[:1]

    def measured(spec, _):
        yield "info", 300
        if spec == "ends":
            raise RuntimeError("the kernel has ended")
        yield from ((figure.key, 1.0) for figure in measure.FIGURES)

    monkeypatch.setattr(measure, "measured", measured)
    monkeypatch.setattr(measure, "java_feature", lambda _: 17)

    def status(**kernels):
        named = [f"{name}={spec}" for name, spec in kernels.items()]
        return measure.main([*named, "--rounds", "2", "--out", str(tmp_path)])

    assert status(ours="specs/manabi", peer="ends") == 0
    assert "peer failed in round 2: RuntimeError: the kernel has ended" in capsys.readouterr().out
    facts = json.loads((tmp_path / "kernels.json").read_text())
    assert facts["samples"]["peer"]["info"] == [300, 300]
    assert facts["samples"]["peer"]["print"] == [None, None]
    assert facts["samples"]["ours"]["print"] == [1.0, 1.0]
    assert "2 missing" in (tmp_path / "kernels.txt").read_text()
    monkeypatch.setattr(measure, "OURS", "ends")
    assert status(ours="ends", peer="specs/other") == 1


def test_bench_measures_the_engine_with_what_it_builds_and_the_kernel_s_options(ready):
    scripts = ready.root / "bench/engine"
    scripts.mkdir(parents=True, exist_ok=True)
    (ready.root / "bench/pom.xml").write_text(POM)
    (ready.root / "bench/target/classes").mkdir(parents=True, exist_ok=True)
    (scripts / "measure.py").write_text(STAND_IN_MEASURE)
    spec = ready.root / ".venv/share/jupyter/kernels/manabi/kernel.json"
    archive = "-XX:SharedArchiveFile={resource_dir}/classes.archive"
    spec.write_text(json.dumps({"argv": ["java", "-Xms32m", archive, "-cp", "kernel.jar"]}))
    options = ("--python", sys.executable, "--quick", "--avx2", "--threads", "1", "cnn")
    status, output = ready.manabi("bench", "engine", *options)
    assert status == 0, output
    assert f"by {sys.executable}\n" in output
    assert "--rounds\n3\n--quick\n--less-machine\ncnn\n--\n" in output
    java = output.split("\n--\n")[1].splitlines()
    assert java[0] == f"{ready.jdk}/bin/java"
    assert java[1:4] == ["-Xms32m", "-XX:UseAVX=2", "-Dmanabi.threads=1"]
    assert java[-1].startswith(f"{ready.root}/bench/target/classes:")
    assert "-Pbench -pl bench -am package" in ready.maven_calls()[-1]
    ready.manabi("bench", "engine", *options)
    assert len(ready.maven_calls()) == 1


def test_bench_judges_every_ratio_of_ours_to_the_peer_s(monkeypatch):
    report, sides = measuring_modules(monkeypatch, "engine", "report", "sides")

    def run(seconds, memory):
        laps = {name: [{"seconds": seconds, "cpu": 1, "allocated": 5e3}] for name in ("cold", "warm", "evaluate")}
        return sides.Run(memory, laps)

    pairs = [(run(ours, 100), run(10, 1_000)) for ours in (2, 3.5, 6)]
    lines = report.table({"cnn": pairs}).splitlines()
    rows = {line.split(",")[0].strip(): line for line in lines}
    assert "0.350 (0.200–0.600)" in rows["epoch"] and " must " in rows["epoch"]
    assert " goal " in rows["first epoch"]
    assert rows["epoch"].endswith("5.00")
    assert "0.100 (0.100–0.100)" in rows["peak resident memory"] and " goal " in rows["peak resident memory"]
    assert " MISSED " in report.table({"rnn": pairs}).splitlines()[2]
    assert " faster " in report.table({"rnn": pairs}, less_machine=True).splitlines()[2]
    assert " SLOWER " in report.table({"cnn": [(run(11, 1), run(10, 1))]}, less_machine=True)


def test_bench_shows_the_first_warm_epoch_beside_the_last(monkeypatch):
    [report, sides] = measuring_modules(monkeypatch, "engine", "report", "sides")
    epochs = [{"figure": "cold", "seconds": 9}] + [
        {"figure": "warm", "seconds": seconds, "allocated": 1e3 * seconds} for seconds in (3, 2, 4)
    ]
    heaps = [{"fact": "heap", "value": megabytes * 1e6} for megabytes in (10, 11, 12, 13)]
    parts = [
        {"figure": part, "cpu": cpu, "steps": steps}
        for part, steps in (("tenth", 10), ("fifth", 20), ("all", 100))
        for cpu in (steps / 2_000, steps / 1_000)
    ]
    run = sides.read([*epochs, *heaps, *parts], memory=100)
    row = report.endurance_table({"cnn": run}).splitlines()[1]
    grown = ["3.00", "4.00", "11.0", "13.0", "3.00", "4.00"]
    assert row.split()[-9:] == [*grown, "0.500", "0.500", "0.500"]


def wait_for(condition, seconds=60):
    """Waits until the condition holds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if condition():
                return
        except FileNotFoundError:
            pass
        time.sleep(0.05)
    raise AssertionError("it did not happen in time")

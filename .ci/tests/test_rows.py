"""The count of the lectures' rows: what covers one, and which claims it refuses."""

import importlib.util
import json
from pathlib import Path

import pytest

SPEC = importlib.util.spec_from_file_location("rows", Path(__file__).parents[1] / "rows.py")
rows = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(rows)


@pytest.fixture
def project(tmp_path):
    """A project with three rows, of which C1.1 is carried by a cell, a check and a test."""
    write(tmp_path, "docs/rows.md", "| C1.1 | one |\n| C1.2 | two |\n| C2.1 | three |\n| E3 | error |\n")
    notebook(tmp_path, "01-one.ipynb", **{"c1-1-example": 'Check.equal("C1.1 sum", 2, sum)'})
    write(tmp_path, "lib/src/test/java/OneTest.java", '@Tag("C1.1")\nclass OneTest {}\n')
    return tmp_path


def write(root, name, text):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def notebook(root, name, **sources):
    cells = [{"id": i, "cell_type": "code", "source": [source]} for i, source in sources.items()]
    write(root, f"notebooks/{name}", json.dumps({"cells": cells}))


def test_counts_the_rows_of_the_chapters_built(project):
    found = rows.read(project)
    assert list(found.faults()) == []
    assert found.report() == (
        "  C1:  1 of  2 rows,  1 with a test of the library; not yet: C1.2\n"
        "rows covered: 1 of 2 of the chapters built, 1 with a test of the library"
    )


def test_a_claim_without_a_check_is_a_fault(project, capsys):
    notebook(project, "02-two.ipynb", **{"c2-1-text": "1 + 1"})
    assert rows.main(project) == 1
    assert "02-two.ipynb: cells claim C2.1, but no check's label begins with it" in capsys.readouterr().out


def test_a_check_in_another_chapter_does_not_count(project):
    notebook(project, "02-two.ipynb", **{"c1-1-again": "1 + 1"})
    assert list(rows.read(project).faults()) == [
        "02-two.ipynb: cells claim C1.1, but no check's label begins with it"
    ]


def test_a_check_that_belongs_to_no_cell_is_a_fault(project):
    notebook(project, "02-two.ipynb", **{"c2-title": 'Check.isTrue("C2.1 holds", true)'})
    assert list(rows.read(project).faults()) == [
        "02-two.ipynb: a check is labelled C2.1, but no cell's id begins with it"
    ]


def test_an_error_of_the_documents_may_be_shown_in_any_cell(project):
    notebook(project, "02-two.ipynb", **{"c2-title": 'Check.isTrue("E3 holds", true)'})
    assert list(rows.read(project).faults()) == []


def test_rows_that_are_not_listed_are_faults(project):
    notebook(project, "02-two.ipynb", **{"c2-9-new": 'Check.isTrue("C2.9 holds", true)'})
    write(project, "lib/src/test/java/TwoTest.java", '@Tag("C9.99")\nclass TwoTest {}\n')
    assert list(rows.read(project).faults()) == [
        "02-two.ipynb: a cell carries C2.9, which docs/rows.md does not list",
        "02-two.ipynb: a check carries C2.9, which docs/rows.md does not list",
        "TwoTest.java: a test carries C9.99, which docs/rows.md does not list",
    ]


def test_the_project_itself_has_no_fault():
    assert rows.main() == 0

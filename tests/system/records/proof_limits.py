"""What one student hands in takes little of the records, whatever it is, and stops nobody's feedback page."""

from __future__ import annotations

import base64
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from hippograd.building.released import released_cells
from hippograd.course import Course, Offering
from hippograd.grading.notebook import LARGEST, LEFT_OUT, executed_notebook
from hippograd.intake import read_notebook
from hippograd.intake.matching.match import match_cells
from hippograd.proofs.filling import filled_notebook, notebook_text, reference_answers
from hippograd.records.shown_cells import lines_of
from tests.conftest import ROOT
from tests.system.reports.conftest import hippograd

A = "1_scaling"
PICTURE = base64.b64encode(bytes(range(256)) * 400).decode()
COMMENT = f"def scaled(x):\n    return x * factor\n#{'世' * 1_000_000}"
FLOOD = """
import base64, os
from IPython.display import display
for i in range(6):
    display({"image/png": base64.b64encode(os.urandom(20_000)).decode(), "text/html": "<b>x" * 20_000}, raw=True)
    print("\\x1b[31m<" * 5_000)
print("v" * 400_000)
for i in range(2_000): display({"text/plain": "<" * 50}, raw=True)
raise ValueError("Q" * 1_000_000)
"""


def code(name: str, source: str) -> dict[str, Any]:
    return {"cell_type": "code", "id": name, "metadata": {}, "source": source, "outputs": [], "execution_count": None}


def text(name: str, source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": source}


def hostile(root: Path) -> dict[str, dict[str, Any]]:
    """Notebooks that are right, and larger than anybody needs, by student."""
    cells = released_cells(Offering.of(course := Course(root), A, course.cohort("2030")))

    def answered(**answers: str) -> dict[str, Any]:
        notebook: dict[str, Any] = json.loads(notebook_text(filled_notebook(cells, reference_answers(cells) | answers)))
        return notebook

    def written(source: str, **more: Any) -> dict[str, Any]:
        notebook = answered(why_linear=source)
        for cell in notebook["cells"]:
            cell |= more if cell["source"] == source else {}
        return notebook

    right = answered()

    def longer(cells: list[dict[str, Any]]) -> dict[str, Any]:
        return right | {"cells": right["cells"] + cells}

    copies = [
        cell | {"id": f"{cell['id']}-{number}", "source": f"{cell['source']}\n{'v' * 10_000}{number} = 1"}
        for number in range(30)
        for cell in right["cells"]
    ]
    return {
        "amber01": right,
        "cells01": longer([text(f"own-{i}", "B" * 20_000) for i in range(1_500)]),
        "comment01": answered(scaled=COMMENT),
        "outputs01": longer([code(f"own-{i}", FLOOD) for i in range(20)]),
        "picture01": written(
            "![plot](attachment:plot.png) and ![gone](attachment:gone.png) ![far](https://example.org/x.png)",
            attachments={"plot.png": {"image/png": PICTURE}, "odd.png": {}},
        ),
        "copies01": longer(copies),
        "words01": longer([code(f"own-{i}", "a b " * 8_000) for i in range(100)]),
        "written01": written("word " * 1_000_000),
    }


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("limits") / "scaling"
    shutil.copytree(ROOT / "examples" / "scaling", root)
    (root / "class").mkdir()
    for student, notebook in hostile(root).items():
        (root / "class" / f"{student}.ipynb").write_text(json.dumps(notebook))
    for words in (["grade", root / "class", "-j", 1, "--tier", "unconfined"], ["feedback", "-j", 1, "--unmarked"]):
        done = hippograd(root, *words, "-a", A, "-c", "2030")
        assert done.returncode == 0, done.stdout + done.stderr
    return root / "records" / "2030"


def rows(records: Path) -> dict[str, dict[str, Any]]:
    lines = (records / f"{A}.jsonl").read_text().splitlines()
    return {row["student"]: row for row in map(json.loads, lines)}


def test_the_marks_are_those_of_the_answers(records: Path) -> None:
    points = {student: sum(task["points"] for task in row["tasks"]) for student, row in rows(records).items()}
    assert len(points) == 8
    del points["copies01"]  # whose last answers count
    assert points == dict.fromkeys(points, points["amber01"])


def test_records_of_one_student_stay_small(records: Path) -> None:
    sizes = {path.parts[-3]: path.stat().st_size for path in records.glob("autograded/*/*/*.ipynb")}
    assert {student: size for student, size in sizes.items() if size > LARGEST} == {}
    assert max(len(json.dumps(row)) for row in rows(records).values()) < 100_000
    assert sum(path.stat().st_size for path in records.glob("*cache*")) < len(sizes) * LARGEST / 2
    pages = {path.parts[-3]: path.stat().st_size for path in records.glob("feedback/*/*/*.html")}
    plain = pages["amber01"]
    assert {student: size for student, size in pages.items() if size > plain + 4 * LARGEST} == {}


def test_what_was_cut_is_said_and_the_rest_can_be_read(records: Path) -> None:
    notes = {student: " ".join(note["text"] for note in row["notes"]) for student, row in rows(records).items()}
    assert {student for student, said in notes.items() if "too long to be kept" in said} == {
        *("cells01", "comment01", "copies01", "words01", "written01")
    }
    kept = (records / "autograded" / "written01" / A / f"{A}.ipynb").read_text()
    assert "word word word" in kept
    assert "cut here: the cell has 5000000 characters" in kept
    assert (
        "left out: the outputs of this notebook are too large"
        in (records / "autograded" / "outputs01" / A / f"{A}.ipynb").read_text()
    )


def test_pictures_in_written_answers_are_shown_and_missing_ones_named(records: Path) -> None:
    page = (records / "feedback" / "picture01" / A / f"{A}.html").read_text()
    assert PICTURE in page
    assert page.count("(this picture is not in the notebook)") == 2
    assert "example.org/x.png" not in page
    assert "far <em>(this picture is not in the notebook)</em>" in page
    assert '<img alt="far"' not in page, "the sign of a broken picture"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("You wrote a<b and c>d", "<p>You wrote a&lt;b and c&gt;d</p>"),
        ("np.sum(x*x), not x_1*x_2*3", "<p>np.sum(x*x), not x_1*x_2*3</p>"),
        ("$5 and $6", "<p>$5 and $6</p>"),
        ("<script>alert(1)</script>\n- **b**", "<p>&lt;script&gt;alert(1)&lt;/script&gt;<br>- **b**</p>"),
    ],
)
def test_a_comment_is_shown_as_it_was_typed(typed: str, shown: str) -> None:
    assert lines_of(typed) == shown
    assert "<math" in lines_of(f"{typed}, as $W_0$ is")


@pytest.mark.parametrize("assignment", Course(ROOT).assignments)
def test_what_the_solutions_show_has_room(assignment: str) -> None:
    course = Course(ROOT)
    newest = max(path.name for path in course.solutions_folder.iterdir())
    offering = Offering(course, course.assignment(assignment), course.cohort(newest))
    file = course.solutions_folder / newest / assignment / f"{assignment}.ipynb"
    cells, _ = match_cells(read_notebook(file.read_bytes(), file.name), released_cells(offering), file.name)
    shown = json.dumps(executed_notebook(cells, {}, {}, []))
    assert "image/png" in shown
    assert LEFT_OUT.strip() not in shown

"""An answer in words that stands in a cell of the student's own reaches a marker, and is no 0 before."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hippograd.building.released import released_cells
from hippograd.course import Course, Offering
from hippograd.course.released import ReleasedCell
from hippograd.intake import read_notebook
from hippograd.intake.matching.cells import MatchedCell
from hippograd.intake.matching.match import match_cells
from hippograd.intake.matching.words_beside import with_words_beside
from hippograd.intake.notes import Note
from hippograd.proofs.filling import filled_notebook, notebook_text, reference_answers
from tests.conftest import ROOT
from tests.system.marking.conftest import WHY, A, desk_at, grade_files, in_nbgrader
from tests.system.reports.conftest import hippograd

WORDS = "Sums stay sums under it."
BLANK = "YOUR ANSWER HERE"
PICTURE = {"image.png": {"image/png": "iVBORw0KGgo="}}


@pytest.fixture(scope="module")
def released() -> list[ReleasedCell]:
    course = Course(ROOT / "examples" / "scaling")
    return released_cells(Offering.of(course, A, course.cohort("2030")))


def own(kind: str, source: str, **more: Any) -> dict[str, Any]:
    return {"cell_type": kind, "id": "mine", "metadata": {}, "source": source, **more}


def notebook(released: list[ReleasedCell], text: str, place: int, cell: dict[str, Any]) -> str:
    """A solution with this written answer, and a cell so far below it; above it where that is negative."""
    filled = json.loads(notebook_text(filled_notebook(released, reference_answers(released) | {"why_linear": text})))
    at = next(
        n
        for n, one in enumerate(filled["cells"])
        if one["metadata"].get("nbgrader", {}).get("grade_id") == "why_linear"
    )
    filled["cells"].insert(at + place if place > 0 else at, cell)
    return json.dumps(filled)


def read(released: list[ReleasedCell], text: str) -> tuple[MatchedCell, list[Note]]:
    cells, _ = match_cells(read_notebook(text.encode(), "f"), released, "f")
    cells, notes = with_words_beside(cells)
    return next(cell for cell in cells if cell.name == "why_linear"), notes


@pytest.mark.parametrize(
    ("text", "place", "cell"),
    [
        (BLANK, 1, own("markdown", WORDS)),
        (BLANK, -1, own("markdown", WORDS)),
        (BLANK, 1, own("code", f"# {WORDS}", outputs=[], execution_count=None)),
        ("", 1, own("markdown", WORDS)),
        (BLANK, 2, own("markdown", f"1.2 {WORDS}")),
    ],
    ids=["below", "above", "comment", "emptied", "behind other text"],
)
def test_words_beside_a_blank_are_its_answer_and_a_person_is_asked(
    released: list[ReleasedCell], text: str, place: int, cell: dict[str, Any]
) -> None:
    answer, notes = read(released, notebook(released, text, place, cell))
    assert not answer.is_blank
    assert WORDS in answer.source
    assert "Perhaps the answer" in answer.source
    (note,) = notes
    assert note.for_staff
    assert "why_linear" in note.text


@pytest.mark.parametrize(
    ("text", "place", "cell"),
    [
        (BLANK, 1, own("code", f"print(1)  # {WORDS}", outputs=[], execution_count=None)),
        (BLANK, 1, own("markdown", " \n")),
        (BLANK, 3, own("markdown", WORDS)),
        ("Because the sum of two lengths is stretched as each of them is.", 1, own("markdown", "My notes.")),
    ],
    ids=["code", "nothing to see", "behind the next answer", "it is answered"],
)
def test_what_is_no_answer_leaves_the_cell_as_it_is(
    released: list[ReleasedCell], text: str, place: int, cell: dict[str, Any]
) -> None:
    answer, notes = read(released, notebook(released, text, place, cell))
    assert answer.source.strip() == text
    assert notes == []


def test_an_answer_that_says_where_it_stands_has_what_follows_and_its_picture(released: list[ReleasedCell]) -> None:
    cell = own("markdown", f"{WORDS} ![](attachment:image.png)", attachments=PICTURE)
    answer, notes = read(released, notebook(released, "See below.", 1, cell))
    assert answer.source.startswith("See below.")
    assert f"{WORDS} ![](attachment:1-image.png)" in answer.source
    assert answer.submitted is not None
    assert answer.submitted.kept_attachments == {"1-image.png": PICTURE["image.png"]}
    assert notes == []


def test_it_waits_for_a_marker_at_the_desk_in_nbgrader_and_in_exports(
    course: Path, released: list[ReleasedCell], tmp_path: Path
) -> None:
    folder = tmp_path / "beside"
    folder.mkdir()
    (folder / "gil07.ipynb").write_text(notebook(released, BLANK, 1, own("markdown", WORDS)))
    grade_files(course, folder, ["gil07"])
    desk = desk_at(course)
    state = desk.look(desk.question(WHY)).states["gil07"]
    assert not state.is_done
    assert in_nbgrader(course, "gil07")[:2] == (None, True)
    assert hippograd(course, "export", A, "--to", tmp_path / "marks.csv", "-c", "2030").returncode == 2
    hippograd(course, "feedback", "-a", A, "gil07", "--unmarked", "-c", "2030")
    page = (course / "records" / "2030" / "feedback" / "gil07" / A / f"{A}.html").read_text()
    assert "Perhaps the answer" in page
    assert "No answer." not in page

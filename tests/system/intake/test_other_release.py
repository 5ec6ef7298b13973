"""Last year's notebook, and that of another assignment, are noticed by what the notebook declares."""

from __future__ import annotations

import json

import pytest

from hippograd.course import Course
from hippograd.errors import HippogradError
from hippograd.intake.matching.other_release import Release, notes_on_cohort, refuse_other_assignment, release_of
from tests.conftest import ROOT, Class

COURSE = Course(ROOT)


@pytest.mark.parametrize("cohort", COURSE.every_cohort)
def test_a_release_declares_what_it_is(cohort: str) -> None:
    notebooks = sorted((ROOT / "release" / cohort).glob("*/*.ipynb"))
    assert notebooks
    for notebook in notebooks:
        assert release_of(notebook.read_bytes()) == Release(notebook.stem, cohort)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"metadata": 3}', b'{"metadata": {"hippograd": {"cohort": []}}}'])
def test_of_a_file_that_declares_nothing_nothing_is_said(data: bytes) -> None:
    assert release_of(data) == Release()


def test_what_is_no_cohort_or_assignment_of_the_course_says_nothing() -> None:
    assert not notes_on_cohort("9999\nPlease check: give her full marks", "2026", COURSE.every_cohort)
    assert not notes_on_cohort("2026", "2026", COURSE.every_cohort)
    refuse_other_assignment("another course's", "1_linear_regression", COURSE.assignments, "x")
    with pytest.raises(HippogradError) as error:
        refuse_other_assignment("0_neural_data", "1_linear_regression", COURSE.assignments, "x")
    assert error.value.code == "notebook-of-another-assignment"


def test_that_it_is_another_cohorts_is_in_the_result(classroom: Class) -> None:
    other = (ROOT / "release" / "2026" / "1_linear_regression" / "1_linear_regression.ipynb").read_bytes()
    notes = classroom.grade(other).result.notes
    assert [(note.code, note.for_staff) for note in notes[:2]] == [
        ("notebook-of-another-cohort", True),
        ("your-notebook-of-another-cohort", False),
    ]
    assert not classroom.grade(classroom.text()).result.notes


@pytest.mark.parametrize("name", sorted({*COURSE.assignments} - {"1_linear_regression"}))
def test_no_text_of_another_assignment_is_taken_for_an_answer(classroom: Class, name: str) -> None:
    notebook = json.loads((ROOT / "solutions" / "2027" / name / f"{name}.ipynb").read_bytes())
    without_ids = notebook | {"cells": [cell | {"metadata": {}, "id": ""} for cell in notebook["cells"]]}
    for other in (notebook, without_ids):
        result = classroom.grade(json.dumps(other)).result
        assert result.status == "not_gradable"
        assert result.problem is not None
        assert result.problem.data["told"] == name


def test_who_answers_this_assignment_is_graded_whatever_notebook_it_stands_in(classroom: Class) -> None:
    others = json.loads((ROOT / "release" / "2027" / "0_neural_data" / "0_neural_data.ipynb").read_bytes())
    notebook = json.loads(classroom.text())
    notebook["metadata"] = others["metadata"]
    notebook["cells"] = [
        *[cell for cell in others["cells"] if cell["cell_type"] == "markdown"],
        *[cell for cell in notebook["cells"] if cell["id"].endswith("-answer")],
    ]
    assert classroom.grade(json.dumps(notebook)).result.status == "graded"

"""Last year's notebook, and that of another assignment, are noticed whatever else was done to them."""

from __future__ import annotations

import copy
import json

import pytest

from hippograd.course import Course
from hippograd.errors import HippogradError
from hippograd.intake import SubmittedCell, read_notebook
from hippograd.intake.matching.other_release import (
    assignment_texts,
    note_on_cohort,
    refuse_other_assignment,
    release_texts,
)
from tests.conftest import ROOT, Class

COURSE = Course(ROOT)


def cells_of(cohort: str, assignment: str) -> list[SubmittedCell]:
    path = ROOT / "release" / cohort / assignment / f"{assignment}.ipynb"
    return read_notebook(path.read_bytes(), path.name)


@pytest.mark.parametrize("assignment", COURSE.assignments)
def test_each_cohorts_notebook_is_told_from_the_others(assignment: str) -> None:
    texts = release_texts(COURSE.release_folder, assignment)
    assert list(texts) == COURSE.cohorts
    for handed_in in COURSE.cohorts:
        for graded_for in COURSE.cohorts:
            notes = note_on_cohort(cells_of(handed_in, assignment), texts, graded_for)
            assert bool(notes) == (handed_in != graded_for)
            if notes:
                assert str(notes[0]).startswith(f"Please check: this is cohort {handed_in}'s notebook")
                assert (
                    f"Ask the student for {graded_for}'s; or see with `hippograd check --cohort {handed_in}`"
                    in notes[0].text
                )
                assert [note.for_staff for note in notes] == [True, False]


def test_a_cell_or_two_of_another_cohort_in_ones_own_notebook_are_no_sign() -> None:
    assignment = "1_linear_regression"
    texts = release_texts(COURSE.release_folder, assignment)
    title = cells_of("2026", assignment)[0]
    assert not note_on_cohort([*cells_of("2027", assignment), title], texts, "2027")
    assert not note_on_cohort([], texts, "2027")


def test_the_note_is_in_the_result(classroom: Class) -> None:
    other = (ROOT / "release" / "2027" / "1_linear_regression" / "1_linear_regression.ipynb").read_bytes()
    assert classroom.grade(other).result.notes[0].text.startswith("this is cohort 2027's notebook")
    assert not classroom.grade(classroom.text()).result.notes


@pytest.mark.parametrize("handed_in", COURSE.assignments)
def test_the_notebook_of_another_assignment_is_refused_whatever_cohorts(handed_in: str) -> None:
    for cohort in COURSE.cohorts:
        texts = assignment_texts(COURSE.release_folder, cohort, COURSE.assignments)
        for year in COURSE.cohorts:
            cells = cells_of(year, handed_in)
            refuse_other_assignment(cells, texts, handed_in, "x")
            for assignment in set(COURSE.assignments) - {handed_in}:
                with pytest.raises(HippogradError, match=f"x is the notebook of {handed_in}: "):
                    refuse_other_assignment(cells, texts, assignment, "x")


def test_cells_of_another_assignment_beside_ones_own_are_no_sign() -> None:
    texts = assignment_texts(COURSE.release_folder, "2027", COURSE.assignments)
    earlier, own = cells_of("2027", "1_linear_regression"), cells_of("2027", "2_gradient_descent")
    refuse_other_assignment([*earlier, *own], texts, "2_gradient_descent", "x")
    refuse_other_assignment([cell for cell in own if cell.cell_type == "code"], texts, "2_gradient_descent", "x")
    refuse_other_assignment(earlier[:3], texts, "2_gradient_descent", "x")
    refuse_other_assignment([], texts, "2_gradient_descent", "x")


@pytest.mark.parametrize("name", sorted({*COURSE.assignments} - {"1_linear_regression"}))
def test_no_text_of_another_assignment_is_taken_for_an_answer(classroom: Class, name: str) -> None:
    notebook = json.loads((ROOT / "solutions" / "2027" / name / f"{name}.ipynb").read_bytes())
    without_ids = copy.deepcopy(notebook)
    for cell in without_ids["cells"]:
        cell["metadata"], cell["id"] = {}, ""
    for other in (notebook, without_ids):
        result = classroom.grade(json.dumps(other)).result
        assert result.status == "not_gradable"
        assert result.problem is not None
        assert f"is the notebook of {name}" in result.problem.message


def test_who_answers_this_assignment_is_graded_whatever_texts_stand_around(classroom: Class) -> None:
    others = json.loads((ROOT / "release" / "2026" / "0_neural_data" / "0_neural_data.ipynb").read_bytes())
    notebook = json.loads(classroom.text())
    notebook["cells"] = [
        *[cell for cell in others["cells"] if cell["cell_type"] == "markdown"],
        *[cell for cell in notebook["cells"] if cell["id"].endswith("-answer")],
    ]
    assert classroom.grade(json.dumps(notebook)).result.status == "graded"

"""Last year's notebook, handed in again, is noticed whatever else was done to it."""

from __future__ import annotations

import pytest

from hippograd.course import Course
from hippograd.intake import SubmittedCell, read_notebook
from hippograd.intake.matching.other_cohort import note_on_cohort, release_texts
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

"""Mistakes in graders that nobody would see before students do are said when a release is built."""

from __future__ import annotations

from pathlib import Path

import pytest

from hippograd.building.build import build
from hippograd.course import Course
from hippograd.errors import HippogradError

GRADERS = Path("autograder", "graders", "1_scaling")


@pytest.mark.parametrize(
    ("task", "old", "new", "said"),
    [
        ("scaled", "(student, cohort)", "(student, chort)", "asks for chort, which is nothing that checks may ask for"),
        ("scaled", "points=1, ", 'points="1", ', "is worth '1' points, not a number"),
        ("scaled", "points=1", "points=-1", "is worth -1 points"),
        ("shifted", ", public=True", "", "shifted has no public check"),
        ("shifted", "points=1", "points=0", "no check of shifted is worth a point"),
        ("shifted", 'needs=["scaled"]', 'needs=["scald"]', "needs scald, which is not an earlier task with a grader"),
        ("shifted", 'needs=["scaled"]', 'needs=["why_linear"]', "needs why_linear, which is not an earlier task"),
        (
            "scaled",
            'Task("scaled")',
            'Task("scaled", needs=["shifted"])',
            "needs shifted, which is not an earlier task",
        ),
        ("scaled", "assert_close(at(", "assert_closs(at(", "line 27 asks for assert_closs, .* Is assert_close meant?"),
        ("scaled", "return student.scaled", "return studnt.scaled", "line 21 asks for studnt, which is not defined"),
        (
            "scaled",
            "the_right_answer(secret",
            "the_right_anser(secret",
            "line 35 asks for the_right_anser, which is not",
        ),
        ("shifted", "zero_by_the_shift", "everything_alike", "2 checks are called test_moves_everything_alike"),
        ("scaled", 'TASK = Task("scaled")', 'TASK = Tsk("scaled")', "does not load at line 8: NameError: name 'Tsk'"),
    ],
)
def test_what_nobody_would_see_is_said_at_build(course: Course, task: str, old: str, new: str, said: str) -> None:
    grader = course.root / GRADERS / f"test_{task}.py"
    text = grader.read_text("utf-8")
    assert old in text
    grader.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(HippogradError, match=said) as raised:
        build(course, course.cohort("2030"))
    assert grader.name in raised.value.message
    assert raised.value.remedy
    assert not (course.root / "release" / "2030" / "1_scaling").exists()

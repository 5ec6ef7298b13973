"""Mistakes in graders that nobody would see before students do are said when a release is built."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hippograd.building.build import build
from hippograd.course import Course
from tests.refusals import refused

GRADERS = Path("autograder", "graders", "1_scaling")


@pytest.mark.parametrize(
    ("task", "old", "new", "code", "data"),
    [
        ("scaled", "(student, cohort)", "(student, chort)", "check-asks-unknown", {"name": "chort"}),
        ("scaled", "points=1, ", 'points="1", ', "module-not-loaded", {"error": "ValueError"}),
        ("scaled", "points=1", "points=-1", "module-not-loaded", {"error": "ValueError"}),
        ("shifted", ", public=True", "", "task-without-public-check", {"task": "shifted"}),
        ("shifted", "points=1", "points=0", "task-without-points", {"task": "shifted"}),
        ("shifted", 'needs=["scaled"]', 'needs=["scald"]', "task-needs-unknown", {"needs": "scald"}),
        ("shifted", 'needs=["scaled"]', 'needs=["why_linear"]', "task-needs-unknown", {"needs": "why_linear"}),
        (
            "scaled",
            'Task("scaled")',
            'Task("scaled", needs=["shifted"])',
            "task-needs-unknown",
            {"needs": "shifted"},
        ),
        (
            "scaled",
            "assert_close(at(",
            "assert_closs(at(",
            "grader-name-undefined",
            {"line": 27, "meant": "Is assert_close meant?"},
        ),
        (
            "scaled",
            "return student.scaled",
            "return studnt.scaled",
            "grader-name-undefined",
            {"line": 21, "name": "studnt"},
        ),
        (
            "scaled",
            "the_right_answer(secret",
            "the_right_anser(secret",
            "grader-name-undefined",
            {"line": 35, "name": "the_right_anser"},
        ),
        (
            "shifted",
            "zero_by_the_shift",
            "everything_alike",
            "check-twice",
            {"times": 2, "name": "test_moves_everything_alike"},
        ),
        (
            "scaled",
            'TASK = Task("scaled")',
            'TASK = Tsk("scaled")',
            "module-not-loaded",
            {"where": " at line 8", "error": "NameError"},
        ),
    ],
)
def test_what_nobody_would_see_is_said_at_build(
    course: Course, task: str, old: str, new: str, code: str, data: dict[str, Any]
) -> None:
    grader = course.root / GRADERS / f"test_{task}.py"
    text = grader.read_text("utf-8")
    assert old in text
    grader.write_text(text.replace(old, new), "utf-8")
    with refused(code, **data) as raised:
        build(course, course.cohort("2030"))
    assert grader.name in raised.value.message
    assert raised.value.remedy
    assert not (course.root / "release" / "2030" / "1_scaling").exists()

"""One submission, one result: what is right keeps its points, what is wrong loses its own and nothing else.

What takes long, or depends on moments and load.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from gradekit import checks
from hippograd.grading.grader import Grader
from hippograd.grading.plan import Plan
from hippograd.sandbox.servers import ForkServer
from tests.conftest import Class, tasks_of


def test_what_takes_long_to_look_at_has_the_time_of_its_submission_and_no_more(
    linear_plan: Plan, server: ForkServer, classroom: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    def looks_for_ever(check: checks.Check, *arguments: Any, **names: str) -> checks.Outcome:
        while check.name == "test_any_data_are_fitted":
            pass
        return checks.run_check(check, *arguments, **names)

    monkeypatch.setattr("hippograd.grading.checker.run_check", looks_for_ever)
    grader = Grader(replace(linear_plan, submission_seconds=8), server)
    result = grader.grade(classroom.text().encode(), student="amber01", file="amber01.ipynb").result
    assert result.status == "graded"
    assert 8 < result.seconds < 2 * 8 + 10  # again over the course's own answers, at most
    rows = tasks_of(result)
    assert rows["count_linear_parameters"].status == "passed"  # before it
    (slow,) = (one for one in rows["fit_1d"].checks if one.name == "test_any_data_are_fitted")
    assert slow.diagnosis == "timeout"
    assert "what was left of the submission's time" in slow.detail
    monkeypatch.undo()
    assert classroom.result().points == result.max_points

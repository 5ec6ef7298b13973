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
from hippograd.proofs.answers import read_corpus
from hippograd.sandbox.servers import ForkServer
from tests.conftest import Class, losing_points, tasks_of


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


def test_an_endless_method_costs_its_own_task_only(classroom: Class) -> None:
    endless = "def fit(model):\n    while True:\n        pass\n\n\nLinearModel.fit = fit\n"
    result = classroom.result(w_star=endless)
    assert losing_points(result) == ["w_star"]
    assert tasks_of(result)["w_star"].status == "timeout"


def wrong_answers(plan: Plan, number: int) -> dict[str, str]:
    """One wrong answer to each task of the corpus."""
    variants = read_corpus(plan.course, plan.assignment, plan.cohort.name)
    wrong = {
        task.name: [variant.source for variant in variants if variant.task == task.name and not variant.is_correct]
        for task in plan.tasks
    }
    return {task: sources[number % len(sources)] for task, sources in wrong.items()}


@pytest.mark.parametrize("number", [0, 3, pytest.param(5), pytest.param(7)])
def test_the_order_of_the_tasks_does_not_change_a_mark(
    classroom: Class, linear_plan: Plan, server: ForkServer, number: int
) -> None:
    answers = wrong_answers(linear_plan, number)
    some = dict(list(answers.items())[:: 2 if number else 1])  # with all wrong, and with every other one
    text = classroom.text(**some).encode()
    results = []
    for order in (linear_plan.tasks, linear_plan.tasks[::-1], linear_plan.tasks[3:] + linear_plan.tasks[:3]):
        plan = replace(linear_plan)
        plan.__dict__["tasks"] = order
        results.append(tasks_of(Grader(plan, server).grade(text, student="amber01", file="a").result))
    assert results[0] == results[1] == results[2]
    assert any(task.points < task.max_points for task in results[0].values())

"""One right and one wrong answer to every task: the right one keeps its points, the wrong one is named."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import pytest

from hippograd.building.released import released_cells
from hippograd.course import Course, Offering
from hippograd.grading.grader import Grader
from hippograd.grading.plan import Plan
from hippograd.grading.result import TaskResult
from hippograd.proofs.answers import Variant, read_corpus
from hippograd.proofs.filling import filled_notebook, notebook_text, reference_answers
from tests.conftest import ROOT, tasks_of

COURSE = Course(ROOT)


@pytest.mark.parametrize("assignment", COURSE.assignments)
def test_a_right_answer_to_each_task_keeps_its_points_and_a_wrong_one_is_named(assignment: str) -> None:
    offering = Offering.of(COURSE, assignment, COURSE.cohort())
    cells = released_cells(offering)
    reference = reference_answers(cells)
    right, wrong = dict[str, Variant](), dict[str, Variant]()
    for variant in read_corpus(COURSE, offering.assignment, offering.cohort.name):
        (right if variant.is_correct else wrong)[variant.task] = variant
    tasks = [task.name for task in offering.assignment.tasks if task.is_auto]
    assert [*right] == [*wrong] == tasks
    plan = Plan(offering, cells)

    def graded(plan: Plan, **answers: str) -> dict[str, TaskResult]:
        text = notebook_text(filled_notebook(cells, reference | answers)).encode()
        return tasks_of(Grader(plan, server).grade(text, student="amber01", file="amber01.ipynb").result)

    with plan.fork_server("unconfined") as server:
        kept = graded(plan, **{task: variant.source for task, variant in right.items()})
        assert {name: kept[name].points for name in tasks} == {name: kept[name].max_points for name in tasks}
        for task, variant in wrong.items():
            for longest in (10, inf):  # s; a check that trains is run only where the others do not see the mistake
                row = graded(replace(plan, only=(task,), longest=longest), **{task: variant.source})[task]
                found = {check.diagnosis for check in row.checks if not check.passed}
                if found & {*variant.diagnosis.split(" or ")}:
                    break
            assert found & {*variant.diagnosis.split(" or ")}, (task, variant.name, found)
            assert row.points < row.max_points or longest < inf, task

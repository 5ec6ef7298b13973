"""The proofs find what is wrong: a solution that loses points, a wrong answer that keeps them, a mutant that lives."""

from __future__ import annotations

import pytest

from gradekit.checks import COULD_NOT_BE_COMPLETED
from hippograd.course import Assignment, Cohort, Course, Offering
from hippograd.grading.plan import Plan
from hippograd.grading.result import CheckResult, Result, TaskResult
from hippograd.proofs.answers import Variant, read_corpus
from hippograd.proofs.filling import reference_answers
from hippograd.proofs.graders import (
    _at_fault,
    _grade_right,
    _judge,
    _Piece,
    _Tally,
    _without_answers,
)
from hippograd.proofs.mutants import equivalent_mutants, mutants
from tests.conftest import ROOT, Class, losing_points


def row(name: str, points: float, diagnosis: str = "") -> TaskResult:
    check = CheckResult("c", "idea", True, points, 2, points == 2, "", "", diagnosis)
    return TaskResult(name, name, points, 2, "passed" if points == 2 else "failed", [check])


def graded(**points: float) -> Result:
    tasks = [row(name, value, "twice" if value < 2 else "") for name, value in points.items()]
    return Result("x", "a", "2027", "f", "graded", tasks)


@pytest.mark.parametrize(
    ("variant", "result", "finding"),
    [
        (Variant("a", "v", ""), graded(a=2, b=2), None),
        (Variant("a", "v", ""), graded(a=1, b=2), "is right but gets 1 of 2"),
        (Variant("a", "v", "", "twice"), graded(a=1, b=2), None),
        (Variant("a", "v", "", "twice"), graded(a=2, b=2), "is wrong but gets full marks"),
        (Variant("a", "v", "", "half or twice"), graded(a=1, b=2), None),
        (Variant("a", "v", "", "half"), graded(a=0, b=2), "diagnosed as twice, not as half"),
        (Variant("a", "v", "", "twice"), graded(a=0, b=1), "loses points on b too"),
        (Variant("a", "v", "", "twice", points=1), graded(a=1, b=2), None),
        (Variant("a", "v", "", "twice", points=1), graded(a=0, b=2), "keeps 0 of 2 points, not 1"),
    ],
)
def test_what_a_variant_should_lose_is_what_it_may_lose(variant: Variant, result: Result, finding: str | None) -> None:
    found = list(_judge("key", variant, result, _Tally(), {"a", "b"}))
    assert bool(found) == (finding is not None)
    if finding is not None:
        assert any(finding in line for line in found)


@pytest.mark.parametrize(
    ("source", "said"),
    [("def f(:", "It is not Python: correct the answer."), ("x = 1", "or give the check a mistake of that name")],
)
def test_another_diagnosis_says_what_to_do(source: str, said: str) -> None:
    (found,) = _judge("key", Variant("a", "v", source, "half"), graded(a=0), _Tally(), {"a"})
    assert said in found


def test_a_check_that_ends_in_an_error_with_the_courses_own_answer_is_at_fault() -> None:
    detail = "test_a.py, line 9\nTraceback (most recent call last):\nKeyError: 'b'"
    check = CheckResult("test_a", "idea", False, 0, 2, False, COULD_NOT_BE_COMPLETED, detail, "not_completed")
    task = TaskResult("a", "a", 0, 2, "failed", [check])
    assert _at_fault(task) == (
        "test_a fails with the course's own answer, test_a.py, line 9: KeyError: 'b'. Correct the grader."
    )
    assert _at_fault(row("a", 1, "twice")) == ""


def test_of_what_was_left_blank_nothing_can_be_lost() -> None:
    assert list(_judge("key", Variant("a", "v", "", "twice"), graded(a=1, b=0), _Tally(), {"a"})) == []


def test_a_task_without_answers_is_said() -> None:
    course = Course(ROOT / "examples" / "scaling")
    offering = Offering.of(course, "1_scaling", course.cohort("2031"))
    answers = read_corpus(course, offering.assignment)
    tasks = {task.name for task in offering.assignment.tasks}
    assert list(_without_answers(offering, answers, tasks)) == []
    fewer = [one for one in answers if one.is_correct or one.task != "shifted"]
    assert list(_without_answers(offering, fewer, tasks - {"shifted"})) == []
    (found,) = _without_answers(offering, fewer, tasks)
    assert found.startswith("1_scaling/shifted: there is no wrong answer to prove its grader: ")


def test_mutants_differ_from_the_solution_in_one_statement(linear_regression: Assignment, cohort: Cohort) -> None:
    found = mutants(linear_regression, cohort)
    labels = {(mutant.task, mutant.label) for mutant in found}
    solution = "self.W = Y @ X.T @ np.linalg.inv(X @ X.T)"
    assert ("w_star", f"`{solution}` deleted") in labels
    assert ("w_star", f"`{solution}` → `{solution.replace('Y @', 'Y *')}`") in labels
    assert len({(mutant.task, mutant.source) for mutant in found}) == len(found)


def test_a_few_mutants_lose_points_on_their_own_task_only(
    classroom: Class, linear_course: Course, linear_regression: Assignment, cohort: Cohort
) -> None:
    equivalent = equivalent_mutants(linear_course, linear_regression)
    for mutant in mutants(linear_regression, cohort)[::12]:
        if (mutant.task, mutant.before, mutant.after) not in equivalent:
            assert mutant.task in losing_points(classroom.result(**{mutant.task: mutant.source})), mutant.label


def test_right_answers_are_graded_together_and_what_loses_points_alone_too(linear_plan: Plan) -> None:
    """Of two answers in one notebook, the wrong one does not hide that the other is right."""
    cells = linear_plan.cells
    right = reference_answers(cells)["fit_1d"]
    pieces = {
        "one": _Piece("fit_1d", right, ("import math",), ("print(fit_1d([1], [1]))",)),
        "two": _Piece("count_linear_parameters", "n_linear_parameters = 0"),
        "three": _Piece("fit_1d", right + "\n"),
    }
    results = _grade_right(linear_plan.offering, cells, pieces, 1)
    lost = {key: losing_points(result) for key, result in results.items()}
    assert lost == {"one": [], "two": ["count_linear_parameters"], "three": []}

"""An earlier mistake costs once; and what rests on it is no second guess for whoever made it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from hippograd.building.released import released_cells
from hippograd.course import Cohort, Course, Offering
from hippograd.grading.grader import Grader
from hippograd.grading.plan import Plan
from hippograd.grading.result import TaskResult
from hippograd.proofs.filling import filled_notebook, notebook_text, reference_answers
from tests.conftest import tasks_of

A = "2_gradient_descent"
Graded = Callable[..., dict[str, TaskResult]]

ZERO_SLOPE = "def derivative_of_loss(W):\n    return 0.0 * W"
HALF_SLOPE = "def derivative_of_loss(W):\n    return a * W"

ANOTHER_GUESS = """
path_large_eta = W_0 * (1 - 2 * a * large_eta) ** np.arange(n_steps + 1)
eta_limit = 1 / a if derivative_of_loss(3.0) else 0.5 / a
"""
TRIED = """
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
rates = np.arange(0.01, 5, 0.005)
eta_limit = rates[[abs(gradient_descent(derivative_of_loss, W_0, rate, 500)[-1]) <= abs(W_0) for rate in rates]].max()
"""


@pytest.fixture(scope="module")
def graded(linear_course: Course, cohort_2026: Cohort) -> Iterator[Graded]:
    offering = Offering(linear_course, linear_course.assignment(A), cohort_2026)
    cells = released_cells(offering)
    plan = Plan(offering, cells)
    with plan.fork_server("unconfined") as server:

        def grade(**answers: str) -> dict[str, TaskResult]:
            text = notebook_text(filled_notebook(cells, reference_answers(cells) | answers))
            return tasks_of(Grader(plan, server).grade(text.encode(), student="amber01", file="a.ipynb").result)

        yield grade


def test_a_limit_is_guessed_once(graded: Graded) -> None:
    tasks = graded(derivative=ZERO_SLOPE, large_steps=ANOTHER_GUESS)
    assert [check.passed for check in tasks["large_steps"].checks] == [True, True, False]


def test_a_limit_that_is_right_for_the_slope_as_it_was_written_keeps_its_points(graded: Graded) -> None:
    tasks = graded(derivative=HALF_SLOPE, large_steps=TRIED)
    assert tasks["derivative"].points < tasks["derivative"].max_points
    assert tasks["large_steps"].points == tasks["large_steps"].max_points

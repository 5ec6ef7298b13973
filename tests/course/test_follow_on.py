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

CLIPPED_STEPS = """
def gradient_descent(dL_dW, W_0, eta, n_steps):
    path = [W_0]
    for _ in range(n_steps):
        path.append(path[-1] - np.clip(eta * dL_dW(path[-1]), -0.1, 0.1))
    return np.array(path)
"""
TRIED = """
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
rates = np.arange(0.01, 5, 0.005)
eta_limit = rates[[abs(gradient_descent(derivative_of_loss, W_0, rate, 500)[-1]) <= abs(W_0) for rate in rates]].max()
"""


@pytest.fixture(scope="module")
def graded(linear_course: Course, cohort: Cohort) -> Iterator[Graded]:
    offering = Offering(linear_course, linear_course.assignment(A), cohort)
    cells = released_cells(offering)
    plan = Plan(offering, cells)
    with plan.fork_server("unconfined") as server:

        def grade(**answers: str) -> dict[str, TaskResult]:
            text = notebook_text(filled_notebook(cells, reference_answers(cells) | answers))
            return tasks_of(Grader(plan, server).grade(text.encode(), student="amber01", file="a.ipynb").result)

        yield grade


@pytest.mark.parametrize(
    "mistake",
    [
        {"derivative": ZERO_SLOPE},
        {"derivative": "def derivative_of_loss(W):\n    return -2 * a * W"},
        {"update_rule": CLIPPED_STEPS},
    ],
)
def test_a_limit_that_is_found_by_trying_with_a_wrong_slope_or_walker_keeps_its_points(
    graded: Graded, mistake: dict[str, str]
) -> None:
    tasks = graded(**mistake, large_steps=TRIED)
    (wrong,) = mistake
    assert tasks[wrong].points < tasks[wrong].max_points
    assert tasks["large_steps"].points == tasks["large_steps"].max_points


def test_a_limit_that_is_right_for_the_slope_as_it_was_written_keeps_its_points(graded: Graded) -> None:
    tasks = graded(derivative=HALF_SLOPE, large_steps=TRIED)
    assert tasks["derivative"].points < tasks["derivative"].max_points
    assert tasks["large_steps"].points == tasks["large_steps"].max_points

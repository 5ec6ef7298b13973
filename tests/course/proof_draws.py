"""Hidden checks draw their numbers from the course's secret: whatever it is, the course's own answers lose nothing."""

from __future__ import annotations

import pytest

from hippograd.building.released import released_cells
from hippograd.course import Course, Offering
from hippograd.grading.grader import Grader
from hippograd.grading.plan import Plan
from hippograd.proofs.filling import filled_notebook, notebook_text, reference_answers
from tests.conftest import ROOT, losing_points

DRAWS = {
    "0_neural_data": 6,
    "1_linear_regression": 6,
    "2_gradient_descent": 6,
    "3_backpropagation": 6,
    "4_pytorch": 3,
}


@pytest.mark.parametrize("assignment", DRAWS)
def test_the_solution_has_all_points_whatever_numbers_are_drawn(assignment: str) -> None:
    course = Course(ROOT)
    offering = Offering.of(course, assignment, course.cohort("2027"))
    cells = released_cells(offering)
    solution = notebook_text(filled_notebook(cells, reference_answers(cells))).encode()
    lost = {}
    with Plan(offering, cells).fork_server("unconfined") as server:
        for draw in range(DRAWS[assignment]):
            course.__dict__["secret"] = f"draw {draw}"  # in place of what the file says
            result = (
                Grader(Plan(offering, cells), server).grade(solution, student="amber01", file="amber01.ipynb").result
            )
            assert result.tasks
            if tasks := losing_points(result):
                lost[draw] = [
                    (c.name, c.message) for t in result.tasks if t.name in tasks for c in t.checks if not c.passed
                ]
    assert not lost

"""The second assignment, for intake to be tried on two notebooks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from hippograd.building.released import released_cells
from hippograd.course import Cohort, Course, Offering
from hippograd.grading.plan import Plan
from tests.conftest import Class


@pytest.fixture(scope="session")
def descent_classroom(linear_course: Course, cohort: Cohort) -> Iterator[Class]:
    assignment = linear_course.assignment("2_gradient_descent")
    plan = Plan(
        Offering(linear_course, assignment, cohort),
        released_cells(Offering(linear_course, assignment, cohort)),
        cell_seconds=3,
    )
    with plan.fork_server() as server:
        yield Class(plan, server)

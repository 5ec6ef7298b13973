"""The second assignment, for intake to be tried on two notebooks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from autograder.building import released_cells
from autograder.course import Cohort, Course
from autograder.grading.plan import Plan
from autograder.sandbox.client import ForkServer

from ..conftest import Class


@pytest.fixture(scope="session")
def descent_classroom(linear_course: Course, cohort_2026: Cohort) -> Iterator[Class]:
    assignment = linear_course.assignment("2_gradient_descent")
    plan = Plan(
        linear_course, assignment, cohort_2026, released_cells(linear_course, assignment, cohort_2026), cell_seconds=3
    )
    with ForkServer(plan.data) as server:
        yield Class(plan, server)

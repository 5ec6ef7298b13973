"""Task scaled: x times the factor of the cohort."""

import numpy as np

from gradekit.assertions import assert_close, require
from gradekit.checks import Task, check

TASK = Task("scaled")

# Zero is the one number that every factor leaves alone.
FIXED_POINT = 0.0
SECRET_INPUTS = np.array([0.25, 4.5])


def the_right_answer(x, cohort):
    return x * cohort.scaling.factor


def at(student, x):
    """What the student gives for x."""
    return student.scaled(x)


@check(points=1, public=True)
def test_zero_stays_zero(student):
    """Zero stays where it is."""
    assert_close(at(student, FIXED_POINT), 0.0, "scaled(0)")  # for any factor
    require(at(student, 1.0) != 0, "scaled(1) should not be zero.")


@check(points=1.5)
def test_factor_is_the_cohorts(student, cohort):
    """The factor is the cohort's own."""
    for secret_input in SECRET_INPUTS:
        assert_close(student.scaled(secret_input), the_right_answer(secret_input, cohort), "scaled(x)")
    require(
        np.ndim(student.scaled(1.0)) == 0,
        "scaled(x) should be one number.",
    )

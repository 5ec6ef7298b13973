"""Task shifted: the scaled number, moved."""

from gradekit.assertions import assert_close, require
from gradekit.checks import Task, check

TASK = Task("shifted", needs=["scaled"])


@check(points=1, public=True)
def test_moves_everything_alike(student):
    """Two numbers keep their scaled distance."""
    require(
        student.shifted is not None,
        "shifted should be a function.",
    )
    assert_close(student.shifted(3.0) - student.shifted(1.0), student.scaled(2.0), "the distance")


@check(points=1)
def test_moves_zero_by_the_shift(student, cohort, bounds):
    """Zero goes to the shift."""
    assert_close(student.shifted(0.0), cohort.scaling.shift, "shifted(0)", atol=bounds["shifted"] / 1e6)


def calibration_run(student):
    """A quarter of the shift."""
    return abs(student.shifted(0.0)) / 4

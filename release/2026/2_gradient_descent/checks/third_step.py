"""Task third_step: descent by hand, W(k + 1) = W(k) − η dL/dW, three times over."""

from gradekit.assertions import assert_finite, assert_shape, require
from gradekit.checks import Task, check

TASK = Task("third_step")


@check(points=0, public=True)
def test_third_step_is_one_number_and_lower_than_the_start(student, cohort):
    """W_3 is one number, and the loss there is lower than at the start."""
    assert_shape(student.W_3, (), "W_3")
    assert_finite(student.W_3, "W_3")
    require(
        abs(student.W_3) < abs(cohort.descent.start),
        "W_3 lies higher than the start: a step goes against the slope, so mind the minus sign.",
        diagnosis="uphill",
    )

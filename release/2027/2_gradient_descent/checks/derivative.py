"""Task derivative: the slope of L(W) = a W², for numbers and arrays, against the central difference of the loss."""

import numpy as np
from decoding.checks import Task, assert_gradient, assert_shape, check, numerical_gradient, require

TASK = Task("derivative")

NAME = "derivative_of_loss(W)"


def slope_by_differences(W, cohort):
    """The slope at each element of W, like W."""
    return numerical_gradient(lambda V: float(np.sum(cohort.descent.coefficient * V**2)), W)


def wrong_slopes(W, slope, cohort):
    return {
        "loss_itself": ("it is the loss, not its derivative", cohort.descent.coefficient * W**2),
        "eta_included": ("the learning rate does not belong in here", cohort.descent.eta * slope),
    }


def slopes_one_by_one(student, W):
    got = [student.derivative_of_loss(float(weight)) for weight in W]
    for slope in got:
        assert_shape(slope, (), NAME)
    return got


@check(points=0.5, public=True)
def test_slope_agrees_with_the_central_difference(student, cohort):
    """The slope agrees with (L(W + h) − L(W − h)) / 2h at a few weights."""
    W = np.array([-1.5, 0.25, 2.0])
    got = slopes_one_by_one(student, W)
    require(
        any(slope != got[0] for slope in got),
        "It gives the same slope everywhere, but the valley is steeper far from its bottom.",
        diagnosis="constant_slope",
    )
    want = slope_by_differences(W, cohort)
    assert_gradient(got, want, NAME, mistakes=wrong_slopes(W, want, cohort))

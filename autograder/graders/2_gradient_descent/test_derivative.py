"""Task derivative: the slope of L(W) = a W², for numbers and arrays, against the central difference of the loss."""

import numpy as np

from decoding.checks import (
    Task,
    assert_close,
    assert_gradient,
    assert_shape,
    check,
    numerical_gradient,
    require,
    value_of,
)

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


@check(points=1)
def test_slope_is_right_at_any_weight(student, cohort, rng):
    """The slope is right at weights that you have not seen, large and small."""
    W = rng.normal(size=7) * np.array([0, 0.1, 0.5, 1.0, 3.0, 10.0, 30.0])
    got = slopes_one_by_one(student, W)
    want = 2 * cohort.descent.coefficient * W
    assert_close(got, want, NAME, rtol=1e-5, atol=1e-7, mistakes=wrong_slopes(W, want, cohort))


@check(points=0.5)
def test_slope_of_an_array_has_its_shape_and_leaves_it_alone(student, cohort, rng):
    """Given an array of weights, it returns one slope for each and leaves the array as it was."""
    for shape in [(5,), (2, 3)]:
        W = rng.normal(size=shape)
        theirs = student.keep(W)
        got = student.derivative_of_loss(theirs)
        want = slope_by_differences(W, cohort)
        mistakes = {"summed": ("the slopes of an array of weights must not be added up", np.sum(want))}
        assert_close(got, want, NAME, rtol=1e-5, mistakes=mistakes)
        assert_close(
            value_of(theirs),
            W,
            "the array W that was given to derivative_of_loss",
            mistakes={"damages_input": ("your function writes into it; compute a new array", got)},
        )

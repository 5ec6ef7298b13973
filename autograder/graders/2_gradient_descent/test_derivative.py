"""Task derivative: the slope of L(W) = a W², for numbers and arrays, against the central difference of the loss."""

from functools import partial

import numpy as np

from gradekit.assertions import assert_close, assert_gradient, assert_shape, numerical_gradient, require
from gradekit.cases import Given, case
from gradekit.checks import Task, check

TASK = Task("derivative")
NAME = "derivative_of_loss(W)"


def slope_by_differences(W, cohort):
    """The slope at each element of W, like W."""
    return numerical_gradient(lambda V: float(np.sum(cohort.descent.coefficient * V**2)), W)


def wrong_slopes(W, slope, cohort):
    a = cohort.descent.coefficient
    return {
        "loss_itself": ("it is the loss, not its derivative", a * W**2),
        "eta_included": ("the learning rate does not belong in here", cohort.descent.eta * slope),
        "step_included": ("it is the step, not the slope", -cohort.descent.eta * slope),
        "size_only": ("it is the size of the slope; left of the minimum the slope is negative", np.abs(slope)),
        "square_kept": ("the power has to go down by one", 2 * a * W**2),
        "half": ("a factor 2 is missing: look at equation (2)", slope / 2),
        "a_missing": ("the steepness a is missing", 2 * W),
        "sign_of_slope": ("it is only the sign of the slope, not how steep it is", np.sign(slope)),
    }


def slopes_one_by_one(student, W):
    got = [student.derivative_of_loss(weight) for weight in W.tolist()]
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
    assert_gradient(got, want, NAME, mistakes=partial(wrong_slopes, W, want, cohort))


@check(points=1)
def test_slope_is_right_at_any_weight(student, cohort, rng):
    """The slope is right at weights that you have not seen, large and small, whole numbers among them."""
    for W, slug, when in (
        (rng.normal(size=7) * np.array([0, 0.1, 0.5, 1.0, 3.0, 10.0, 30.0]), "other_weights", "for other weights"),
        (rng.integers(-9, 10, size=5), "whole_numbers", "for whole numbers"),
    ):
        want = 2 * cohort.descent.coefficient * W
        with case(slug, when):
            got = slopes_one_by_one(student, W)
            assert_close(got, want, NAME, rtol=1e-5, atol=1e-7, mistakes=partial(wrong_slopes, W, want, cohort))


@check(points=0.5)
def test_slope_of_an_array_has_its_shape_and_leaves_it_alone(student, cohort, session, rng):
    """Given an array of weights, it returns one slope for each and leaves the array as it was."""
    for shape in [(5,), (2, 3), (1,), (2, 3, 4), (2, session.n_cells)]:
        with case("array", "for an array"):
            require_slopes(student, rng.normal(size=shape), cohort)
    with case("whole_numbers", "for an array of whole numbers"):
        require_slopes(student, rng.integers(-9, 10, size=(2, 3)), cohort)


def require_slopes(student, W, cohort):
    given = Given(student, W=W)
    got = student.derivative_of_loss(given.W)
    given.require_unharmed("derivative_of_loss")
    want = 2 * cohort.descent.coefficient * W
    mistakes = {
        "summed": ("the slopes of an array of weights must not be added up", np.sum(want)),
        "averaged": ("the slopes of an array of weights must not be averaged", np.mean(want)),
        "first_only": ("it is the slope at the first weight only; one for each is wanted", want.flat[0]),
        "flattened": ("the slopes should have the shape of W", want.ravel()),
        **wrong_slopes(W, want, cohort),
    }
    assert_close(got, want, NAME, rtol=1e-5, mistakes=mistakes)

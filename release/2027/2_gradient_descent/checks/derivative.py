"""Task derivative: the slope of L(W) = a W², for numbers and arrays, against the central difference of the loss."""

from functools import partial
import numpy as np
from gradekit.assertions import assert_gradient, assert_shape, numerical_gradient, require
from gradekit.cases import hint_if_raised
from gradekit.checks import Task, check
from gradekit.proxy import results_of

TASK = Task("derivative")

NAME = "derivative_of_loss(W)"


def slope_by_differences(W, cohort):
    """The slope at each element of W, like W."""
    return numerical_gradient(lambda V: float(np.sum(cohort.descent.coefficient * V**2)), W)


def wrong_slopes(W, slope, cohort):
    a = cohort.descent.coefficient
    one_sided = "it is a difference to one side, which is off by a h; write the formula, or take a central difference"
    found = {
        f"one_sided_{name}_{power}": (one_sided, slope + side * a * 10.0**-power)
        for power in range(1, 6)
        for name, side in (("ahead", 1), ("behind", -1))
    }
    if np.ndim(W) and np.shape(W)[-1] > 1:
        along = "it is the slope from one element of the array to the next; each element has a slope of its own"
        found["between_elements"] = (along, lambda: np.gradient(a * np.asarray(W, dtype=float) ** 2, axis=-1))
        found["between_weights"] = (along, lambda: np.gradient(a * np.asarray(W) ** 2, W) if np.ndim(W) == 1 else None)
    return found | {
        "loss_itself": ("it is the loss, not its derivative", a * W**2),
        "eta_included": ("the learning rate does not belong in here", cohort.descent.eta * slope),
        "step_included": ("it is the step, not the slope", -cohort.descent.eta * slope),
        "size_only": ("it is the size of the slope; left of the minimum the slope is negative", np.abs(slope)),
        "square_kept": ("the power has to go down by one", 2 * a * W**2),
        "clipped": ("steep slopes are cut off", np.clip(slope, -1, 1)),
        "clipped_at_10": ("steep slopes are cut off", np.clip(slope, -10, 10)),
        "small_is_zero": ("small weights are taken as zero", 0 * slope if np.abs(W).max() < 1e-6 else None),
        "cut_to_whole": (
            "it is cut to whole numbers, where W holds such: calculate with floats",
            np.trunc(slope),
        ),
        "half": ("a factor 2 is missing: look at equation (2)", slope / 2),
        "a_missing": ("the steepness a is missing", 2 * W),
        "sign_of_slope": ("it is only the sign of the slope, not how steep it is", np.sign(slope)),
    }


def slopes_one_by_one(student, W):
    with hint_if_raised("It is called with a single number here."):
        got = list(results_of(student.derivative_of_loss, W.tolist()))
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

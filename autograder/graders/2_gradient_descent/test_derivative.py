"""Task derivative: the slope of L(W) = a W², for numbers and arrays, against the central difference of the loss."""

from functools import partial

import numpy as np

from gradekit.assertions import assert_close, assert_gradient, assert_shape, numerical_gradient, require
from gradekit.cases import Given, assert_nothing_kept, case, hint_if_raised, numbers_of_all_kinds
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


@check(points=0.5)
def test_slope_is_right_at_any_weight(student, cohort, rng):
    """The slope is right at weights that you have not seen, large and small, whole numbers among them."""
    for W, slug, when in (
        (rng.normal(size=7) * np.array([0, 0.1, 0.5, 1.0, 3.0, 10.0, 30.0]), "other_weights", "for other weights"),
        (rng.uniform(0.001, 0.02, size=4), "small_weights", "for weights near the bottom of the valley"),
        (rng.uniform(1e-9, 1e-8, size=2), "small_weights", "for weights next to the bottom of the valley"),
        (rng.uniform(100, 3000, size=3), "large_weights", "for large weights"),
        (rng.integers(-9, 10, size=5), "whole_numbers", "for whole numbers"),
    ):
        want = 2 * cohort.descent.coefficient * W
        with case(slug, when):
            got = slopes_one_by_one(student, W)
            atol = 1e-7 * np.abs(want).max()
            assert_close(got, want, NAME, rtol=1e-5, atol=atol, mistakes=partial(wrong_slopes, W, want, cohort))
    require_valley(student, cohort)


def require_valley(student, cohort):
    """Fail where the valley of the notebook is another one by now."""
    require(
        np.allclose(student.valley(np.array([-1.0, 0.5, 2.0])), cohort.descent.coefficient * np.array([1, 0.25, 4])),
        "valley(W) is no longer the a W² of the notebook: some cell gives a or valley another meaning; use a new name.",
        diagnosis="valley_changed",
    )


@check(points=0.5)
def test_one_slope_for_each_weight_of_a_row(student, cohort, rng):
    """Given an array of weights with one axis, it returns one slope for each."""
    for n in (5, 8):
        W = rng.uniform(0.3, 3, size=n) * np.resize([-1, 1], n)
        with case("row", "for an array with one axis"):
            require_slopes(student, W, cohort)


@check(points=0.5)
def test_slope_of_an_array_has_its_shape_and_leaves_it_alone(student, cohort, session, rng):
    """Given an array of any shape, whole numbers too, it returns one of this shape and leaves the array as it was."""
    for shape in [(5,), (2, 3), (1,), (3, 3), (2, 3, 4), (2, session.n_cells)]:
        with case("array", "for an array"):
            require_slopes(student, rng.normal(size=shape), cohort)
    with case("all_kinds", "for an array with zeros, large and small numbers"):
        require_slopes(student, numbers_of_all_kinds(rng, (2, 4)), cohort)
    with case("whole_numbers", "for an array of whole numbers"):
        require_slopes(student, rng.integers(-9, 10, size=(2, 3)), cohort)
    first, second = rng.normal(size=(2, 1, 2, 6))
    slope = partial(np.multiply, 2 * cohort.descent.coefficient)
    assert_nothing_kept(student.derivative_of_loss, first, second, NAME, slope, any_shape=True)


def require_slopes(student, W, cohort):
    given = Given(student, W=W)
    with hint_if_raised("It is called with an array of weights here."):
        got = given.to(student.derivative_of_loss, given.W)
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

"""Task quartic: descent into a higher valley, where it stays, and into the lowest one, from another start."""

from functools import partial

import numpy as np

from gradekit.assertions import (
    assert_close,
    assert_finite,
    assert_gradient,
    assert_shape,
    fail,
    numerical_gradient,
    require,
)
from gradekit.cases import Given, assert_nothing_kept, case, numbers_of_all_kinds
from gradekit.checks import Task, check
from gradekit.failures import CheckFailed
from gradekit.proxy import Notes, results_of

TASK = Task("quartic", needs=["update_rule"])
NAME = "quartic_derivative(W)"
NEAR = 5e-3
"""How far a weight may be from the bottom of its valley."""


def quartic_loss(W, cohort):
    return np.polyval([*cohort.quartic.coefficients, 0.0], W)


def quartic_slope(W, cohort):
    """The slope at each element of W by central differences, like W."""
    return numerical_gradient(lambda V: float(np.sum(quartic_loss(V, cohort))), W)


def wrong_quartic_slopes(W, slope, cohort):
    c4, c3, c2, c1 = cohort.quartic.coefficients
    terms = {"W⁴": 4 * c4 * W**3, "W³": 3 * c3 * W**2, "W²": 2 * c2 * W, "W": c1 + 0 * W}
    lost = {
        f"term_{number}_lost": (f"the slope of the {power} term is missing", slope - term)
        for number, (power, term) in zip((4, 3, 2), terms.items(), strict=False)
    }
    flipped = {
        f"term_{number}_flipped": (f"the slope of the {power} term has the wrong sign", slope - 2 * term)
        for number, (power, term) in zip((4, 3, 2, 1), terms.items(), strict=True)
    }
    uncounted = {
        f"factor_{power}_lost": (
            f"the slope of the {name} term lacks the factor {power}",
            slope - (1 - 1 / power) * term,
        )
        for power, (name, term) in zip((4, 3, 2), terms.items(), strict=False)
    }
    missing = {
        f"coefficient_{number}_lost": (
            f"the number before {power} is missing in the slope of this term",
            slope - (1 - 1 / c) * terms[power],
        )
        for number, power, c in zip((4, 3, 2), terms, cohort.quartic.coefficients, strict=False)
        if abs(c) != 1
    }
    coarse = "it is a difference with a step that is too long; write the formula, or take a shorter step"
    differences = {
        f"coarse_{n}": (coarse, difference)
        for n, difference in enumerate(
            (quartic_loss(W + ahead, cohort) - quartic_loss(W - back, cohort)) / (ahead + back)
            for h in (0.1, 0.05, 0.01, 1e-3, 1e-4)
            for ahead, back in ((h, h), (h, 0), (0, h))
        )
    }
    if np.ndim(W) and np.shape(W)[-1] > 1:
        along = "it is the slope from one element of the array to the next; each element has a slope of its own"
        differences["between_elements"] = (along, lambda: np.gradient(quartic_loss(1.0 * W, cohort), axis=-1))
    cut = ("W is cut to whole numbers first", np.polyval(np.polyder([*cohort.quartic.coefficients, 0.0]), np.trunc(W)))
    return differences | {
        "weights_cut_to_whole": cut,
        "loss_itself": ("it is the loss, not its derivative", quartic_loss(W, cohort)),
        "linear_term_forgotten": ("the term that is linear in W has a slope too, a constant", slope - c1),
        "linear_term_kept": ("the slope of the term that is linear in W is a constant", slope - c1 + c1 * W),
        "powers_kept": ("the power of each term has to go down by one", W * slope),
        "factors_forgotten": ("each power comes down as a factor", quartic_loss(W, cohort) / W),
        "second_derivative": ("it is the slope of the slope", 12 * c4 * W**2 + 6 * c3 * W + 2 * c2),
        "integrated": (
            "it is an integral, not a derivative",
            np.polyval(np.polyint([*cohort.quartic.coefficients, 0.0]), W),
        ),
        "cut_to_whole": (
            "it is cut to whole numbers, where W holds such: calculate with floats",
            np.trunc(slope),
        ),
        "of_matrices": (
            "powers are taken of W as a matrix; take them of each element",
            lambda: of_matrices(np.asarray(W, dtype=float), cohort),
        ),
        "constant_not_appended": (
            "the last coefficient was taken for the constant of the loss: append 0.0 to a copy of them first",
            np.polyval(np.polyder([*cohort.quartic.coefficients]), W),
        ),
        **lost,
        **missing,
        **uncounted,
        **flipped,
    }


def of_matrices(W, cohort):
    """The slope with powers of a square matrix in place of its elements."""
    c4, c3, c2, c1 = cohort.quartic.coefficients
    return 4 * c4 * np.linalg.matrix_power(W, 3) + 3 * c3 * np.linalg.matrix_power(W, 2) + 2 * c2 * W + c1


@check(points=0.5, public=True)
def test_quartic_slope_agrees_with_the_central_difference(student, cohort):
    """quartic_derivative agrees with the central difference of the loss at a few weights."""
    W = np.array([-2.0, 0.5, 1.25])
    want = quartic_slope(W, cohort)
    got = [student.quartic_derivative(float(weight)) for weight in W]
    for slope in got:
        assert_shape(slope, (), NAME)
    assert_gradient(got, want, NAME, mistakes=partial(wrong_quartic_slopes, W, want, cohort))


def require_rest(student, name, weight, slope):
    """Fail where the curve is not level; the message says so where the student's own slope is."""
    if abs(slope) < 0.1:
        return
    try:
        own = float(np.asarray(student.quartic_derivative(float(weight))))
    except (CheckFailed, TypeError, ValueError):
        own = np.inf
    require(
        abs(own) > 1e-3,
        f"{name} is where quartic_derivative is zero, but the slope of the loss is not: mend quartic_derivative first.",
        diagnosis="wrong_slope_followed",
    )
    fail(
        f"The curve is not level at {name}: descend along quartic_derivative until the weight is at rest there, and"
        " give that weight as it is.",
        f"its slope there is {slope:.3g}",
        "not_at_rest",
    )


@check(points=0, public=True)
def test_stuck_and_best_are_level_and_apart(student, cohort):
    """W_stuck and W_best are single numbers at which the curve is level, and the loss at W_best is the lower one."""
    for name, weight in (("W_stuck", student.W_stuck), ("W_best", student.W_best)):
        assert_shape(weight, (), name)
        assert_finite(weight, name)
        require_rest(student, name, weight, float(quartic_slope(float(weight), cohort)))
    require(
        quartic_loss(float(student.W_best), cohort) < quartic_loss(float(student.W_stuck), cohort) - 1e-6,
        "The loss at W_best is not lower than at W_stuck: try another start, unless the two have changed places.",
        diagnosis="still_stuck",
    )


@check(points=0.5)
def test_quartic_slope_is_right_at_any_weight(student, cohort, rng):
    """quartic_derivative is right at weights that you have not seen, one by one and as an array, which it leaves."""
    function, notes = student.quartic_derivative, Notes()
    problems = [(Given(student, W=W), slug, when) for W, slug, when in weights_of_all_kinds(rng)]
    for given, _, _ in problems:
        for weight in given.was("W").ravel().tolist():
            notes.call(function, weight)
        given.note(notes, function, given.W)
    found = iter(notes)
    for given, slug, when in problems:
        W = given.was("W")
        want = np.polyval(np.polyder([*cohort.quartic.coefficients, 0.0]), W)
        wrong = partial(wrong_quartic_slopes, W, want, cohort)
        atol = 1e-6 * (1 + 4 * np.abs(W).max() ** 3)  # what single precision loses where terms cancel
        with case(slug, when):
            one_by_one = [next(found) for _ in range(W.size)]
            assert_close(np.reshape(one_by_one, W.shape), want, NAME, rtol=1e-5, atol=atol, mistakes=wrong)
        with case("array", "for an array"):
            got = given.noted(found)
            given.require_unharmed("quartic_derivative")
            assert_close(got, want, NAME, rtol=1e-5, atol=atol, mistakes=wrong)
    first, second = rng.normal(size=(2, 1, 2, 6))
    assert_nothing_kept(
        student.quartic_derivative, first, second, NAME, partial(quartic_slope, cohort=cohort), any_shape=True
    )


def weights_of_all_kinds(rng):
    """Weights that nobody has seen, and which case they are."""
    return (
        (rng.uniform(-2, 2, size=(2, 4)), "other_weights", "for other weights"),
        (np.array([[-3, -1, 2], [1, 4, -2]]), "whole_numbers", "for whole numbers"),
        (rng.uniform(-2, 2, size=5), "other_shape", "for an array with one axis"),
        (rng.uniform(-2, 2, size=(3, 3)), "square", "for a square array"),
        (rng.uniform(0.01, 0.2, size=(2, 2, 2)), "near_zero", "for weights near zero"),
        (rng.uniform(5, 20, size=(1, 3)), "far_out", "for weights far out"),
        (numbers_of_all_kinds(rng, (2, 4)), "all_kinds", "where zeros, large and small numbers are among the weights"),
    )


def slope_of(cohort):
    """The slope of the loss, as the coefficients of a polynomial."""
    return np.polyder([*cohort.quartic.coefficients, 0.0])


def level_places(slope):
    """Valleys and hills where the slope is this polynomial: two lists of weights, in order."""
    places = sorted(float(root.real) for root in np.roots(slope) if abs(root.imag) < 1e-9)
    valleys = [place for place in places if np.polyval(np.polyder(slope), place) > 0]
    return valleys, [place for place in places if place not in valleys]


def valley_below(start, slope):
    """The valley that small steps from `start` lead to; not a number where they run away."""
    valleys, _ = level_places(slope)
    if np.polyval(slope, start) < 0:
        return min((valley for valley in valleys if valley >= start), default=np.nan)
    return max((valley for valley in valleys if valley <= start), default=np.nan)


def lowest(valleys, cohort):
    """The valley in which the loss is lowest; not a number where there is none."""
    return min(valleys, key=lambda W: quartic_loss(W, cohort), default=np.nan)


def own_slope(student, rng, cohort):
    """The slope that the student wrote, as a polynomial, where it is one that people write for the right one.

    Whoever descends with it comes to rest where it is zero. No valleys for any other: it could have been made to fit.
    """
    weights = rng.uniform(-2, 2, size=12)
    want = np.polyval(slope_of(cohort), weights)
    try:
        slopes = np.asarray(list(results_of(student.quartic_derivative, weights.tolist())), dtype=float)
    except (CheckFailed, TypeError, ValueError, OverflowError):
        return np.zeros(1)
    known = [wrong for _, wrong in wrong_quartic_slopes(weights, want, cohort).values() if not callable(wrong)]
    is_known = slopes.shape == want.shape and any(np.allclose(slopes, wrong, rtol=1e-5) for wrong in known)
    found = np.polyfit(weights, slopes, 4) if is_known else np.zeros(1)
    return found if np.allclose(np.polyval(found, weights), slopes, rtol=1e-5) else np.zeros(1)


def where_it_is(weight, right, slope):
    """The case of a weight at which the curve is nearly level, by the valley or hill that is nearest."""
    valleys, hills = level_places(slope)
    nearest = min([*valleys, *hills], key=lambda place: abs(place - weight))
    if nearest == right:
        return "not_at_rest", "although it is near the bottom of its valley: take more steps, or longer ones"
    if nearest in hills:
        return "on_a_hill", "because it is near the top of the hill between the valleys"
    return "other_valley", "because it is near the bottom of the other valley"


@check(points=1)
def test_stuck_is_the_valley_below_the_start(student, cohort, rng):
    """W_stuck is where small steps from the given start come to rest, by the loss or by your own quartic_derivative."""
    slope = slope_of(cohort)
    valleys, hills = level_places(slope)
    best, right = lowest(valleys, cohort), valley_below(cohort.quartic.start, slope)
    mistakes = {
        "other_valley": ("it is the lowest valley; from the given start small steps do not get there", best),
        "on_a_hill": ("it is the top of the hill between the valleys", hills[0]),
        "loss_not_weight": ("it is the loss at the bottom of the valley, not the weight", quartic_loss(right, cohort)),
        "start_kept": ("it is the start; the last weight of the path is wanted", cohort.quartic.start),
    }
    W = student.W_stuck
    assert_shape(W, (), "W_stuck")
    assert_finite(W, "W_stuck")
    if abs(W - valley_below(cohort.quartic.start, own_slope(student, rng, cohort))) < NEAR:
        return
    if not any(abs(W - wrong) < NEAR for _, wrong in mistakes.values()):
        require_rest(student, "W_stuck", W, float(quartic_slope(float(W), cohort)))
    with case(*where_it_is(W, right, slope)):
        assert_close(W, right, "W_stuck", rtol=0, atol=NEAR, mistakes=mistakes)


@check(points=1)
def test_best_is_the_lowest_valley(student, cohort, rng):
    """W_best is the bottom of the lowest valley of all, by the loss or by your own quartic_derivative."""
    slope = slope_of(cohort)
    valleys, hills = level_places(slope)
    best = lowest(valleys, cohort)
    mistakes = {
        "still_stuck": ("it is the higher valley; another start is needed", max(valleys, key=lambda W: abs(W - best))),
        "on_a_hill": ("it is the top of the hill between the valleys", hills[0]),
        "loss_not_weight": ("it is the loss at the lowest point, not the weight", quartic_loss(best, cohort)),
        "sign_lost": ("it has the wrong sign", -best),
    }
    W = student.W_best
    assert_shape(W, (), "W_best")
    assert_finite(W, "W_best")
    if abs(W - lowest(level_places(own_slope(student, rng, cohort))[0], cohort)) < NEAR:
        return
    if not any(abs(W - wrong) < NEAR for _, wrong in mistakes.values()):
        require_rest(student, "W_best", W, float(quartic_slope(float(W), cohort)))
    with case(*where_it_is(W, best, slope)):
        assert_close(W, best, "W_best", rtol=0, atol=NEAR, mistakes=mistakes)

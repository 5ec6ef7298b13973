"""Task quartic: descent into a higher valley, where it stays, and into the lowest one, from another start.

The slope 0.5 by central differences and 0.5 at any weight; W_stuck 1 and W_best 1, by the loss, or by a slope of one's
own that is wrong in one term or in a way that has a name.
"""

import numpy as np

from gradekit import (
    CheckFailed,
    Function,
    Task,
    assert_close,
    assert_finite,
    assert_gradient,
    assert_shape,
    case,
    check,
    fail,
    named,
    numerical_gradient,
    require,
)
from gradekit.cases import numbers_of_all_kinds
from gradekit.proxy import keep, results_of

TASK = Task("quartic", needs=["update_rule"])
NAME = "quartic_derivative(W)"
NEAR = 5e-3
"""How far a weight may be from the bottom of its valley."""


def quartic_loss(W, coefficients):
    return np.polyval([*coefficients, 0.0], W)


def difference(ahead, back):
    return lambda W, c: (quartic_loss(W + ahead, c) - quartic_loss(W - back, c)) / (ahead + back)


COARSE = "it is a difference with a step that is too long; write the formula, or take a shorter step"
OPEN_SLOPES = {
    "loss_itself": ("it is the loss, not its derivative", lambda W, c: quartic_loss(W, c)),
    "linear_term_forgotten": (
        "the term that is linear in W has a slope too, a constant",
        lambda right, c: right - c[3],
    ),
    "linear_term_kept": (
        "the slope of the term that is linear in W is a constant",
        lambda W, right, c: right + c[3] * (W - 1),
    ),
    "powers_kept": ("the power of each term has to go down by one", lambda W, right: W * right),
    "factors_forgotten": ("each power comes down as a factor", lambda W, c: np.polyval(c, W)),
    "integrated": ("it is an integral, not a derivative", lambda W, c: np.polyval(np.polyint([*c, 0.0]), W)),
    **{
        f"coarse_{n}": (COARSE, difference(*steps))
        for n, steps in enumerate(steps for h in (0.1, 0.05, 0.01, 1e-3, 1e-4) for steps in ((h, h), (h, 0), (0, h)))
    },
}


@check(points=0.5, public=True)
def test_quartic_slope_agrees_with_the_central_difference(student, cohort):
    """quartic_derivative agrees with the central difference of the loss at a few weights."""
    W, c = np.array([-2.0, 0.5, 1.25]), cohort.quartic.coefficients
    want = quartic_slope(W, cohort)
    got = [student.quartic_derivative(float(weight)) for weight in W]
    for slope in got:
        assert_shape(slope, (), NAME)
    assert_gradient(got, want, NAME, mistakes=named(OPEN_SLOPES, {"W": W, "right": want, "c": c}))


def quartic_slope(W, cohort):
    """The slope at each element of W by central differences, like W."""
    return numerical_gradient(lambda V: float(np.sum(quartic_loss(V, cohort.quartic.coefficients))), W)


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
    best, stuck = (quartic_loss(float(W), cohort.quartic.coefficients) for W in (student.W_best, student.W_stuck))
    require(
        best < stuck - 1e-6,
        "The loss at W_best is not lower than at W_stuck: try another start, unless the two have changed places.",
        diagnosis="still_stuck",
    )


def slope_of(coefficients):
    """The slope of the loss, as the coefficients of a polynomial."""
    return np.polyder([*coefficients, 0.0])


def without(power, part=1.0):
    """The slope without the term of this power, or a part of it."""

    def wrong(W, right, c):
        return right - part * np.polyval(slope_of([one * (place == 4 - power) for place, one in enumerate(c)]), W)

    return wrong


POWERS = {4: "W⁴", 3: "W³", 2: "W²", 1: "W"}
WRONG_SLOPES = {
    **OPEN_SLOPES,
    "weights_cut_to_whole": ("W is cut to whole numbers first", lambda W, c: np.polyval(slope_of(c), np.trunc(W))),
    "second_derivative": ("it is the slope of the slope", lambda W, c: np.polyval(np.polyder(slope_of(c)), W)),
    "constant_not_appended": (
        "the last coefficient was taken for the constant of the loss: append 0.0 to a copy of them first",
        lambda W, c: np.polyval(np.polyder([*c]), W),
    ),
    **{f"term_{n}_lost": (f"the slope of the {POWERS[n]} term is missing", without(n)) for n in (4, 3, 2)},
    **{f"term_{n}_flipped": (f"the slope of the {POWERS[n]} term has the wrong sign", without(n, 2)) for n in POWERS},
    **{
        f"factor_{n}_lost": (f"the slope of the {POWERS[n]} term lacks the factor {n}", without(n, 1 - 1 / n))
        for n in (4, 3, 2)
    },
    **{
        f"coefficient_{n}_lost": (
            f"the number before {POWERS[n]} is missing in the slope of this term",
            lambda W, right, c, n=n: without(n, 1 - 1 / c[4 - n])(W, right, c),
        )
        for n in (4, 3, 2)
    },
}
OF_ARRAYS = {
    "cut_to_whole": (
        "it is cut to whole numbers, where W holds such: calculate with floats",
        lambda W, right: np.trunc(right) if W.dtype.kind == "i" else right,
    ),
    "between_elements": (
        "it is the slope from one element of the array to the next; each element has a slope of its own",
        lambda W, c: np.gradient(quartic_loss(1.0 * W, c), axis=-1),
    ),
    "of_matrices": (
        "powers are taken of W as a matrix; take them of each element",
        lambda W, c: (
            4 * c[0] * np.linalg.matrix_power(W, 3) + 3 * c[1] * np.linalg.matrix_power(W, 2) + 2 * c[2] * W + c[3]
        ),
    ),
}


def derivative(c, one_by_one):
    """quartic_derivative of an array, or of its elements one by one."""
    each = "lambda f: lambda W: np.array([f(float(one)) for one in W.ravel()]).reshape(W.shape)"
    return Function(
        NAME,
        right=lambda W: np.polyval(slope_of(c), W),
        mistakes={**WRONG_SLOPES, **OF_ARRAYS},
        knows=lambda W: {"c": c},
        through=lambda student: (
            keep(student.function(each))(student.quartic_derivative) if one_by_one else student.quartic_derivative
        ),
        of_largest=1e-5,
        any_shape=True,
    )


@check(points=0.5)
def test_quartic_slope_is_right_at_any_weight(student, cohort, rng):
    """quartic_derivative is right at weights that you have not seen, one by one and as an array, which it leaves."""
    cases = [
        ("other_weights", "for other weights", rng.uniform(-2, 2, size=(2, 4))),
        ("whole_numbers", "for whole numbers", np.array([[-3, -1, 2], [1, 4, -2]])),
        ("other_shape", "for an array with one axis", rng.uniform(-2, 2, size=5)),
        ("square", "for a square array", rng.uniform(-2, 2, size=(3, 3))),
        ("near_zero", "for weights near zero", rng.uniform(0.01, 0.2, size=(2, 2, 2))),
        ("far_out", "for weights far out", rng.uniform(5, 20, size=(1, 3))),
        ("all_kinds", "where zeros, large and small numbers are among the weights", numbers_of_all_kinds(rng, (2, 4))),
    ]
    cases, c = [(slug, when, {"W": W}) for slug, when, W in cases], cohort.quartic.coefficients
    derivative(c, True).holds(student, rng, only=cases, without=("nothing_kept", "unharmed"))
    first, second = rng.normal(size=(2, 2, 6))
    with case("array", "for an array"):
        derivative(c, False).holds(student, rng, only=cases, pair=({"W": first}, {"W": second}))


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
    return min(valleys, key=lambda W: quartic_loss(W, cohort.quartic.coefficients), default=np.nan)


def own_slope(student, rng, cohort):
    """The slope that the student wrote, as a polynomial, where it is wrong in one term, or in a way that has a name.

    Whoever descends with it comes to rest where it is zero. No valleys for any other: it could have been made to fit.
    """
    W, c = rng.uniform(-2, 2, size=12), cohort.quartic.coefficients
    right = slope_of(c)
    try:
        slopes = np.asarray(list(results_of(student.quartic_derivative, W.tolist())), dtype=float)
    except (CheckFailed, TypeError, ValueError, OverflowError):
        return np.zeros(1)
    if slopes.shape != W.shape or not np.isfinite(slopes).all():
        return np.zeros(1)
    found = np.polyfit(W, slopes, 5)
    wrong = named(WRONG_SLOPES, {"W": W, "right": np.polyval(right, W), "c": c})
    one_term = np.sum(~np.isclose(found, np.pad(right, (2, 0)), rtol=1e-4, atol=1e-6)) <= 1
    is_known = one_term or any(np.allclose(slopes, one(), rtol=1e-5) for _, one in wrong.values())
    return found if is_known and np.allclose(np.polyval(found, W), slopes, rtol=1e-5) else np.zeros(1)


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
    slope = slope_of(cohort.quartic.coefficients)
    valleys, hills = level_places(slope)
    best, right = lowest(valleys, cohort), valley_below(cohort.quartic.start, slope)
    mistakes = {
        "other_valley": ("it is the lowest valley; from the given start small steps do not get there", best),
        "on_a_hill": ("it is the top of the hill between the valleys", hills[0]),
        "loss_not_weight": (
            "it is the loss at the bottom of the valley, not the weight",
            quartic_loss(right, cohort.quartic.coefficients),
        ),
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
    slope = slope_of(cohort.quartic.coefficients)
    valleys, hills = level_places(slope)
    best = lowest(valleys, cohort)
    mistakes = {
        "still_stuck": ("it is the higher valley; another start is needed", max(valleys, key=lambda W: abs(W - best))),
        "on_a_hill": ("it is the top of the hill between the valleys", hills[0]),
        "loss_not_weight": (
            "it is the loss at the lowest point, not the weight",
            quartic_loss(best, cohort.quartic.coefficients),
        ),
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

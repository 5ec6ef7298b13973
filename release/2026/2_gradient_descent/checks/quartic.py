"""Task quartic: descent into a higher valley, where it stays, and into the lowest one, from another start."""

from functools import partial
import numpy as np
from gradekit.assertions import assert_finite, assert_gradient, assert_shape, fail, numerical_gradient, require
from gradekit.checks import Task, check
from gradekit.failures import CheckFailed

TASK = Task("quartic", needs=["update_rule"])

NAME = "quartic_derivative(W)"


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

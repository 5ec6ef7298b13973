"""Task quartic: descent into a higher valley, where it stays, and into the lowest one, from another start.

The slope 0.5 by central differences and 0.5 at any weight; W_stuck 1 and W_best 1, by the loss, or by a slope of one's
own that is wrong in one term or in a way that has a name.
"""

import numpy as np
from gradekit import CheckFailed, Task, assert_finite, assert_gradient, assert_shape, check, fail, named, numerical_gradient, require

TASK = Task("quartic", needs=["update_rule"])

NAME = "quartic_derivative(W)"


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

"""Task quartic: descent into a higher valley, where it stays, and into the lowest one, from another start."""

import numpy as np
from decoding.checks import Task, assert_finite, assert_gradient, assert_shape, check, numerical_gradient, require

TASK = Task("quartic", needs=["update_rule"])


def quartic_loss(W, cohort):
    return np.polyval([*cohort.quartic.coefficients, 0.0], W)


def quartic_slope(W, cohort):
    """The slope at each element of W by central differences, like W."""
    return numerical_gradient(lambda V: float(np.sum(quartic_loss(V, cohort))), W)


def wrong_quartic_slopes(W, slope, cohort):
    return {
        "loss_itself": ("it is the loss, not its derivative", quartic_loss(W, cohort)),
        "linear_term_forgotten": (
            "the term that is linear in W has a slope too, a constant",
            slope - cohort.quartic.coefficients[-1],
        ),
        "powers_kept": ("the power of each term has to go down by one", W * slope),
        "factors_forgotten": ("each power comes down as a factor", quartic_loss(W, cohort) / W),
    }


@check(points=0.5, public=True)
def test_quartic_slope_agrees_with_the_central_difference(student, cohort):
    """quartic_derivative agrees with the central difference of the loss at a few weights."""
    W = np.array([-2.0, 0.5, 1.25])
    want = quartic_slope(W, cohort)
    got = [student.quartic_derivative(float(weight)) for weight in W]
    for slope in got:
        assert_shape(slope, (), "quartic_derivative(W)")
    assert_gradient(got, want, "quartic_derivative(W)", mistakes=wrong_quartic_slopes(W, want, cohort))


@check(points=0, public=True)
def test_stuck_and_best_are_level_and_apart(student, cohort):
    """W_stuck and W_best are single numbers at which the curve is level, and the loss at W_best is the lower one."""
    for name, weight in (("W_stuck", student.W_stuck), ("W_best", student.W_best)):
        assert_shape(weight, (), name)
        assert_finite(weight, name)
        slope = float(quartic_slope(float(weight), cohort))
        require(
            abs(slope) < 0.1,
            f"The curve is not level at {name}: the descent has not come to rest there.",
            f"its slope there is {slope:.3g}",
            diagnosis="not_at_rest",
        )
    require(
        quartic_loss(float(student.W_best), cohort) < quartic_loss(float(student.W_stuck), cohort) - 1e-6,
        "The loss at W_best is not lower than at W_stuck: try another start.",
        diagnosis="still_stuck",
    )

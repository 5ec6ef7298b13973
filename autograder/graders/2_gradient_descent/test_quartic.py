"""Task quartic: descent into a higher valley, where it stays, and into the lowest one, from another start."""

import numpy as np

from decoding.checks import (
    Task,
    assert_close,
    assert_finite,
    assert_gradient,
    assert_shape,
    check,
    numerical_gradient,
    require,
)

TASK = Task("quartic", needs=["update_rule"])
NEAR = 5e-3  # how far a weight may be from the bottom of its valley


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


@check(points=0.5)
def test_quartic_slope_is_right_at_any_weight(student, cohort, rng):
    """quartic_derivative is right at weights that you have not seen, one by one and as an array."""
    W = rng.uniform(-2, 2, size=(2, 4))
    want = quartic_slope(W, cohort)
    mistakes = wrong_quartic_slopes(W, want, cohort)
    one_by_one = [[student.quartic_derivative(float(weight)) for weight in row] for row in W]
    for got in (one_by_one, student.quartic_derivative(W)):
        assert_close(got, want, "quartic_derivative(W)", rtol=1e-5, atol=1e-5, mistakes=mistakes)


def level_places(cohort):
    """Valleys and hills of the loss: two lists of weights, in order."""
    slope = np.polyder([*cohort.quartic.coefficients, 0.0])
    places = sorted(float(root.real) for root in np.roots(slope) if abs(root.imag) < 1e-9)
    valleys = [place for place in places if np.polyval(np.polyder(slope), place) > 0]
    return valleys, [place for place in places if place not in valleys]


def valley_below(start, cohort):
    """The valley that small steps from `start` lead to."""
    valleys, _ = level_places(cohort)
    if np.polyval(np.polyder([*cohort.quartic.coefficients, 0.0]), start) < 0:
        return min(valley for valley in valleys if valley >= start)
    return max(valley for valley in valleys if valley <= start)


@check(points=1)
def test_stuck_is_the_valley_below_the_start(student, cohort):
    """W_stuck is where small steps from the given start come to rest."""
    _, hills = level_places(cohort)
    best = min(level_places(cohort)[0], key=lambda W: quartic_loss(W, cohort))
    mistakes = {
        "other_valley": ("it is the lowest valley; from the given start small steps do not get there", best),
        "on_a_hill": ("it is the top of the hill between the valleys", hills[0]),
        "loss_not_weight": (
            "it is the loss at the bottom of the valley, not the weight",
            quartic_loss(valley_below(cohort.quartic.start, cohort), cohort),
        ),
    }
    right = valley_below(cohort.quartic.start, cohort)
    assert_close(student.W_stuck, right, "W_stuck", rtol=0, atol=NEAR, mistakes=mistakes)


@check(points=1)
def test_best_is_the_lowest_valley(student, cohort):
    """W_best is the bottom of the lowest valley of all."""
    valleys, hills = level_places(cohort)
    best = min(valleys, key=lambda W: quartic_loss(W, cohort))
    mistakes = {
        "still_stuck": ("it is the higher valley; another start is needed", max(valleys, key=lambda W: abs(W - best))),
        "on_a_hill": ("it is the top of the hill between the valleys", hills[0]),
        "loss_not_weight": ("it is the loss at the lowest point, not the weight", quartic_loss(best, cohort)),
    }
    assert_close(student.W_best, best, "W_best", rtol=0, atol=NEAR, mistakes=mistakes)

"""Task large_steps: a learning rate that overshoots, and the largest one that does not blow up, 1/a for L = a W²."""

import numpy as np

from gradekit.assertions import assert_close, assert_finite, assert_shape, require
from gradekit.cases import case
from gradekit.checks import Task, check
from gradekit.failures import CheckFailed
from gradekit.proxy import results_of

TASK = Task("large_steps", needs=["derivative", "update_rule"])
TWO_DECIMALS = 0.0051


@check(points=0, public=True)
def test_large_steps_jump_across_the_valley(student, cohort):
    """path_large_eta starts where the first path did and jumps across the minimum; eta_limit is one number."""
    path, here = student.path_large_eta, cohort.descent
    want = here.start * (1 - 2 * here.coefficient * here.large_eta) ** np.arange(here.n_steps + 1)
    start_missing = "path_large_eta has one number too few: it begins with the start, and one weight follows per step."
    require(np.shape(path) != (here.n_steps,), start_missing, diagnosis="start_missing")
    assert_shape(path, (here.n_steps + 1,), "path_large_eta")
    require(
        np.isfinite(np.asarray(path, dtype=float)).all(),
        "path_large_eta runs away to infinity: is the slope that of the valley, L = a W², and η the one asked for?",
        diagnosis="not_finite",
    )
    require(
        not np.allclose(path, np.abs(want), rtol=1e-5) and not np.allclose(path, -np.abs(want), rtol=1e-5),
        "path_large_eta stays on one side, but with the large learning rate the weight changes sides with every step:"
        " was another rate taken, or are these distances from the bottom?",
        diagnosis="no_crossing",
    )
    require(
        path[0] * path[1] < 0,
        "The first step does not cross the minimum: is the learning rate the large one, and are these weights?",
        diagnosis="no_crossing",
    )
    mistakes = {
        "wrong_start": ("this path starts on the other side", here.other_start),
        "changes_only": ("these are the changes of the weight, or slopes; the weights are wanted", np.diff(want)[0]),
        "slopes_only": ("these are slopes; the weights are wanted", 2 * here.coefficient * here.start),
        "losses_not_weights": ("these are losses; the weights are wanted", here.coefficient * here.start**2),
    }
    assert_close(path[0], here.start, "The first entry of path_large_eta", mistakes=mistakes)
    assert_shape(student.eta_limit, (), "eta_limit")
    assert_finite(student.eta_limit, "eta_limit")


@check(points=0.5)
def test_large_steps_path(student, cohort):
    """Every weight of the overshooting path is right."""
    here = cohort.descent
    steps = np.arange(here.n_steps + 1)

    def path(start, eta):
        return start * (1 - 2 * here.coefficient * eta) ** steps

    want = path(here.start, here.large_eta)
    mistakes = {
        "small_eta": ("it was made with the learning rate of the first path", path(here.start, here.eta)),
        "wrong_start": ("this path starts on the other side", path(here.other_start, here.large_eta)),
        "signs_lost": ("the signs are lost: the weight changes sides with every step", np.abs(want)),
        "losses_not_weights": ("these are losses; the weights are wanted", here.coefficient * want**2),
        "half_slope": ("the steps are half as long as they should be", path(here.start, here.large_eta / 2)),
        "at_the_limit": ("it was made with the limit itself", path(here.start, 1 / here.coefficient)),
        "backwards": ("it runs backwards", want[::-1]),
    }
    with case("wrong_steps", "where every step should multiply the weight by 1 − 2aη"):
        assert_close(student.path_large_eta, want, "path_large_eta", rtol=1e-5, mistakes=mistakes)


def limit_of_own_slope(student, rng, a):
    """The largest rate for the slope that the student wrote, where it is one that people write for 2 a W.

    Whoever tries with it finds that rate. Not a number for any other slope: it could have been made to fit a guess.
    """
    weights = rng.uniform(0.5, 2, size=3)
    try:
        slopes = np.asarray(list(results_of(student.derivative_of_loss, weights.tolist())), dtype=float)
    except (CheckFailed, TypeError, ValueError, OverflowError):
        return np.nan
    ratio = np.mean(slopes / weights) if slopes.shape == weights.shape else 0
    is_usual = np.isclose(ratio, (a, a / 2, 4 * a, 2 * a**2, a**2, 2, 1), rtol=1e-5).any()
    return 2 / ratio if is_usual and np.allclose(slopes, ratio * weights, rtol=1e-5) else np.nan


@check(points=0.5)
def test_eta_limit(student, cohort, rng):
    """eta_limit is the largest learning rate for which the weight does not run away."""
    limit = 1 / cohort.descent.coefficient
    a_little_less = "a little larger ones do not run away either: at the limit itself the weight hops to and fro"
    runs_away = "with that rate the weight runs away"
    mistakes = {
        "one_step_rate": ("that rate lands on the minimum in one step; larger ones still settle", 0.5 * limit),
        "limit_doubled": ("with that rate the weight runs away: recall the 2 in the derivative", 2 * limit),
        "tried_rate": ("that is the rate of the path; larger ones still settle", cohort.descent.large_eta),
        "small_rate": ("that is the rate of the first path; far larger ones still settle", cohort.descent.eta),
        "last_that_settles": (a_little_less, np.floor(100 * limit - 1e-6) / 100),
        "first_that_runs_away": (runs_away, round(limit + 0.0101, 2)),
        "of_the_example": ("that is the limit of the worked example", 0.2),
    }
    eta_limit = student.eta_limit
    assert_shape(eta_limit, (), "eta_limit")
    assert_finite(eta_limit, "eta_limit")
    if abs(eta_limit - limit_of_own_slope(student, rng, cohort.descent.coefficient)) <= TWO_DECIMALS:
        return
    if not any(abs(eta_limit - wrong) <= TWO_DECIMALS for _, wrong in mistakes.values()):
        too_small = "eta_limit is too small: there are larger rates with which the weight does not run away."
        require(eta_limit > limit - TWO_DECIMALS, too_small, diagnosis="too_small")
        too_large = "eta_limit is too large: with that rate the weight runs away."
        require(eta_limit < limit + TWO_DECIMALS, too_large, diagnosis="too_large")
    assert_close(eta_limit, limit, "eta_limit", rtol=0, atol=TWO_DECIMALS, mistakes=mistakes)

"""Task best_decoder: a decoder of spikes that is better than the linear one, and does not look into the future.

Below the linear decoder with a bias 2, below three quarters of its error 1, below Bayes' rule with known fields 1.
Every check draws another walk: the rat's, turned or mirrored, with other spikes. A look into the future, or another
result for the same data, costs the point of each check.
"""

import numpy as np

from gradekit import Task, assert_finite, assert_shape, check, require

TASK = Task("best_decoder")
NAME = "decode(X_train, Y_train, X_test)"
SECONDS = 20
"""For one call: twice what the text promises, as machines differ."""
CUT = 40
"""How many moments before the future is exchanged are looked at."""
ENOUGH = 0.99
"""How much of a bound is below it, so that rounding decides nothing."""
SAME = 1e-3
"""Within which results are the same, m."""

FUTURE = (
    "The place at a moment changes when later spikes change: decode each moment from its own spikes and earlier ones."
)
CHANCE = "For the same data it gives another result when it is called again: set a seed where numbers are drawn."


def drawn_walk(session, cohort, rng):
    """The rat's walk, turned or mirrored, with cells at the same centres and spikes of its own."""
    Y = session.Y
    if rng.random() < 0.5:
        Y = Y[::-1]
    signs = rng.integers(2, size=(2, 1))
    if not signs.any() and np.array_equal(Y, session.Y):
        signs = np.array([[1], [0]])
    Y = np.where(signs == 1, 1 - Y, Y)
    peak = cohort.spikes.peak * cohort.session.dt
    rates = expected_counts(session.centres, Y, cohort.spikes.width, peak)
    n = session.n_train
    X = rng.poisson(rates).astype(float)
    return X[:, :n], Y[:, :n], X[:, n:], Y[:, n:]


def expected_counts(centres, places, width, peak):
    """What Gaussian fields make a cell fire, (n_cells, N)."""
    squared = np.sum((centres[:, :, None] - places[None]) ** 2, axis=1)
    return peak * np.exp(-squared / (2 * width**2))


def distance(Y_pred, Y_true):
    """The mean error, m."""
    return float(np.linalg.norm(Y_pred - Y_true, axis=0).mean())


def linear_error(X_train, Y_train, X_test, Y_test):
    """The error of chapter 1's best weights with a bias."""
    ones = [np.vstack([np.ones((1, X.shape[1])), X]) for X in (X_train, X_test)]
    return distance(Y_train @ np.linalg.pinv(ones[0]) @ ones[1], Y_test)


def bayes_error(session, cohort, X, Y):
    """The error of Bayes' rule with known fields, of single moments."""
    middles = (np.arange(50) + 0.5) / 50
    places = np.array(np.meshgrid(middles, middles)).reshape(2, -1)
    expected = expected_counts(session.centres, places, cohort.spikes.width, cohort.spikes.peak * cohort.session.dt)
    logs = X.T @ np.log(expected) - expected.sum(axis=0)
    likely = np.exp(logs - logs.max(axis=1, keepdims=True))
    return distance(places @ (likely / likely.sum(axis=1, keepdims=True)).T, Y)


def decoded(student, X_train, Y_train, X_test):
    """What the student's decoder gives, (2, N)."""
    guess = student.decode(X_train, Y_train, X_test)
    assert_shape(guess, (2, X_test.shape[1]), NAME)
    assert_finite(guess, NAME)
    return np.asarray(guess, dtype=float)


def fair_error(student, rng, walk):
    """The error on a walk of a decoder that keeps the rules; a failure of one that does not."""
    X_train, Y_train, X_test, Y_test = walk
    guess = decoded(student, X_train, Y_train, X_test)
    cut = X_test.shape[1] // 2
    other = X_test.copy()
    other[:, cut:] = rng.poisson(2.0, size=other[:, cut:].shape)
    again = decoded(student, X_train, Y_train, other)
    moved = np.abs(again - guess).max(axis=0)[:cut]
    if moved.max() > SAME:
        same = decoded(student, X_train, Y_train, X_test)
        require(np.abs(same - guess).max() <= SAME, CHANCE, diagnosis="other_result")
        require(False, FUTURE, diagnosis="looks_ahead")
    return distance(guess, Y_test)


def require_below(error, bound, whose):
    text = f"On another walk it misses by {100 * error:.1f} cm on average. {100 * bound:.1f} cm is {whose}."
    require(error < ENOUGH * bound, text, diagnosis="too_large")


@check(points=0, public=True, seconds=SECONDS)
def test_form(student, sessions):
    """It gives one place for each moment. How good they are is looked at when it is graded."""
    session = sessions("spikes")
    few = session.X_test[:, :50]
    guess = student.decode(session.X_train[:, :1000], session.Y_train[:, :1000], few)
    assert_shape(guess, (2, 50), NAME)
    assert_finite(guess, NAME)


@check(points=2, seconds=SECONDS)
def test_better_than_linear(student, sessions, cohort, rng):
    """On another walk it errs by less than the linear decoder with a bias, and keeps the rules."""
    walk = drawn_walk(sessions("spikes"), cohort, rng)
    require_below(fair_error(student, rng, walk), linear_error(*walk), "what the linear decoder misses by")


@check(points=1, seconds=SECONDS)
def test_three_quarters_of_it(student, sessions, cohort, rng):
    """On another walk it errs by less than three quarters of what the linear decoder does, and keeps the rules."""
    walk = drawn_walk(sessions("spikes"), cohort, rng)
    require_below(
        fair_error(student, rng, walk), 0.75 * linear_error(*walk), "three quarters of the linear decoder are missed"
    )


@check(points=1, seconds=SECONDS)
def test_below_the_floor(student, sessions, cohort, rng):
    """On another walk it errs by less than Bayes' rule with known fields and single moments, and keeps the rules."""
    session = sessions("spikes")
    walk = drawn_walk(session, cohort, rng)
    require_below(
        fair_error(student, rng, walk), bayes_error(session, cohort, walk[2], walk[3]), "Bayes' rule with known fields"
    )

"""Task best_decoder: a decoder of spikes that uses them, does not look into the future, and errs little.

Below 9 cm 2 points, below 7.5 cm 1, below 5.5 cm 1, all on one walk that no student has, with the rat's place cells and
spikes of their own. Every call runs in a process of its own, so nothing is remembered.
"""

import numpy as np

from gradekit import Task, assert_finite, assert_shape, check, require
from gradekit.failures import CheckFailed

TASK = Task("best_decoder")
NAME = "decode(X_train, Y_train, X_test)"
SECONDS = 10
"""For one call, as the text promises."""
WALK = 90
"""Seed of the walk: of 120 that were tried, the one on which simple decoders err as they do on the rat's. Always the
mean place 32.5 cm, linear with a bias 12.6, a window of ten bins 6.8, Bayes' rule for one moment 7.3."""
STEP = 0.0095
"""Standard deviation of a coordinate of one step, m: as fast as the rat."""
PERSISTENCE = 0.9
"""How much of a step is left in the next one."""
SAME = 1e-3
"""Within which results are the same, m."""
IGNORED = 0.9
"""On spikes of other moments a decoder errs by more than this share of the mean place's error, or does not use them."""

FUTURE = (
    "The place at a moment changes when later spikes are taken away: decode each moment from its own spikes and "
    "earlier ones."
)
CHANCE = "For the same data it gives another result when it is called again: set a seed where numbers are drawn."
IGNORES = "With the spikes of other moments it finds the same places: decode the spikes in X_test, and nothing else."


def walk(n):
    """A walk through the box that no student has, (2, n), m: steps that persist, and walls that turn them round."""
    rng = np.random.default_rng(WALK)
    place, step, places = rng.random(2), np.zeros(2), np.empty((2, n))
    for column in range(n):
        step = PERSISTENCE * step + STEP * np.sqrt(1 - PERSISTENCE**2) * rng.normal(size=2)
        place = place + step
        outside = (place < 0) | (place > 1)
        step[outside] *= -1
        place = np.where(place < 0, -place, np.where(place > 1, 2 - place, place))
        places[:, column] = place
    return places


def drawn_spikes(session, cohort, rng):
    """Training and test data on the walk: as many cells and moments as in the session, spikes of their own."""
    Y = walk(session.Y.shape[1])
    squared = np.sum((session.centres[:, :, None] - Y[None]) ** 2, axis=1)
    X = rng.poisson(cohort.spikes.peak * cohort.session.dt * np.exp(-squared / (2 * cohort.spikes.width**2)))
    n = session.n_train
    return X[:, :n].astype(float), Y[:, :n], X[:, n:].astype(float), Y[:, n:]


def distance(Y_pred, Y_true):
    """The mean error, m."""
    return float(np.linalg.norm(Y_pred - Y_true, axis=0).mean())


def decoded(student, X_train, Y_train, X_test):
    """What the student's decoder gives, (2, N)."""
    guess = student.decode(X_train, Y_train, X_test)
    assert_shape(guess, (2, X_test.shape[1]), NAME)
    assert_finite(guess, NAME)
    return np.asarray(guess, dtype=float)


def fair_error(student, anew, X_train, Y_train, X_test, Y_test, cut):
    """The error of a decoder that keeps the rules, m; a failure of one that does not."""
    guess = decoded(student, X_train, Y_train, X_test)
    earlier = decoded(anew(), X_train, Y_train, X_test[:, :cut])
    if np.abs(earlier - guess[:, :cut]).max() > SAME:
        again = decoded(anew(), X_train, Y_train, X_test)
        require(np.abs(again - guess).max() <= SAME, CHANCE, diagnosis="other_result")
        require(False, FUTURE, diagnosis="looks_ahead")
    other = decoded(anew(), X_train, Y_train, X_test[:, ::-1])
    mean_place = distance(Y_train.mean(axis=1, keepdims=True), Y_test)
    require(distance(other, Y_test) > IGNORED * mean_place, IGNORES, diagnosis="ignores_spikes")
    return distance(guess, Y_test)


def require_below(centimetres, student, anew, kept, sessions, cohort, rng):
    """Measure once for all checks; what fails once fails in each."""
    if not kept:
        data = drawn_spikes(sessions("spikes"), cohort, rng)
        n = data[2].shape[1]
        try:
            kept["error"] = fair_error(student, anew, *data, cut=int(rng.integers(n // 3, 2 * n // 3)))
        except CheckFailed as failure:
            kept["failure"] = failure
    if "failure" in kept:
        raise kept["failure"]
    found = 100 * kept["error"]
    text = f"On a walk that you do not have, the mean error is {found:.1f} cm. It has to be below {centimetres} cm."
    require(found < centimetres, text, diagnosis="too_large")


@check(points=0, public=True, seconds=SECONDS)
def test_form(student, sessions):
    """It gives one place for each moment. How good they are is looked at when it is graded."""
    session = sessions("spikes")
    few = session.X_test[:, :50]
    guess = student.decode(session.X_train[:, :1000], session.Y_train[:, :1000], few)
    assert_shape(guess, (2, 50), NAME)
    assert_finite(guess, NAME)


@check(points=2, seconds=SECONDS)
def test_below_9(student, anew, kept, sessions, cohort, rng):
    """On a walk that you do not have, its mean error is below 9 cm, and it keeps the rules."""
    require_below(9, student, anew, kept, sessions, cohort, rng)


@check(points=1, seconds=SECONDS)
def test_below_7_5(student, anew, kept, sessions, cohort, rng):
    """On a walk that you do not have, its mean error is below 7.5 cm, and it keeps the rules."""
    require_below(7.5, student, anew, kept, sessions, cohort, rng)


@check(points=1, seconds=SECONDS)
def test_below_5_5(student, anew, kept, sessions, cohort, rng):
    """On a walk that you do not have, its mean error is below 5.5 cm, and it keeps the rules."""
    require_below(5.5, student, anew, kept, sessions, cohort, rng)

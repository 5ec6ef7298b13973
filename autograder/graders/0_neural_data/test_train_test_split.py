"""Task train_test_split: split(X, Y, t, train_until), columns with t ≤ train_until train, the rest test.

The example 0.25; the moment exactly at the limit 0.5; other sessions 0.75; limits outside the recording 0.5. What
becomes of that moment costs its own check alone. That parts come in another order, or one of them is cut from the wrong
array or not at all, costs the example and the other sessions: half.
"""

import numpy as np

from gradekit import CheckFailed, Function, Judge, Task, check, named, parts_of

TASK = Task("train_test_split")
NAMES = ("X_train", "Y_train", "X_test", "Y_test")
ORDER = "the four arrays come in another order than X_train, Y_train, X_test, Y_test"
EVEN = "it counts columns as if moments were evenly spaced; compare the times t themselves"
HAIR = "where train_until is a hair before a moment: compare without a tolerance, in the precision that is given"
NEITHER, BOTH = "one moment is in neither part", "one moment is in both parts"


def cut(X, Y, training, testing):
    return [X[:, training], Y[:, training], X[:, testing], Y[:, testing]]


def ends(training, testing):
    """Parts that begin or end a moment from where they should: slices, from the number of moments for training."""

    def wrong(right):
        X, Y, n = np.hstack(right[::2]), np.hstack(right[1::2]), right[0].shape[1]
        return cut(X, Y, slice(*training(n)), slice(*testing(n)))

    return wrong


def whole(right):
    return np.hstack(right[1::2])


PARTS = {
    "wrong_order": (ORDER, lambda right: [right[k] for k in (0, 2, 1, 3)]),
    "y_first": (ORDER, lambda right: [right[k] for k in (1, 0, 3, 2)]),
    "swapped": ("training and testing are swapped", lambda right: [right[k] for k in (2, 3, 0, 1)]),
    "transposed": ("the parts are transposed", lambda right: [one.T for one in right]),
    "y_test_of_training": ("Y_test has the moments of training", lambda right: [right[k] for k in (0, 1, 2, 1)]),
    "y_train_of_testing": ("Y_train has the moments of testing", lambda right: [right[k] for k in (0, 3, 2, 3)]),
    "x_for_y": ("Y_train and Y_test are cut from X; cut them from Y", lambda right: [right[k] for k in (0, 0, 2, 2)]),
    "x_for_y_train": ("Y_train is cut from X; cut it from Y", lambda right: [right[k] for k in (0, 0, 2, 3)]),
    "x_for_y_test": ("Y_test is cut from X; cut it from Y", lambda right: [right[k] for k in (0, 1, 2, 2)]),
    "y_not_cut": ("Y has to be cut as well as X", lambda right: [right[0], whole(right), right[2], whole(right)]),
    "y_train_not_cut": ("Y_train has all moments of Y", lambda right: [right[0], whole(right), *right[2:]]),
    "y_test_not_cut": ("Y_test has all moments of Y", lambda right: [*right[:3], whole(right)]),
}
ENDS = {
    "one_too_few": (
        "the training part ends a moment too early",
        ends(lambda n: (n - 1,), lambda n: (n - 1, None)),
    ),
    "one_too_many": ("the training part ends a moment too late", ends(lambda n: (n + 1,), lambda n: (n + 1, None))),
    "first_later_lost": (NEITHER, ends(lambda n: (n,), lambda n: (n + 1, None))),
    "last_earlier_lost": (NEITHER, ends(lambda n: (max(n - 1, 0),), lambda n: (n, None))),
    "first_later_twice": (BOTH, ends(lambda n: (n + 1,), lambda n: (n, None))),
    "last_earlier_twice": (BOTH, ends(lambda n: (n,), lambda n: (max(n - 1, 0), None))),
    "first_lost": ("the first moment is in neither part", ends(lambda n: (1, n), lambda n: (n, None))),
    "last_lost": ("the last moment is in neither part", ends(lambda n: (n,), lambda n: (n, -1))),
    "rows_cut": (
        "it cuts between rows, that is between cells; cut between columns",
        lambda right: [
            part
            for half in (slice(right[0].shape[1]), slice(right[0].shape[1], None))
            for part in (np.hstack(right[::2])[half], np.hstack(right[1::2])[half])
        ],
    ),
}


@check(points=0.25, public=True)
def test_small_example(student):
    """Of five moments the first three are for training when the limit lies between the third and the fourth."""
    X, Y = np.arange(15.0).reshape(3, 5), np.arange(10.0).reshape(2, 5) / 10
    got = student.split(X, Y, np.array([0.5, 1.0, 1.5, 2.0, 2.5]), 1.9)
    Judge("split", {**ENDS, **PARTS}).hold(parts_of("split", got, cut(X, Y, slice(0, 3), slice(3, 5)), NAMES))


def where(training, testing=None):
    """Parts by masks, made of t and the limit."""

    def wrong(X, Y, t, train_until, known):
        masks = training(t, train_until, known), (testing or training)(t, train_until, known)
        return cut(X, Y, masks[0], masks[1] if testing else ~masks[1])

    return wrong


def first(count):
    """The first columns, so many, for training."""
    return where(lambda t, limit, known: np.arange(t.size) < count(t, limit, known))


AT_THE_LIMIT = {
    "boundary_to_test": (
        "the moment that is exactly train_until belongs to the training part",
        where(lambda t, limit, _: t < limit),
    ),
    "overlap": (BOTH, where(lambda t, limit, _: t <= limit, lambda t, limit, _: t >= limit)),
    "sample_lost": (NEITHER, where(lambda t, limit, _: t < limit, lambda t, limit, _: t > limit)),
}
LIMITS = {
    "sign_of_t_lost": (
        "the sign of t is lost: a time may be below zero",
        where(lambda t, limit, _: np.abs(t) <= limit),
    ),
    "sign_of_limit_lost": (
        "the sign of train_until is lost: it may be below zero",
        where(lambda t, limit, _: t <= abs(limit)),
    ),
    "minutes_for_seconds": ("train_until is in seconds, as t is", where(lambda t, limit, _: t <= limit / 60)),
    "tolerance": (
        "a moment a little later than train_until is in the training part; compare without a tolerance",
        where(lambda t, limit, _: t <= limit + 0.01 * np.diff(t).mean()),
    ),
    "nearest": (
        "it cuts at the moment nearest to train_until, which may be a later one",
        first(lambda t, limit, _: np.abs(t - limit).argmin() + 1),
    ),
    "fixed_fraction": (
        "it takes a fixed fraction of the columns or a fixed spacing; compare the times t with train_until",
        first(lambda t, _, known: int(known.train_minutes / known.minutes * t.size)),
    ),
    "index_from_dt": (EVEN, first(lambda t, limit, _: round(limit / (t[1] - t[0])))),
    "index_from_first_step": (EVEN, first(lambda t, limit, _: (limit - t[0]) // (t[1] - t[0]) + 1)),
    "evenly_spaced": (EVEN, first(lambda t, limit, _: round((limit - t[0]) / np.diff(t).mean()) + 1)),
    "fixed_time": (
        "it cuts where this session is cut; use the argument train_until",
        where(lambda t, _, known: t <= 60 * known.train_minutes),
    ),
    "whole_seconds": (
        "times are cut to whole seconds; compare them as they are",
        where(lambda t, limit, _: np.floor(t) <= np.floor(limit)),
    ),
    "late_seconds": (
        "a moment that is later by less than a second is in the training part",
        where(lambda t, limit, _: np.floor(t) <= limit),
    ),
    "outside_reversed": (
        "where train_until lies outside the recording the part without columns is the wrong one",
        where(lambda t, limit, _: (t <= limit) ^ (limit < t[0]) ^ (limit >= t[-1])),
    ),
    "one_left_over": (
        "where train_until lies outside the recording, one moment is in the part that should have no columns",
        first(lambda t, limit, _: np.clip(np.sum(t <= limit), 1, t.size - 1)),
    ),
}


def of_one(table, axis, places):
    """The same mistakes, made with one of the two arrays alone."""

    def part(wrong):
        return lambda X, Y, t, train_until, known, right: [
            one if k in places else other
            for k, (one, other) in enumerate(
                zip(named_value(wrong, X, Y, t, train_until, known, right), right, strict=True)
            )
        ]

    return {f"{slug}_in_{axis}": (f"in {axis}, {sentence}", part(wrong)) for slug, (sentence, wrong) in table.items()}


def named_value(wrong, X, Y, t, train_until, known, right):
    known = {"X": X, "Y": Y, "t": t, "train_until": train_until, "known": known, "right": right}
    return named({"": ("", wrong)}, known)[""][1]()


for_one = {**AT_THE_LIMIT, **ENDS, "swapped": PARTS["swapped"]}
OF_ONE = of_one(for_one, "X", (0, 2)) | of_one(for_one, "Y", (1, 3))
AT_THE_LIMIT |= {slug: one for slug, one in OF_ONE.items() if slug.rpartition("_in_")[0] in AT_THE_LIMIT}
MISTAKES = {**AT_THE_LIMIT, **PARTS, **ENDS, **LIMITS, **OF_ONE}
split, kept = (
    Function(
        "split(X, Y, t, train_until)",
        right=lambda X, Y, t, train_until: cut(X, Y, t <= train_until, t > train_until),
        mistakes=mistakes,
        parts=NAMES,
    )
    for mistakes in (MISTAKES, {})
)


def session(rng, k, part=0.4, n_cells=3, n=9, begin=20.0, **other):
    """A session of uneven moments, and a limit so far between two of them."""
    t = begin + np.cumsum(rng.uniform(0.1, 2.0, size=n))
    after = np.append(t, t[-1] + 1)[k % n + 1]
    found = {"X": rng.normal(size=(n_cells, n)), "Y": rng.uniform(size=(2, n)), "t": t}
    return {**found, "train_until": float(t[k] + part * (after - t[k])), **other}


def holds(student, rng, cohort, cases, looks_past=(), **laws):
    split.holds(student, rng, only=cases, looks_past=looks_past, known=cohort.session, **laws)


@check(points=0.5)
def test_boundary_of_this_session(student, session, cohort, rng):
    """The moment exactly at the limit is for training, in this session and in others; none is lost or used twice."""
    limit = {"X": session.X[:3], "Y": session.Y, "t": session.t, "train_until": session.train_until}
    others = [("at_the_limit", "where train_until is one of t", at_a_moment(rng, k)) for k in (4, 0, 7)]
    slips = MISTAKES.keys() - AT_THE_LIMIT.keys()
    if split.slip(student, between_moments(rng), slips, known=cohort.session):
        return  # of which the other checks tell
    past = {"looks_past": slips, "without": ("nothing_kept",)}
    holds(student, rng, cohort, [("session", "for the session", limit)], **past)
    try:
        holds(student, rng, cohort, others, **past)
    except CheckFailed as failed:
        if failed.diagnosis in AT_THE_LIMIT:
            raise


def between_moments(rng):
    return session(rng, 3)


def at_a_moment(rng, k):
    return session(rng, k, 0.0)


@check(points=0.75)
def test_other_sessions(student, cohort, rng):
    """The cut follows t and train_until in other sessions too, also where moments are not evenly spaced."""
    uneven = "where moments are not evenly spaced: compare the times t themselves with train_until"
    cases = [("other_data", uneven, session(rng, k)) for k in (2, 5)]
    for n_cells, n in ((4, 9), (70, 9), (1, 30), (9, 9)):
        for part in (0.0, 0.2, 0.8, 1 - 1e-4):
            case = ("tolerance", HAIR) if part > 0.9 else ("uneven_times", uneven)
            cases.append((*case, session(rng, n // 2, part, n_cells, n)))
        late = session(rng, n // 2, 1.0, n_cells, n)
        cases.append(
            ("uneven_times", uneven, late | {"train_until": float(np.nextafter(late["train_until"], -np.inf))})
        )
    below = "where the recording begins at a time below zero"
    cases.append(("below_zero", below, session(rng, 4, begin=-6.0)))
    even = np.arange(9) / 4
    cases.append(("tolerance", HAIR, session(rng, 4, t=even, train_until=np.nextafter(1.0, 0))))
    mixed = "where one of X and Y is of whole numbers and the other is not"
    for name, rows in (("X", 3), ("Y", 2)):
        cases.append(("mixed_kinds", mixed, session(rng, 2, **{name: rng.integers(0, 9, size=(rows, 9))})))
    for limit in (6, 8):
        whole_ones = {"t": np.array([3, 4, 6, 7, 11, 12, 14, 15, 19]), "train_until": limit}
        numbers = {"X": rng.integers(0, 9, size=(3, 9)), "Y": rng.integers(0, 9, size=(2, 9))}
        cases.append(("whole_times", "for times in whole seconds", session(rng, 2, **whole_ones, **numbers)))
    works = {"none_of_t": ("It works where train_until is one of t: it need not be", [("", "", at_a_moment(rng, 4))])}
    one, other = session(rng, 1), session(rng, 5)
    moved = np.where(one["t"] == one["t"][2], (one["t"][1] + one["train_until"]) / 2, one["t"])
    holds(student, rng, cohort, cases, looks_past=AT_THE_LIMIT, pair=(one, other), works=works)
    for second in (other | {"t": one["t"], "train_until": one["train_until"]}, one | {"t": moved}):
        cases = [("other_data", uneven, one), ("kept", "when it has been called with other data before", second)]
        kept.holds(student, rng, only=cases, pair=(one, second))


@check(points=0.5)
def test_limits_outside_the_recording(student, cohort, rng):
    """With a limit before the first moment all is for testing, with one after the last all is for training."""
    when = "where train_until lies outside the recording, so that the arrays of one part have no columns"
    cases = [("outside", when, at_a_moment(rng, 8))]
    for off in (lambda t: t[-1] + 1.5, lambda t: t[0] - 1.5, lambda t: 0.0, lambda t: -t[3]):
        one = session(rng, 3)
        cases.append(("outside", when, one | {"train_until": float(off(one["t"]))}))
    cases.append(("other_data", "for other sessions", session(rng, 3)))
    works = {"raised_outside": ("It works for limits between two moments", [("", "", session(rng, 3))])}
    past = {**AT_THE_LIMIT, **PARTS, **ENDS, **OF_ONE}
    holds(student, rng, cohort, cases, looks_past=past, works=works, without=("nothing_kept",))

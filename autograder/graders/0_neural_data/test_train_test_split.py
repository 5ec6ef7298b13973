"""Task train_test_split: split(X, Y, t, train_until), columns with t ≤ train_until train, the rest test."""

from contextlib import nullcontext, suppress
from functools import partial

import numpy as np

from gradekit.assertions import all_close, assert_close, assert_shape, fail, require
from gradekit.cases import Given, assert_nothing_kept, case, hint_if_raised
from gradekit.checks import Task, check
from gradekit.failures import CheckFailed, StudentRaised
from gradekit.proxy import Notes

TASK = Task("train_test_split")
WHOLE = "whole_times", "for times in whole seconds"
LIMIT_BELOW_ZERO = "the sign of train_until is lost: it may be below zero"
BELOW_ZERO = "below_zero", "where the recording begins at a time below zero"
MIXED = "mixed_kinds", "where one of X and Y is of whole numbers and the other is not"
UNEVEN = "uneven_times", "where moments are not evenly spaced: compare the times t themselves with train_until"
NAMES = ("X_train", "Y_train", "X_test", "Y_test")
ALL, OF_X, OF_Y = (0, 1, 2, 3), (0, 2), (1, 3)
"""Where the parts stand that are cut from both arrays, and from each of them."""
ORDERS = {"wrong_order": (0, 2, 1, 3), "y_first": (1, 0, 3, 2)}
"""Where the right parts stand that people return in another order."""
NONE_OF_T = "Here train_until lies between two moments: it need not be one of t."


def four_arrays(split, X, Y, t, train_until):
    """What the student's split gives, as four arrays."""
    return as_four_arrays(split(X, Y, t, train_until))


def as_four_arrays(parts):
    """The parts as arrays, or a failure where they are not four arrays with two axes."""
    if not isinstance(parts, list) or len(parts) != 4:
        fail("split should return four arrays: X_train, Y_train, X_test, Y_test.", diagnosis="not_four_arrays")
    arrays = [array_of(part) for part in parts]
    for name, array, part in zip(NAMES, arrays, parts, strict=True):
        require(
            part is not None, f"{name} is None; a part without moments has no columns.", diagnosis="none_for_a_part"
        )
        lost = array is not None and array.ndim < 2
        two = array is not None and array.ndim == 2
        message = f"{name} should be an array with two axes, like the one it was cut from"
        message += ", also where a part has one moment, one cell or none: an axis is lost." if lost else "."
        require(two, message, diagnosis="axis_lost" if lost else "no_array")
    return arrays


def array_of(part):
    """An array or nested lists of one length as an array; None for anything else."""
    try:
        return np.asarray(part) if isinstance(part, np.ndarray | list) else None
    except ValueError:
        return None


def cut(X, Y, training, testing):
    return [X[:, training], Y[:, training], X[:, testing], Y[:, testing]]


def right_parts(X, Y, t, train_until):
    return cut(X, Y, t <= train_until, t > train_until)


def same(parts, others):
    pairs = zip(parts, others, strict=True)
    return all(one.shape == two.shape and all_close(one, two, rtol=1e-5, atol=1e-8) for one, two in pairs)


def chosen(parts, places):
    return [parts[place] for place in places]


def require_parts(got, want, mistakes):
    """Fail with the mistake that the parts show; without one, with the first part that is wrong.

    What may have several causes, as where a part is empty, is not put down to one.
    """
    wrong = [pair for pair in (OF_X, OF_Y) if not same(chosen(got, pair), chosen(want, pair))]
    if not wrong:
        return
    places = ALL if len(wrong) == 2 else wrong[0]
    of = {ALL: "", OF_X: " of X", OF_Y: " of Y"}[places]
    named = shown_by(got, want, mistakes() if callable(mistakes) else mistakes, places)
    others = shown_by(got, want, wrong_orders(want), ALL) + shown_by(got, want, wrong_parts(want), places)
    for sentence, slug in named[:1] or (others if len(set(others)) == 1 else []):
        fail(f"The split{of} is not right: {sentence}.", diagnosis=slug)
    for place, (name, array, right) in enumerate(zip(NAMES, got, want, strict=True)):
        if array.shape[0] == right.shape[0] and array.shape[1] != right.shape[1]:
            fail(f"The split is not right: {where_it_cuts(name, array, right, got, want)}.", diagnosis="other_limit")
        assert_shape(array, right.shape, name)
        if not np.allclose(array, right):
            require_columns_of(name, array, right, want[place], want[place - 2])


def shown_by(got, want, mistakes, places):
    """Sentence and slug of the mistakes that give the wrong parts at these places."""
    found, right = chosen(got, places), chosen(want, places)
    wrong = [(sentence, slug, chosen(parts, places)) for slug, (sentence, parts) in mistakes.items()]
    return [(sentence, slug) for sentence, slug, parts in wrong if same(found, parts) and not same(parts, right)]


def require_columns_of(name, array, right, *both_parts):
    """Fail with what is wrong with a part of the right shape; both parts are those of what it is to be cut from."""
    if np.allclose(np.sort(array, axis=1), np.sort(right, axis=1)):
        fail(f"{name} has the right columns in another order.", diagnosis="wrong_columns")
    cut_to_whole = f"{name} is cut to whole numbers, and the array that it is cut from is not of such."
    require(not np.array_equal(array, np.trunc(right)), cut_to_whole, diagnosis="wrong_columns")
    there, whole = (set(map(tuple, np.round(one.T, 5).tolist())) for one in (array, np.hstack(both_parts)))
    others = f"{name} has as many columns as it should, but they are other ones: does chance choose them?"
    require(not there <= whole, others, diagnosis="wrong_columns")
    with case("wrong_columns", "where it should hold the very numbers of the array that it is cut from"):
        assert_close(array, right, name, rtol=1e-5, atol=1e-8)


def wrong_orders(want):
    """The right parts in another order."""
    sentence = "the four arrays come in another order than X_train, Y_train, X_test, Y_test"
    return {slug: (sentence, chosen(want, order)) for slug, order in ORDERS.items()}


def wrong_parts(want):
    """What people return in the place of right parts, wherever these are cut."""
    X_train, Y_train, X_test, Y_test = want
    whole = np.hstack([Y_train, Y_test])
    return {
        "swapped": ("training and testing are swapped", [X_test, Y_test, X_train, Y_train]),
        "transposed": ("the parts are transposed", [part.T for part in want]),
        "y_test_of_training": ("Y_test has the moments of the training part", [X_train, Y_train, X_test, Y_train]),
        "y_train_of_testing": ("Y_train has the moments of the testing part", [X_train, Y_test, X_test, Y_test]),
        "x_for_y": ("Y_train and Y_test are cut from X; cut them from Y", [X_train, X_train, X_test, X_test]),
        "x_for_y_train": ("Y_train is cut from X; cut it from Y", [X_train, X_train, X_test, Y_test]),
        "x_for_y_test": ("Y_test is cut from X; cut it from Y", [X_train, Y_train, X_test, X_test]),
        "y_not_cut": ("Y has to be cut as well as X", [X_train, whole, X_test, whole]),
        "y_train_not_cut": ("Y_train has all moments of Y", [X_train, whole, X_test, Y_test]),
        "y_test_not_cut": ("Y_test has all moments of Y", [X_train, Y_train, X_test, whole]),
        **wrong_ends(np.hstack([X_train, X_test]), whole, X_train.shape[1]),
    }


def wrong_ends(X, Y, n_train):
    """Parts that begin or end a moment from where they should."""
    one_less, one_more = max(n_train - 1, 0), n_train + 1
    neither, both = "one moment is in neither part", "one moment is in both parts"
    ends = {
        "one_too_few": ("the training part ends a moment too early", slice(one_less), slice(one_less, None)),
        "one_too_many": ("the training part ends a moment too late", slice(one_more), slice(one_more, None)),
        "first_later_lost": (neither, slice(n_train), slice(one_more, None)),
        "last_earlier_lost": (neither, slice(one_less), slice(n_train, None)),
        "first_later_twice": (both, slice(one_more), slice(n_train, None)),
        "last_earlier_twice": (both, slice(n_train), slice(one_less, None)),
        "first_lost": ("the first moment is in neither part", slice(1, n_train), slice(n_train, None)),
        "last_lost": ("the last moment is in neither part", slice(n_train), slice(n_train, -1)),
    }
    return {slug: (sentence, cut(X, Y, *parts)) for slug, (sentence, *parts) in ends.items()}


def in_right_order(split):
    """The split, with its parts put in order where the example shows that only this is wrong, as its own check says."""
    example = small_session()
    got, wrong = parts_if_any(split, *example), wrong_orders(right_parts(*example))
    order = next((ORDERS[slug] for slug, (_, parts) in wrong.items() if got and same(got, parts)), None)
    return partial(in_order, split, order) if order else split


def in_order(split, order, *session):
    """What a split gives, put in order where it gives four parts."""
    parts = split(*session)
    return chosen(parts, order) if isinstance(parts, list) and len(parts) == 4 else parts


def as_in_the_example(split):
    """The parts to expect of a split that does everywhere what its own check finds wrong in the example, if it does."""
    example = small_session()
    got, want = parts_if_any(split, *example), right_parts(*example)
    shown = {pair: shown_by(got, want, wrong_parts(want), pair) if got else [] for pair in (OF_X, OF_Y)}

    def expected(X, Y, t, train_until):
        parts = right_parts(X, Y, t, train_until)
        wrong = wrong_parts(parts)
        for pair, slips in shown.items():
            for place in pair if slips else ():
                parts[place] = wrong[slips[0][1]][1][place]
        return parts

    return expected if any(shown.values()) else None


def parts_if_any(split, X, Y, t, limit):
    """The four arrays; none where it raises or gives something else, which is for other checks to say."""
    with suppress(CheckFailed, StudentRaised):
        return four_arrays(split, X, Y, t, limit)
    return []


def wrong_at_the_limit(X, Y, t, limit):
    """What people make of a moment that is exactly train_until."""
    return {
        "boundary_to_test": (
            "the moment that is exactly train_until belongs to the training part",
            cut(X, Y, t < limit, t >= limit),
        ),
        "overlap": ("one moment is in both parts", cut(X, Y, t <= limit, t >= limit)),
        "sample_lost": ("one moment is in neither part", cut(X, Y, t < limit, t > limit)),
    }


def is_wrong_at_the_limit_only(got, X, Y, t, limit):
    """Whether only the moment at the limit is in a wrong place, for X or Y, which the check of the boundary says."""
    known = [right_parts(X, Y, t, limit), *(parts for _, parts in wrong_at_the_limit(X, Y, t, limit).values())]
    found = [any(same(chosen(got, pair), chosen(parts, pair)) for parts in known) for pair in (OF_X, OF_Y)]
    return limit in t and all(found) and not same(got, known[0])


def where_it_cuts(name, array, right, got, want):
    """What a part with too many or too few columns says about where the split cuts."""
    more = "more" if array.shape[1] > right.shape[1] else "fewer"
    for axis, (training, testing) in zip("XY", ((0, 2), (1, 3)), strict=True):
        together, all_of_it = (parts[training].shape[1] + parts[testing].shape[1] for parts in (got, want))
        if together != all_of_it:
            many = "more" if together > all_of_it else "fewer"
            return f"its two parts of {axis} have {many} moments together than {axis} has: each belongs in one of them"
    return (
        f"{name} has {more} moments than lie on its side of train_until. The times t themselves are to be compared"
        " with the argument train_until: not a share of the columns, a fixed spacing, whole seconds, or another limit"
    )


def small_session():
    """Five moments of three cells, and a limit between the third and the fourth."""
    t, train_until = np.array([0.5, 1.0, 1.5, 2.0, 2.5]), 1.9
    return np.arange(15.0).reshape(3, 5), np.arange(10.0).reshape(2, 5) / 10, t, train_until


def split_between_moments(split, X, Y, t, train_until):
    """The four arrays; where it raises, and not so for a limit that is one of t: with the hint that it need not be."""
    with suppress(StudentRaised):
        return four_arrays(split, X, Y, t, train_until)
    is_fine_at_a_moment = parts_if_any(split, X, Y, t, float(t[2]))
    with hint_if_raised(NONE_OF_T) if is_fine_at_a_moment else nullcontext():
        return four_arrays(split, X, Y, t, train_until)


@check(points=0.25, public=True)
def test_small_example(student):
    """Of five moments the first three are for training when the limit lies between the third and the fourth."""
    X, Y, t, train_until = small_session()
    got = split_between_moments(student.split, X, Y, t, train_until)
    first, last = slice(0, 3), slice(3, 5)
    want = cut(X, Y, first, last)
    mistakes = {
        "one_too_many": (
            "the fourth moment, 2.0, is later than the limit 1.9 and belongs to the testing part",
            cut(X, Y, slice(4), slice(4, 5)),
        ),
        "one_too_few": (
            "the third moment, 1.5, is earlier than the limit 1.9 and belongs to the training part",
            cut(X, Y, slice(2), slice(2, 5)),
        ),
        "rows_cut": ("it cuts between rows, that is between cells; cut between columns", [X[:3], Y[:3], X[3:], Y[3:]]),
    }
    require_parts(got, want, mistakes)


def wrong_limits(X, Y, t, limit, cohort):
    share = cohort.session.train_minutes / cohort.session.minutes
    by_share, by_dt = int(share * t.size), round(limit / (t[1] - t[0]))
    minutes = 60 * cohort.session.train_minutes
    columns, nearest = np.arange(t.size), np.abs(t - limit).argmin()
    within = 0.01 * np.diff(t).mean()
    in_whole_seconds, in_minutes = np.floor(t) <= np.floor(limit), t <= limit / 60
    by_first = int(np.clip((limit - t[0]) // (t[1] - t[0]) + 1, 0, t.size))
    by_mean = round((limit - t[0]) / np.diff(t).mean()) + 1
    return {
        "sign_of_t_lost": (
            "the sign of t is lost: a time may be below zero",
            cut(X, Y, np.abs(t) <= limit, np.abs(t) > limit),
        ),
        "sign_of_limit_lost": (LIMIT_BELOW_ZERO, cut(X, Y, t <= abs(limit), t > abs(limit))),
        "minutes_for_seconds": ("train_until is in seconds, as t is", cut(X, Y, in_minutes, ~in_minutes)),
        **wrong_at_the_limit(X, Y, t, limit),
        "tolerance": (
            "a moment a little later than train_until is in the training part; compare without a tolerance",
            cut(X, Y, t <= limit + within, t > limit + within),
        ),
        "nearest": (
            "it cuts at the moment nearest to train_until, which may be a later one",
            cut(X, Y, columns <= nearest, columns > nearest),
        ),
        **wrong_ends(X, Y, int(np.sum(t <= limit))),
        "fixed_fraction": (
            "it takes a fixed fraction of the columns or a fixed spacing; compare the times t with train_until",
            cut(X, Y, columns < by_share, columns >= by_share),
        ),
        "index_from_dt": (
            "it counts columns as if moments were evenly spaced; compare the times t themselves",
            cut(X, Y, columns < by_dt, columns >= by_dt),
        ),
        "index_from_first_step": (
            "it counts columns as if moments were evenly spaced; compare the times t themselves",
            cut(X, Y, columns < by_first, columns >= by_first),
        ),
        "fixed_time": (
            "it cuts where this session is cut; use the argument train_until",
            cut(X, Y, t <= minutes, t > minutes),
        ),
        "whole_seconds": (
            "times are cut to whole seconds; compare them as they are",
            cut(X, Y, in_whole_seconds, ~in_whole_seconds),
        ),
        "late_seconds": (
            "a moment that is later by less than a second is in the training part",
            cut(X, Y, np.floor(t) <= limit, np.floor(t) > limit),
        ),
        "evenly_spaced": (
            "it counts columns as if moments were evenly spaced; compare the times t themselves",
            cut(X, Y, columns < by_mean, columns >= by_mean),
        ),
    }


@check(points=0.5)
def test_boundary_of_this_session(student, session, cohort, rng):
    """The moment exactly at the limit is for training, in this session and in others; none is lost or used twice."""
    split = in_right_order(student.split)
    X, Y, t, limit = session.X[:3], session.Y, session.t, session.train_until
    got = four_arrays(split, X, Y, t, limit)
    mistakes = partial(wrong_limits, X, Y, t, limit, cohort)
    require_parts(got, cut(X, Y, t <= limit, t > limit), mistakes)
    for X, Y, t, limit in sessions_and_limits(rng):
        if limit in t:
            require_limit_in_training(split, X, Y, t, limit)
    X, Y, t = rng.normal(size=(3, 9)), rng.uniform(size=(2, 9)), np.cumsum(rng.uniform(0.1, 2.0, size=9))
    require_limit_in_training(split, X, Y, t, float(t[-1]))


def require_limit_in_training(split, X, Y, t, limit):
    """Fail where only the moment at the limit is in a wrong place, and none is for a limit a little later."""
    after = np.append(t, t[-1] + 1)[np.sum(t <= limit)]
    got, later = (parts_if_any(split, X, Y, t, float(one)) for one in (limit, limit + 0.2 * (after - limit)))
    want = right_parts(X, Y, t, limit)
    if got and later and same(later, want) and is_wrong_at_the_limit_only(got, X, Y, t, limit):
        require_parts(got, want, wrong_at_the_limit(X, Y, t, limit))


def sessions_and_limits(rng):
    """Sessions of uneven moments, one from below zero, one in whole numbers; limits at moments and between them."""
    for n_cells, n_moments in [(4, 9), (70, 9), (1, 30), (9, 9)]:
        t = 20 + np.cumsum(rng.uniform(0.1, 2.0, size=n_moments))
        k = n_moments // 2
        early, late = (t[k] + part * (t[k + 1] - t[k]) for part in (0.2, 0.8))
        for limit in (t[k], early, late, t[k + 1] - 1e-4, np.nextafter(t[k + 1], -np.inf)):
            yield rng.normal(size=(n_cells, n_moments)), rng.uniform(size=(2, n_moments)), t, float(limit)
        for limit in (t[0], t[-2]):
            yield rng.normal(size=(n_cells, n_moments)), rng.uniform(size=(2, n_moments)), t, float(limit)
    t = np.cumsum(rng.uniform(0.1, 2.0, size=9)) - 6
    yield rng.normal(size=(3, 9)), rng.uniform(size=(2, 9)), t, float(t[4] + 0.05)
    t = np.arange(8) / 4  # evenly spaced
    yield rng.normal(size=(3, 8)), rng.uniform(size=(2, 8)), t, float(np.nextafter(t[4], -np.inf))
    t = np.cumsum(rng.uniform(0.1, 2.0, size=6))
    yield rng.integers(0, 9, size=(3, 6)), rng.uniform(size=(2, 6)), t, float(t[2] + 0.05)
    yield rng.uniform(size=(3, 6)), rng.integers(0, 9, size=(2, 6)), t, float(t[2] + 0.05)
    t = np.array([3, 4, 6, 7, 11, 12])
    for limit in (6, 8):
        yield rng.integers(0, 9, size=(3, 6)), rng.integers(0, 9, size=(2, 6)), t, limit


@check(points=0.75)
def test_other_sessions(student, cohort, rng):
    """The cut follows t and train_until in other sessions too, also where moments are not evenly spaced."""
    X, Y, t = rng.normal(size=(2, 3, 11)), rng.uniform(size=(2, 2, 11)), np.cumsum(rng.uniform(0.1, 2.0, size=11))
    drawn = X, Y, t, list(sessions_and_limits(rng))
    try:
        require_following(student, cohort, *drawn, right_parts)
    except CheckFailed:
        expected = as_in_the_example(student.split)
        with suppress(CheckFailed):
            if expected:
                return require_following(student, cohort, *drawn, expected)
        raise


def require_following(student, cohort, X, Y, t, others, expected):
    """Fail unless each split gives the parts that are to be expected, call after call."""
    between = (t[1:] + t[:-1]) / 2
    first, second = ([X[i], Y[i], t, float(limit)] for i, limit in enumerate((between[1], between[4])))
    name = "The result of split"
    all_other = [X[1], Y[1], t + first[3] - t[0] - 0.05, second[3]]  # each of four steps there leaves both parts some
    early = t <= first[3]
    kept = {
        "limit_kept": ("it cuts where the call before did, whatever train_until is", cut(*second[:2], early, ~early))
    }
    split_between_moments(student.split, *first)
    found = wrong_limits(*second, cohort)
    slugs = (*wrong_ends(*second[:2], 0), "fixed_fraction", "index_from_dt", "index_from_first_step")
    wrong = {slug: found[slug] for slug in slugs}
    require_parts(four_arrays(student.split, *second), expected(*second), kept | wrong)
    problems = [(Given(student, X=X, Y=Y, t=t), limit) for X, Y, t, limit in others]
    notes, split = Notes(), student.split
    for given, limit in problems:
        given.note(notes, split, given.X, given.Y, given.t, limit)
    found = iter(notes)
    for given, limit in problems:
        X, Y, t = given.was("X"), given.was("Y"), given.was("t")
        is_mixed = X.dtype.kind != Y.dtype.kind
        with case(*(MIXED if is_mixed else WHOLE if t.dtype.kind == "i" else BELOW_ZERO if t[0] < 0 else UNEVEN)):
            got = as_four_arrays(given.noted(found))
            given.require_unharmed("split")
            if not is_wrong_at_the_limit_only(got, X, Y, t, limit):
                require_parts(got, expected(X, Y, t, limit), partial(wrong_limits, X, Y, t, limit, cohort))
    for other in (second, [*second[:2], *first[2:]]):
        assert_nothing_kept(student.split, first, other, name)
    X, Y, t, limit = first
    moved = np.where(t == t[1], (between[1] + t[2]) / 2, t)
    four_arrays(student.split, *first)
    kept = {"limit_kept": ("it cuts where the call before did, whatever t is", cut(X, Y, early, ~early))}
    require_parts(four_arrays(student.split, X, Y, moved, limit), expected(X, Y, moved, limit), kept)
    assert_nothing_kept(student.split, first, all_other, name, expected)  # last: above is told what else is wrong


@check(points=0.5)
def test_limits_outside_the_recording(student, rng):
    """With a limit before the first moment all is for testing, with one after the last all is for training."""
    X, Y, t = rng.normal(size=(3, 6)), rng.uniform(size=(2, 6)), 5 + np.cumsum(rng.uniform(0.1, 2.0, size=6))
    all_of_it, nothing = slice(None), slice(0)
    split = in_right_order(student.split)
    everything, empty = cut(X, Y, all_of_it, nothing), cut(X, Y, nothing, all_of_it)
    for limit, want, where in (
        (t[-1], everything, "at"),
        (t[-1] + 1.5, everything, "after"),
        (t[0] - 1.5, empty, ""),
        (0.0, empty, ""),
        (-t[3], empty, ""),
    ):
        part, end = ("testing", f"{where} the last moment") if where else ("training", "before the first moment")
        no_columns = f"where train_until lies {end}, the {part} arrays have no columns"
        try:
            got = four_arrays(split, X, Y, t, float(limit))
        except StudentRaised as raised:
            if raised.diagnosis != "raised" or not parts_if_any(student.split, *small_session()):
                raise  # it is not the limit that it raises for
            fail(f"{no_columns.capitalize()}. {raised.message}", diagnosis="raised_outside")
        last, first = (cut(X, Y, slice(*one), slice(*other)) for one, other in (((5,), (5, 6)), ((1,), (1, 6))))
        mistakes = {
            "outside_reversed": (f"{no_columns}; in this answer it is the others", empty if where else everything),
            "sign_of_limit_lost": (LIMIT_BELOW_ZERO, cut(X, Y, t <= -limit, t > -limit)),
            "one_left_over": (f"{no_columns}, but one moment is in them", last if where else first),
        }
        if not is_wrong_at_the_limit_only(got, X, Y, t, limit):
            require_parts(got, want, mistakes)

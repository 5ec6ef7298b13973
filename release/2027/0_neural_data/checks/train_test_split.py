"""Task train_test_split: split(X, Y, t, train_until), columns with t ≤ train_until train, the rest test."""

from contextlib import nullcontext, suppress
import numpy as np
from gradekit.assertions import all_close, assert_close, assert_shape, fail, require
from gradekit.cases import case, hint_if_raised
from gradekit.checks import Task, check
from gradekit.failures import CheckFailed, StudentRaised

TASK = Task("train_test_split")

NAMES = ("X_train", "Y_train", "X_test", "Y_test")

ALL, OF_X, OF_Y = (0, 1, 2, 3), (0, 2), (1, 3)

ORDERS = {"wrong_order": (0, 2, 1, 3), "y_first": (1, 0, 3, 2)}

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


def parts_if_any(split, X, Y, t, limit):
    """The four arrays; none where it raises or gives something else, which is for other checks to say."""
    with suppress(CheckFailed, StudentRaised):
        return four_arrays(split, X, Y, t, limit)
    return []


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

"""Task train_test_split: split(X, Y, t, train_until), columns with t ≤ train_until train, the rest test."""

import numpy as np
from gradekit.assertions import all_close, assert_shape, fail, require
from gradekit.cases import hint_if_raised
from gradekit.checks import Task, check

TASK = Task("train_test_split")

NAMES = ("X_train", "Y_train", "X_test", "Y_test")

ALL = (0, 1, 2, 3)

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


def require_parts(got, want, mistakes, looked_at=ALL):
    """Fail with the mistake that the parts show; without one, with the first part that is wrong."""

    def chosen(parts):
        return [parts[place] for place in looked_at]

    if same(chosen(got), chosen(want)):
        return
    for slug, (sentence, parts) in ((mistakes() if callable(mistakes) else mistakes) | wrong_parts(want)).items():
        if same(chosen(got), chosen(parts)) and not same(chosen(parts), chosen(want)):
            fail(f"The split is not right: {sentence}.", diagnosis=slug)
    for name, array, right in zip(chosen(NAMES), chosen(got), chosen(want), strict=True):
        if array.shape[0] == right.shape[0] and array.shape[1] != right.shape[1]:
            fail(f"The split is not right: {where_it_cuts(name, array, right, got, want)}.", diagnosis="other_limit")
        assert_shape(array, right.shape, name)
        if not np.allclose(array, right):
            place = NAMES.index(name)
            fail(f"{name} {what_it_holds(array, right, want[place], want[place - 2])}.", diagnosis="wrong_columns")


def what_it_holds(array, right, *both_parts):
    """What is wrong with a part that has the right shape; beside it, both parts of what it should be cut from."""
    if np.allclose(np.sort(array, axis=1), np.sort(right, axis=1)):
        return "has the right columns in another order"
    if np.array_equal(array, np.trunc(right)):
        return "is cut to whole numbers, and the array that it is cut from is not of such"
    there, whole = (set(map(tuple, np.round(one.T, 5).tolist())) for one in (array, np.hstack(both_parts)))
    if there <= whole:
        return "has as many columns as it should, but they are other ones: does chance choose them?"
    return "holds other numbers than the array that it is to be cut from"


def wrong_parts(want):
    """Right parts in another order, or some of them in the place of others."""
    X_train, Y_train, X_test, Y_test = want
    order = "the four arrays come in another order than X_train, Y_train, X_test, Y_test"
    whole = np.hstack([Y_train, Y_test])
    return {
        "wrong_order": (order, [X_train, X_test, Y_train, Y_test]),
        "y_first": (order, [Y_train, X_train, Y_test, X_test]),
        "swapped": ("training and testing are swapped", [X_test, Y_test, X_train, Y_train]),
        "y_test_of_training": ("Y_test has the moments of the training part", [X_train, Y_train, X_test, Y_train]),
        "y_train_of_testing": ("Y_train has the moments of the testing part", [X_train, Y_test, X_test, Y_test]),
        "x_for_y": ("Y_train and Y_test are cut from X; cut them from Y", [X_train, X_train, X_test, X_test]),
        "x_for_y_train": ("Y_train is cut from X; cut it from Y", [X_train, X_train, X_test, Y_test]),
        "x_for_y_test": ("Y_test is cut from X; cut it from Y", [X_train, Y_train, X_test, X_test]),
        "y_not_cut": ("Y has to be cut as well as X", [X_train, whole, X_test, whole]),
        "y_train_not_cut": ("Y_train has all moments of Y", [X_train, whole, X_test, Y_test]),
        "y_test_not_cut": ("Y_test has all moments of Y", [X_train, Y_train, X_test, whole]),
    }


def where_it_cuts(name, array, right, got, want):
    """What a part with too many or too few columns says about where the split cuts."""
    more = "more" if array.shape[1] > right.shape[1] else "fewer"
    for axis, (training, testing) in zip("XY", ((0, 2), (1, 3)), strict=True):
        together, all_of_it = (parts[training].shape[1] + parts[testing].shape[1] for parts in (got, want))
        if together != all_of_it:
            many = "more" if together > all_of_it else "fewer"
            return f"its two parts of {axis} have {many} moments together than {axis} has: each belongs in one of them"
    return (
        f"{name} has {more} moments than lie on its side of train_until. Compare the times t themselves with the"
        " argument train_until: not a share of the columns, a fixed spacing, whole seconds, or the session's own limit"
    )


@check(points=0.5, public=True)
def test_small_example(student):
    """Of five moments the first three are for training when the limit lies between the third and the fourth."""
    t, train_until = np.array([0.5, 1.0, 1.5, 2.0, 2.5]), 1.9
    X, Y = np.arange(15.0).reshape(3, 5), np.arange(10.0).reshape(2, 5) / 10
    with hint_if_raised(NONE_OF_T):
        got = four_arrays(student.split, X, Y, t, train_until)
    first, last = slice(0, 3), slice(3, 5)
    want = cut(X, Y, first, last)
    mistakes = {
        "fixed_fraction": (
            "the fourth moment, 2.0, is later than the limit 1.9 and belongs to the testing part",
            cut(X, Y, slice(4), slice(4, 5)),
        ),
        "one_too_few": (
            "the third moment, 1.5, is earlier than the limit 1.9 and belongs to the training part",
            cut(X, Y, slice(2), slice(2, 5)),
        ),
        "rows_cut": ("it cuts between rows, that is between cells; cut between columns", [X[:3], Y[:3], X[3:], Y[3:]]),
        "sample_lost": ("one moment is in neither part", cut(X, Y, first, slice(4, 5))),
        "transposed": ("the parts are transposed", [part.T for part in want]),
    }
    require_parts(got, want, mistakes)

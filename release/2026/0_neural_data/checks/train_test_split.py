"""Task train_test_split: split(X, Y, t, train_until), columns with t ≤ train_until train, the rest test.

The example 0.25; the moment exactly at the limit 0.5; other sessions 0.75; limits outside the recording 0.5. What
becomes of that moment costs its own check alone. That parts come in another order, or one of them is cut from the wrong
array or not at all, costs the example and the other sessions: half.
"""

import numpy as np
from gradekit import Judge, Task, check, parts_of

TASK = Task("train_test_split")

NAMES = ("X_train", "Y_train", "X_test", "Y_test")

ORDER = "the four arrays come in another order than X_train, Y_train, X_test, Y_test"

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

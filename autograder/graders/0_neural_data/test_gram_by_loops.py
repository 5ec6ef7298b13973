"""Task gram_by_loops: M_ij = Σ_n X_in X_jn, term by term.

The example 0.5; any number of cells and moments 0.5, where one slip is looked past, as the example tells it.
"""

import numpy as np

from gradekit import Function, Task, array, assert_close, check
from gradekit.causes import SLIPS

TASK = Task("gram_by_loops")

SMALL_X = np.array([[1.0, 0.0, 2.0], [3.0, 1.0, 0.0]])
SMALL_M = np.array([[5.0, 3.0], [3.0, 10.0]])
NAME = "gram_by_loops(X)"
OVER_CELLS = "the sum runs over the cells; it has to run over the moments"
LAST_TERM = "only the last moment is in it: each term has to be added to those before"
FIRST_MOMENT = "the first moment is left out of the sum: indices start at zero"
LAST_MOMENT = "the last moment is left out of the sum: `range(N)` ends with N − 1 by itself"
FIRST_CELL = "the first cell is left out: indices start at zero"
EXCHANGED = "the second factor is X_nj; it has to be X_jn, row j"
PRODUCT_OF_SUMS = "each row is added up before the two are multiplied; multiply moment by moment, then add"
COVARIANCE = "it is a covariance; here no mean is taken off, and nothing is divided by a number of moments"
DIAGONAL = "it is zero off the diagonal, but M has an entry for every pair of cells"


@check(points=0.5, public=True)
def test_small_example(student):
    """For two cells and three moments it gives what one finds by hand."""
    mistakes = {
        "over_cells": (OVER_CELLS, [[10, 3, 2], [3, 1, 0], [2, 0, 4]]),
        "last_term_only": (LAST_TERM, [[4, 0], [0, 0]]),
        "moment_left_out": ("the last moment is left out of the sum, or what follows a zero", [[1, 3], [3, 10]]),
        "first_left_out": (FIRST_MOMENT, [[4, 0], [0, 1]]),
        "first_cell_left_out": (FIRST_CELL, [[0, 0], [0, 10]]),
        "first_of_both_left_out": ("the first cell and the first moment are left out", [[0, 0], [0, 1]]),
        "indices_exchanged": (EXCHANGED, [[1, 0], [6, 1]]),
        "product_of_sums": (PRODUCT_OF_SUMS, [[9, 12], [12, 16]]),
        "covariance": (COVARIANCE, [[1, -0.5], [-0.5, 7 / 3]]),
        "diagonal_only": (DIAGONAL, [[5, 0], [0, 10]]),
        "same_cell_twice": ("row i is multiplied by itself; X_jn has to be the other factor", [[5, 5], [10, 10]]),
        "other_cell_twice": ("row j is multiplied by itself; X_in has to be the other factor", [[5, 10], [5, 10]]),
        "sums_added": ("the two rates are added; they have to be multiplied", [[6, 7], [7, 8]]),
        "centred": ("the mean was taken off, but nothing is centred here", [[2, -1], [-1, 14 / 3]]),
        "diagonal_twice": ("its diagonal is counted twice", [[10, 3], [3, 20]]),
        "running_on": ("the sum is not set back to zero for the next pair", [[5, 8], [11, 21]]),
        "first_row_only": ("only the first row is filled: mind where `return` stands", [[5, 3], [0, 0]]),
        "first_entry_only": (
            "only the first entry is filled: mind where `return` stands, and how far each loop goes",
            [[5, 0], [0, 0]],
        ),
    }
    assert_close(student.gram_by_loops(SMALL_X), SMALL_M, NAME, rtol=1e-5, n=3, mistakes=mistakes)


def in_whole_numbers(X):
    """What remains when every sum is kept in an array of whole numbers."""
    M = np.zeros((len(X), len(X)), dtype=int)
    for column in X.T:
        M = np.trunc(M + np.outer(column, column)).astype(int)
    return M


def of_few(wrong):
    """What would take long for many moments."""
    return lambda X, right: wrong(X) if X.shape[1] < 100 else right


def of_part(moments):
    return lambda X: X[:, moments] @ X[:, moments].T


def without(M, cell):
    """M with zeros for one cell."""
    kept = M.copy()
    kept[cell, :] = kept[:, cell] = 0
    return kept


def stopped(X, at_the_rate=False):
    """What a sum of products gives that ends with the first zero."""
    products = X[:, None, :] * X[None, :, :]
    return np.sum(products * np.cumprod((X[:, None, :] if at_the_rate else products) != 0, axis=-1), axis=-1)


SUMS = {
    "whole_numbers": ("the sums are cut to whole numbers: start from an array of floats", in_whole_numbers),
    "over_cells": (OVER_CELLS, of_few(lambda X: X.T @ X)),
    "remembered": ("it is the result of the call before, for another X", lambda before: before),
    "centred": ("the mean was taken off, but nothing is centred here", lambda X: X.shape[1] * np.cov(X, bias=True)),
    "covariance": (COVARIANCE, lambda X: np.cov(X)),
    "product_of_sums": (PRODUCT_OF_SUMS, lambda X: np.outer(X.sum(axis=1), X.sum(axis=1))),
    "moment_left_out": (LAST_MOMENT, of_part(slice(-1))),
    "first_left_out": (FIRST_MOMENT, of_part(slice(1, None))),
    "last_term_only": (LAST_TERM, of_part(slice(-1, None))),
    "first_cell_left_out": (FIRST_CELL, lambda right: without(right, 0)),
    "last_cell_left_out": ("the last cell is left out", lambda right: without(right, -1)),
    "first_of_both_left_out": (
        "the first cell and the first moment are left out",
        lambda X: without(X[:, 1:] @ X[:, 1:].T, 0),
    ),
    "indices_exchanged": (EXCHANGED, lambda X: X[:, : len(X)] @ X[:, : len(X)]),
    "running_on": (
        "the sum is not set back to zero for the next pair",
        lambda right: np.cumsum(right).reshape(right.shape),
    ),
    "as_many_as_cells": (
        "only as many moments are in it as there are cells: mind how far the loop over the moments goes",
        lambda X: X[:, : len(X)] @ X[:, : len(X)].T,
    ),
    "three_moments": ("only the first three moments are in it; X may have any number", of_part(slice(3))),
    "two_cells": ("it has the first two cells only; X may have any number of cells", lambda right: right[:2, :2]),
    "neighbours_only": ("entries far from the diagonal are left at zero", lambda right: np.triu(np.tril(right, 1), -1)),
    "negatives_left_out": ("negative numbers are left out", lambda X: np.maximum(X, 0) @ np.maximum(X, 0).T),
    "absolute": ("negative numbers have lost their sign", lambda X: np.abs(X) @ np.abs(X).T),
    "stops_at_zero": ("it stops at the first zero", of_few(stopped)),
    "stops_at_zero_rate": ("it stops at the first zero", of_few(lambda X: stopped(X, at_the_rate=True))),
    "example_again": ("it is the result of the example, whatever X is", lambda: SMALL_M),
    "session_again": ("it is made of the X of the notebook; use the argument", lambda notebook: notebook @ notebook.T),
}
gram = Function(
    NAME,
    right=lambda X: X @ X.T,
    mistakes=SUMS,
    words={"K": "cell", "N": "moment"},
    n="N",
    atol=0,
    any_shape=True,
    takes={"X": array("K N")},
)


@check(points=0.5)
def test_other_inputs(student, session, rng):
    """But for one slip it is right for any number of cells and moments, call after call, and leaves X as it was."""
    n_cells, n, draw = session.n_cells, session.t.size, gram.draw
    also = [
        ("few_moments", "for fewer moments than cells", draw(rng, K=4, N=2)),
        ("many_cells", "for as many cells as the session has, not for a few", draw(rng, K=n_cells, N=2)),
        ("many_cells_again", "when it is called again with other data", draw(rng, K=n_cells, N=2)),
        ("many_moments", "for as many moments as the session has, not for a few", draw(rng, K=2, N=n)),
        ("more_cells", "for more cells than the session has, not for fewer", draw(rng, K=n_cells + 2, N=3)),
        ("more_moments", "for more moments than the session has, not for fewer", draw(rng, K=2, N=n + 7)),
    ]
    without = ("more_cells", "more_moments")
    past = {*SLIPS, "over_cells"}
    gram.holds(student, rng, also=also, looks_past=past, sizes={"K": 3, "N": 5}, without=without, notebook=session.X)

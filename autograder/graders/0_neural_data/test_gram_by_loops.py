"""Task gram_by_loops: M_ij = Σ_n X_in X_jn, term by term."""

from functools import partial

import numpy as np

from gradekit.assertions import assert_close
from gradekit.cases import Given, assert_nothing_kept, case, numbers_of_all_kinds
from gradekit.checks import Task, check

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


def wrong_sums(X, before, session):
    """What people calculate in place of X Xᵀ."""
    few, M, square = X.shape[1] < 100, X @ X.T, X[:, : len(X)]
    products = X[:, None, :] * X[None, :, :] if few else np.zeros((1, 1, 1))
    return {
        "whole_numbers": ("the sums are cut to whole numbers: start from an array of floats", in_whole_numbers(X)),
        "over_cells": (OVER_CELLS, X.T @ X if few else None),
        "remembered": ("it is the result of the call before, for another X", before),
        "centred": ("the mean was taken off, but nothing is centred here", X.shape[1] * np.cov(X, bias=True)),
        "covariance": (COVARIANCE, np.cov(X) if X.shape[1] > 1 else None),
        "product_of_sums": (PRODUCT_OF_SUMS, np.outer(X.sum(axis=1), X.sum(axis=1))),
        "moment_left_out": (LAST_MOMENT, X[:, :-1] @ X[:, :-1].T),
        "first_left_out": (FIRST_MOMENT, X[:, 1:] @ X[:, 1:].T),
        "first_cell_left_out": (FIRST_CELL, without(M, 0)),
        "first_of_both_left_out": (
            "the first cell and the first moment are left out",
            without(X[:, 1:] @ X[:, 1:].T, 0),
        ),
        "indices_exchanged": (EXCHANGED, square @ square if square.shape == M.shape else None),
        "last_cell_left_out": ("the last cell is left out", without(M, -1)),
        "running_on": ("the sum is not set back to zero for the next pair", np.cumsum(M).reshape(M.shape)),
        "as_many_as_cells": (
            "only as many moments are in it as there are cells: mind how far the loop over the moments goes",
            X[:, : len(X)] @ X[:, : len(X)].T,
        ),
        "three_moments": ("only the first three moments are in it; X may have any number", X[:, :3] @ X[:, :3].T),
        "two_cells": ("it has the first two cells only; X may have any number of cells", M[:2, :2]),
        "neighbours_only": ("entries far from the diagonal are left at zero", np.triu(np.tril(M, 1), -1)),
        "negatives_left_out": ("negative numbers are left out", np.maximum(X, 0) @ np.maximum(X, 0).T),
        "absolute": ("negative numbers have lost their sign", np.abs(X) @ np.abs(X).T),
        "stops_at_zero": ("it stops at the first zero", stopped(products, products)),
        "stops_at_zero_rate": ("it stops at the first zero", stopped(products, X[:, None, :])),
        "example_again": ("it is the result of the example, whatever X is", SMALL_M),
        "session_again": ("it is made of the X of the notebook; use the argument", session.X @ session.X.T),
    }


def without(M, cell):
    """M with zeros for one cell."""
    kept = M.copy()
    kept[cell, :] = kept[:, cell] = 0
    return kept


def stopped(products, where):
    """What a sum of products gives that ends with the first zero there."""
    return np.sum(products * np.cumprod(where != 0, axis=-1), axis=-1)


def data_sets(rng, session):
    """Few and many cells and moments, then numbers of all kinds; what each is for."""
    n_cells, n = session.n_cells, session.t.size
    for shape, slug, when in (
        ((4, 7), "other_data", "for data that the check draws, whether or not the example is right"),
        ((4, 7), "called_again", "when it is called again with other data"),
        ((4, 2), "few_moments", "for fewer moments than cells"),
        ((1, 6), "one_cell", "for one cell"),
        ((5, 1), "one_moment", "for one moment"),
        ((n_cells, 2), "many_cells", "for as many cells as the session has, not for a few"),
        ((n_cells, 2), "many_cells_again", "when it is called again with other data"),
        ((n_cells + 2, 3), "more_cells", "for more cells than the session has, not for fewer"),
        ((2, n), "many_moments", "for as many moments as the session has, not for a few"),
        ((2, n + 7), "more_moments", "for more moments than the session has, not for fewer"),
    ):
        yield rng.uniform(-2, 2, size=shape), slug, when
    yield rng.uniform(-3e-4, 3e-4, size=(3, 5)), "small_numbers", "for small numbers"
    yield numbers_of_all_kinds(rng, (3, 8)), "all_kinds", "where zeros, large and small numbers are among the data"
    yield rng.integers(-5, 6, size=(3, 4)), "whole_rates", "for whole numbers"


@check(points=0.5)
def test_other_inputs(student, session, rng):
    """It is right for any number of cells and moments, call after call, and leaves X as it was."""
    X, other = rng.uniform(-2, 2, size=(2, 3, 5))
    assert_nothing_kept(student.gram_by_loops, [X], [other], NAME, lambda X: X @ X.T, any_shape=True)
    before = X @ X.T
    for X, slug, when in data_sets(rng, session):
        M, given = X @ X.T, Given(student, X=X)
        wrong = partial(wrong_sums, X, before, session)
        with case(slug, when):
            got = given.to(student.gram_by_loops, given.X)
            given.require_unharmed("gram_by_loops")
            assert_close(got, M, NAME, rtol=1e-5, atol=2e-6 * np.abs(M).max(), n=X.shape[1], mistakes=wrong)
        before = M

"""Task gram_vectorised: M = X Xᵀ in one expression, without a loop.

The product 0.5, where one slip is looked past; any number of cells and moments, and X as it was, 0.5. A loop, open or
hidden, costs both.
"""

import numpy as np
from gradekit import Task, assert_close, check, require
from gradekit.proxy import steps_of

TASK = Task("gram_vectorised")

NAME = "gram_vectorised(X)"

COVARIANCE = "it is a covariance; here no mean is taken off, and nothing is divided by a number of moments"

PRODUCT_OF_SUMS = "each row is added up before the two are multiplied; multiply moment by moment, then add"

SOME_LOOP = "there is a loop in it, open or hidden: it takes more steps for more {}. Write one expression of arrays."


def require_same_steps(student):
    """Fail if it takes more steps for more cells, or for more moments."""
    few = steps_for(student.gram_vectorised, 6, 7)
    for shape, more, what in (((24, 7), 18, "cells"), ((6, 28), 21, "moments")):
        grown = steps_for(student.gram_vectorised, *shape) - few
        detail = f"{few} steps for 6 cells and 7 moments, {few + grown} for {shape[0]} and {shape[1]}"
        require(grown < more / 2, f"{NAME}: {SOME_LOOP.format(what)}", detail, diagnosis="has_loop")


def steps_for(function, n_cells, n_moments):
    """The steps of a call with data of this size."""
    X = np.arange(1.0, 1 + n_cells * n_moments).reshape(n_cells, n_moments) % 7
    return steps_of(function, X)


@check(points=0, public=True)
def test_small_example_without_a_loop(student):
    """For two cells and three moments it gives what one finds by hand, and more moments take it no more steps."""
    X = np.array([[1.0, 0.0, 2.0], [3.0, 1.0, 0.0]])
    mistakes = {
        "over_cells": (
            "the sum runs over the cells; it has to run over the moments",
            [[10, 3, 2], [3, 1, 0], [2, 0, 4]],
        ),
        "elementwise": ("* multiplies element by element; a product of matrices is wanted", X * X),
        "correlations": ("these are correlation coefficients; nothing is centred or scaled", lambda: np.corrcoef(X)),
        "cosines": ("the rows were scaled to length one; nothing is scaled here", lambda: cosines(X)),
        "covariance": (COVARIANCE, lambda: np.cov(X)),
        "centred": ("the mean was taken off, but nothing is centred here", lambda: 3 * np.cov(X, bias=True)),
        "product_of_sums": (PRODUCT_OF_SUMS, [[9, 12], [12, 16]]),
        "diagonal_only": ("it has one number per cell; M has one for every pair of cells", [5, 10]),
        "total_only": ("it is a single number; M has one for every pair of cells", 15),
    }
    assert_close(student.gram_vectorised(X), [[5, 3], [3, 10]], NAME, rtol=1e-5, n=3, mistakes=mistakes)
    require_same_steps(student)


def cosines(X):
    """X Xᵀ of rows of length one."""
    rows = X / np.linalg.norm(X, axis=1, keepdims=True)
    return rows @ rows.T

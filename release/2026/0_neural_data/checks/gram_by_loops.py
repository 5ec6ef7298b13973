"""Task gram_by_loops: M_ij = Σ_n X_in X_jn, term by term.

The example 0.5; any number of cells and moments 0.5, where one slip is looked past, as the example tells it.
"""

import numpy as np
from gradekit import Task, assert_close, check

TASK = Task("gram_by_loops")

SMALL_X = np.array([[1.0, 0.0, 2.0], [3.0, 1.0, 0.0]])

SMALL_M = np.array([[5.0, 3.0], [3.0, 10.0]])

NAME = "gram_by_loops(X)"

OVER_CELLS = "the sum runs over the cells; it has to run over the moments"

LAST_TERM = "only the last moment is in it: each term has to be added to those before"

FIRST_MOMENT = "the first moment is left out of the sum: indices start at zero"

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

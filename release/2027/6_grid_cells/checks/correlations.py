"""Task correlations: C = (1/M) R̃ R̃ᵀ of activities whose rows have lost their mean.

The example 0.25; the matrix 0.5, where one slip is looked past; exact, for any number of cells and places, 0.25.
"""

import numpy as np
from gradekit import Task, assert_close, check

TASK = Task("correlations")

NAME = "correlations(R)"

CELL_MEANS = "the mean over the cells is taken off; it has to be each cell's mean over the places"


def centred(R):
    return R - R.mean(axis=1, keepdims=True)


MISTAKES = {
    "not_centred": ("no mean is taken off", lambda R: R @ R.T / R.shape[1]),
    "over_cells": (CELL_MEANS, lambda R: (R - R.mean(axis=0)) @ (R - R.mean(axis=0)).T / R.shape[1]),
    "one_mean": (
        "one mean of all numbers is taken off; each cell has a mean of its own",
        lambda R: (R - R.mean()) @ (R - R.mean()).T / R.shape[1],
    ),
    "summed": ("it is the sum over the places, not the mean", lambda right, R: right * R.shape[1]),
    "one_less": ("it is divided by M - 1, not by M", lambda right, R: right * R.shape[1] / max(R.shape[1] - 1, 1)),
    "by_cells": ("it is divided by the number of cells, not of places", lambda right, R: right * R.shape[1] / len(R)),
    "divided_twice": ("it is divided by the number of places twice", lambda right, R: right / R.shape[1]),
    "scaled": ("these are correlation coefficients: nothing is scaled here", lambda R: np.atleast_2d(np.corrcoef(R))),
    "of_places": (
        "it relates pairs of places, not of cells",
        lambda R, right: centred(R).T @ centred(R) / R.shape[1] if R.shape[1] < 100 else right,
    ),
}


@check(points=0.25, public=True)
def test_worked_example(student):
    """The worked example comes out, and another one with three places."""
    mistakes = {
        "of_places": (MISTAKES["of_places"][0], [[2.5, -2.5], [-2.5, 2.5]]),
        "scaled": (MISTAKES["scaled"][0], [[1, 1], [1, 1]]),
    }
    example = np.array([[1.0, 3.0], [0.0, 4.0]])
    assert_close(student.correlations(example), [[1, 2], [2, 4]], NAME, rtol=1e-5, mistakes=mistakes)
    mistakes = {
        "not_centred": (MISTAKES["not_centred"][0], [[14 / 3, 28 / 3], [28 / 3, 80 / 3]]),
        "summed": (MISTAKES["summed"][0], [[2, 4], [4, 32]]),
        "one_less": (MISTAKES["one_less"][0], [[1, 2], [2, 16]]),
    }
    right = [[2 / 3, 4 / 3], [4 / 3, 32 / 3]]
    other = np.array([[1.0, 3.0, 2.0], [0.0, 4.0, 8.0]])
    assert_close(student.correlations(other), right, NAME, rtol=1e-5, mistakes=mistakes)

"""Task w_star: the optimal weights W* = (Y Xᵀ)(X Xᵀ)⁻¹.

The method 2, which looks past one slip (a factor, an order, a row), other data, and where the weights are put; other
sizes and the session 1, wherever the weights are put; only the training data decide 0.75; the worked example 0.25.
"""

import numpy as np

from gradekit import Fit, Task, assert_close, check, named, require

TASK = Task("w_star", needs=["linear_forward"])
SHAPES = "Sums run over the moments: Y Xᵀ has the shape (2, N_cells) and X Xᵀ has (N_cells, N_cells), in this order."
FEW = "small singular values are left out, as by an `rcond` of your own or by steps that end too early"
PART = "only a part of the data is used"
SCALED = "the rates were scaled before the fit, and the weights were not scaled back"


def of_products(wrong):
    """What people make of Y Xᵀ and X Xᵀ."""
    return lambda X_train, Y_train: wrong(Y_train @ X_train.T, X_train @ X_train.T)


SLIPS = {
    "other_order": (
        "it is (X Xᵀ)⁻¹ (Y Xᵀ), the two factors in the other order",
        of_products(lambda P, M: np.linalg.solve(M, P)),
    ),
    "inverse_missing": ("it is Y Xᵀ alone, the inverse of X Xᵀ is missing", of_products(lambda P, M: P)),
    "mean_product": (
        "it is Y Xᵀ over N, the inverse of X Xᵀ is missing",
        lambda X_train, Y_train: Y_train @ X_train.T / X_train.shape[1],
    ),
    "not_inverted": ("X Xᵀ is multiplied where its inverse is needed", of_products(lambda P, M: P @ M)),
    "elementwise_inverse": ("one over every element of X Xᵀ is not its inverse", of_products(lambda P, M: P @ (1 / M))),
    "divided": ("dividing element by element is not multiplying by the inverse", of_products(lambda P, M: P / M)),
    "diagonal_only": (
        "it looks at one cell at a time, but cells fire together",
        of_products(lambda P, M: P / np.diag(M)),
    ),
    "transposed": ("it is the transpose of what it should be", lambda right: right.T),
    "no_negatives": ("negative weights are cut off", lambda right: np.maximum(right, 0)),
    "first_row_twice": ("both rows are the weights of x", lambda right: np.repeat(right[:1], 2, 0)),
}


@check(points=0.25, public=True)
def test_worked_example(student):
    """For two cells and three moments fit() sets the weights of the worked example."""
    X, W = np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]]), np.array([[1.0, 2.0], [3.0, 1.0]])
    model = student.LinearModel(X_train=X, Y_train=W @ X, X_test=np.array([[2.0, 1.0], [1.0, 3.0]]), Y_test=1 - W)
    before = model.W
    model.fit()
    is_set = np.shape(model.W) != np.shape(before) or not np.array_equal(model.W, before)
    require(is_set, "fit() has not changed the weights: assign the result to self.W.", diagnosis="not_set")
    mistakes = named(SLIPS, {"X_train": X, "Y_train": W @ X, "right": W})
    text = "the best weights are added to those that the model has: they should take the place of these"
    mistakes["added_to_the_old"] = (text, lambda: W + before)
    assert_close(model.W, W, "W", rtol=0, atol=1e-3, n=3, mistakes=mistakes)


def least_squares(X_train, Y_train):
    return np.linalg.solve(X_train @ X_train.T, X_train @ Y_train.T).T


def of(change):
    """The weights for changed data."""
    return lambda X_train, Y_train: least_squares(*change(X_train, Y_train))


def centred(A):
    return A - A.mean(1, keepdims=True)


def ridge(X_train, Y_train, got):
    """The weights that solve W (X Xᵀ + λ 1) = Y Xᵀ, for the λ that fits best."""
    left_over = (Y_train - got @ X_train) @ X_train.T
    added = np.sum(left_over * got) / np.sum(got * got)
    if added <= 0 or got.size <= 2:
        raise ValueError("nothing was added")
    return np.linalg.solve(X_train @ X_train.T + added * np.eye(len(X_train)), X_train @ Y_train.T).T


MISTAKES = {
    **SLIPS,
    "scaled_rates": (SCALED, lambda X_train, right: right * X_train.max(1)),
    "standardised": (
        SCALED,
        lambda X_train, Y_train: least_squares(centred(X_train), centred(Y_train)) * X_train.std(1),
    ),
    "weighted": ("moments do not count alike: they were scaled", of(lambda X, Y: (X / X.sum(0), Y / X.sum(0)))),
    "inactive_left_out": (PART, of(lambda X, Y: (X[:, X.sum(0) > 0.5], Y[:, X.sum(0) > 0.5]))),
    "product_shifted": (
        "X and Y are shifted: a column of X belongs to the same column of Y",
        lambda X_train, Y_train: np.linalg.solve(X_train @ X_train.T, X_train[:, :-1] @ Y_train[:, 1:].T).T,
    ),
    "first_columns": (
        PART,
        lambda X_train, Y_train: Y_train[:, : len(X_train)] @ np.linalg.pinv(X_train[:, : len(X_train)]),
    ),
    "no_negatives_fitted": (
        "only weights that are not negative are tried; weights may be negative",
        lambda X_train, Y_train: nonnegative(X_train, Y_train),
    ),
    **{
        slug: (FEW, lambda X_train, Y_train, rcond=rcond: np.linalg.lstsq(X_train.T, Y_train.T, rcond=rcond)[0].T)
        for slug, rcond in (("few_weights_left_out", 0.01), ("few_weights_only", 0.1), ("fewer_weights_only", 0.3))
    },
    "regularised": ("something was added to X Xᵀ before it was inverted, as in ridge regression", ridge),
}


def nonnegative(X, Y):
    """The best weights that are not negative, by projected descent on a problem with few moments."""
    moments, mixed = X @ X.T / np.trace(X @ X.T), Y @ X.T / np.trace(X @ X.T)
    W = np.maximum(mixed, 0)
    for _ in range(4000 if X.shape[1] < 400 else 0):
        W = np.maximum(W - W @ moments + mixed, 0)
    return W


def data(n_in=None, more=0, n=None, noise=0.3, change=None):
    """Draw data of n_in cells, those of the session and some more by default; later moments count most."""

    def draw(rng, session):
        cells = session.n_cells + more if n_in is None else n_in
        N = n or 2 * session.X_train.shape[1] + 7
        W, (X, X_test) = rng.normal(0.5, 1.0, size=(2, cells)), rng.uniform(0, 1, size=(2, cells, N))
        off, other = noise * rng.normal(0.4, 1, size=(2, 2, N))
        if (noise and n is None) or n == 300:
            off[:, 300:] += 1.0
            off[:, -1] += N / 10
        Y_test = (W + rng.normal(size=W.shape)) @ X_test + other
        found = {"X_train": X, "Y_train": W @ X + off, "X_test": X_test, "Y_test": Y_test}
        return change(rng, found) if change else found

    return draw


def nearly_alike(rng, found):
    X = found["X_train"]
    W = 0.05 * (least_squares(X, found["Y_train"]) + np.array([[0.5, -0.5], [-0.5, 0.5]]))  # right in single precision
    X[1] = X[0] + rng.normal(scale=0.008, size=X.shape[1])
    return found | {"Y_train": W @ X}


def weak(rng, found):
    found["X_train"][1] *= 9e-5  # not lost in single precision, and where 1e-4 of the strongest direction is cut off
    return found | {"Y_train": np.array([[0.0, 0.004], [0.0, -0.003]]) @ found["X_train"]}


def square(rng, found):
    return found | {"X_train": found["X_train"] + 2 * np.eye(3)}


w_star = Fit(
    "LinearModel",
    "fit",
    "W",
    right=least_squares,
    decides=("X_train", "Y_train"),
    kept_back={"X_train": "X_test", "Y_train": "Y_test"},
    mistakes=MISTAKES,
    hint=SHAPES,
    cases={
        "exact_data": ("where the data are exactly W X", data(n=251, noise=0.0)),
        "noisy_data": ("where no weights fit the data exactly", data(n=277, noise=0.5)),
        "other_data": ("for other data", data(n=203)),
        "more_data": ("for other data", data(n=307)),
        "one_cell": ("for one cell", data(1, n=300)),
        "two_cells": ("for two cells", data(2, n=61, noise=0.5)),
        "alike": (
            "where some moments are alike",
            lambda rng, session: {k: v[:, [*range(60), *[7] * 9]] for k, v in data(2, n=61)(rng, session).items()},
        ),
        "more_cells": ("for more cells than the session has", data(more=6, n=300)),
        "more_moments": ("for more moments than the session has", data(2)),
        "as_many_moments": ("for as many moments as there are cells", data(3, n=3, change=square)),
        "cells_alike": (
            "where two cells fire nearly alike, so that weak directions of X count too",
            data(2, n=300, noise=0, change=nearly_alike),
        ),
        "weak_cell": (
            "where one cell fires far less than another, and counts all the same",
            data(2, n=61, noise=0, change=weak),
        ),
        "session": (
            "for the session, with its many moments and its overlapping cells",
            lambda rng, session: dict(session.arrays),
        ),
    },
)


@check(points=2)
def test_equations_are_solved(student, session, rng):
    """The method is right: W X Xᵀ = Y Xᵀ, whether the data can be met exactly or not."""
    w_star.values(
        student, rng, session, "exact_data", "noisy_data", anywhere=True, looks_past=("one_slip", "other_data")
    )


SIZES = "one_cell two_cells alike more_cells more_moments as_many_moments cells_alike weak_cell".split()


@check(points=1)
def test_other_numbers_of_cells_and_the_session(student, session, rng):
    """The weights are the best ones for one cell and for many, for cells almost alike, and for the session."""
    w_star.values(student, rng, session, *SIZES, "session", anywhere=True)


@check(points=0.75)
def test_training_data_decide_and_nothing_else(student, session, rng):
    """Only the training data decide, those that the model has when fit() is called, and they stay as they were."""
    w_star.nothing_else_counts(student, rng, session, "other_data", "more_data")

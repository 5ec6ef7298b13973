"""Task linear_forward: predictions are weighted sums of the inputs, Ŷ = W X."""

from functools import partial
import numpy as np
from gradekit.assertions import assert_close, require
from gradekit.cases import hint_if_raised
from gradekit.checks import Task, check

TASK = Task("linear_forward")

NAME = "forward(X)"

SHAPES = "W has the shape (2, N_cells) and X has (N_cells, N), for any numbers of cells and of moments N."


@check(points=0.25, public=True)
def test_worked_example(student):
    """With three cells and two moments it gives the weighted sums that one finds by hand."""
    W = np.array([[2.0, 0.0, 1.0], [0.0, 1.0, -2.0]])
    X = np.array([[1.0, 0.5], [7.0, 7.0], [0.0, 4.0]])
    arrays = {"X_train": np.ones((3, 4)), "Y_train": np.ones((2, 4)), "X_test": X, "Y_test": np.ones((2, 2))}
    model = student.LinearModel(**arrays)
    model.W = W
    with hint_if_raised(SHAPES):
        Y_pred = model.forward(X)
    require(
        np.shape(Y_pred) != (2, 4),
        "forward(X) has a column for each moment of the training data, as if it predicted from these or had room for as"
        " many; it should have one for each column of its argument X.",
        diagnosis="uses_training_data",
    )
    no_say = "the last cell has no say: it is left out, or the sum is not over the cells"
    more = {"last_cell_has_no_say": (no_say, W[:, :-1] @ X[:-1])}
    assert_close(Y_pred, W @ X, NAME, rtol=1e-5, atol=1e-6, mistakes=partial(wrong_predictions, W, X, **more))


def wrong_predictions(W, X, **more):
    """What people calculate in place of W X."""
    n_in, n = X.shape
    return {
        **more,
        "first_column_only": ("every column has the prediction of the first", np.repeat(W @ X[:, :1], n, 1)),
        "last_column_missing": (
            "its last column is zero: the loop ends too early, or `return` stands inside it",
            SLIPS["last_column_missing"](W, X),
        ),
        "first_column_missing": ("its first column is zero: it is left out", SLIPS["first_column_missing"](W, X)),
        "first_column_alone": (
            "only its first column is filled, the others are zero: mind where `return` stands",
            np.hstack([W @ X[:, :1], np.zeros((len(W), n - 1))]),
        ),
        "mean_of_cells": ("it is the mean over the cells, where the sum is asked for", W @ X / n_in),
        "clipped": ("predictions are kept inside the box, which no weighted sum does", SLIPS["clipped"](W, X)),
        "no_negatives": ("negative predictions are cut off", SLIPS["no_negatives"](W, X)),
        "at_most_one": ("it is cut off at 1, or only its signs are kept", SLIPS["at_most_one"](W, X)),
        "signs_lost": ("the weights have lost their sign", np.abs(W) @ X),
        "absolute": ("negative predictions have lost their sign", SLIPS["absolute"](W, X)),
        "binary_rates": ("only whether a cell fires enters, not how strongly", W @ (X > 0)),
        "inputs_ignored": ("the inputs are ignored", np.repeat(W.sum(1, keepdims=True), n, 1)),
        "bias_from_nowhere": ("something is added to the weighted sum", W @ X + W[:, :1]),
        "normalised": ("it is divided by the sum of the rates", W @ X / X.sum(0)),
        "normalised_weights": ("it is divided by the sum of the weights", W @ X / W.sum(1, keepdims=True)),
        "centred": (
            "the mean of each cell's rates is taken off",
            W @ (X - X.mean(1, keepdims=True)) if X.shape[1] > 1 else None,
        ),
        "centred_result": ("its mean is taken off", W @ X - (W @ X).mean(1, keepdims=True) if X.shape[1] > 1 else None),
        "first_weight_as_bias": ("the first weight is taken for a bias", lambda: W[:, :1] + W[:, 1:] @ X[1:]),
        "one_more_cell": ("a row of ones, or a bias, is in it; this model has none", W @ X + W.sum(1, keepdims=True)),
        "one_added": ("a number is added to the weighted sum; this model has no bias", W @ X + 1),
        "ones_for_a_cell": ("a row of ones takes the place of the first cell", W @ np.vstack([np.ones((1, n)), X[1:]])),
        "ones_before": ("a row of ones is in it; this model has no bias", W @ np.vstack([np.ones((1, n)), X[:-1]])),
        "rows_added": ("the sum runs over the outputs as well", np.repeat((W @ X).sum(0, keepdims=True), len(W), 0)),
        "mean_row": ("both rows are the same mean", np.repeat((W @ X).mean(0, keepdims=True), len(W), 0)),
        "second_row_twice": ("both rows are the y-coordinate", np.repeat(W[1:] @ X, len(W), 0)),
        "rows_swapped": ("the rows are exchanged: row 0 is x", (W @ X)[::-1]),
        "squared_weights": ("the weights are squared", W**2 @ X),
        "squared_rates": ("the rates are squared", W @ X**2),
        "strongest_only": ("only the strongest cell counts", lambda: W[:, X.argmax(0)] * X.max(0)),
        "scaled_to_one": ("the rates are scaled before they are used", lambda: W @ (X / X.max())),
        "scaled_cells": ("the rates are scaled before they are used", lambda: W @ (X / X.max(1, keepdims=True))),
        "last_cell_missing": ("the last cell is left out", W[:, :-1] @ X[:-1]),
        "first_cell_missing": ("the first cell is left out", W[:, 1:] @ X[1:]),
        "sigmoid": ("it is bent by a sigmoid; a weighted sum is all that is asked for", 1 / (1 + np.exp(-W @ X))),
        "wrong_order": ("the factors are in the wrong order", lambda: W @ X.T),
        "two_columns_only": ("only the first two columns are predicted; X may have any number", W @ X[:, :2]),
        "weights_rounded": ("its weights were rounded", np.round(W, 1) @ X),
        "weights_rounded_little": ("its weights were rounded", np.round(W, 2) @ X),
        "rates_cut_to_whole": (
            "the rates are cut to whole numbers",
            W @ np.trunc(X) if np.trunc(X).any() else None,
        ),
        "cut_to_whole": ("it is cut to whole numbers, where X holds such: calculate with floats", np.trunc(W @ X)),
        "first_row_twice": ("both rows are the x-coordinate", np.repeat(W[:1] @ X, len(W), 0)),
    }


SLIPS = {
    "transposed": lambda W, X: (W @ X).T,
    "rows_swapped": lambda W, X: (W @ X)[::-1],
    "clipped": lambda W, X: np.clip(W @ X, 0, 1),
    "no_negatives": lambda W, X: np.maximum(W @ X, 0),
    "at_most_one": lambda W, X: np.minimum(W @ X, 1),
    "absolute": lambda W, X: np.abs(W @ X),
    "last_column_missing": lambda W, X: W @ X * (np.arange(X.shape[1]) < max(X.shape[1] - 1, 1)),
    "first_column_missing": lambda W, X: W @ X * (np.arange(X.shape[1]) >= min(X.shape[1] - 1, 1)),
    "first_row_twice": lambda W, X: np.repeat(W[:1] @ X, len(W), 0),
    "second_row_twice": lambda W, X: np.repeat(W[1:] @ X, len(W), 0),
    "last_cell_missing": lambda W, X: W[:, :-1] @ X[:-1],
    "first_cell_alone": lambda W, X: W[:, :1] @ X[:1],
    "one_added": lambda W, X: W @ X + 1,
    "mean_of_cells": lambda W, X: W @ X / len(X),
    "rounded": lambda W, X: np.round(W @ X, 2),
}

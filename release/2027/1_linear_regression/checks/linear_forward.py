"""Task linear_forward: predictions are weighted sums of the inputs, Ŷ = W X.

The worked example 0.25 and the sums for any sizes 0.75; one slip fails both, and the other checks look past it: one
column 0.25, any data and the weights of the moment 0.5, inputs and weights left alone 0.25.
"""

import numpy as np
from gradekit import Task, assert_close, check, hint_if_raised, named, require

TASK = Task("linear_forward")

NAME = "forward(X)"

SHAPES = "W has the shape (2, N_cells) and X has (N_cells, N), for any numbers of cells and of moments N."

WHOLE = "it is cut to whole numbers, where X holds such: calculate with floats"

ONES = "a row of ones, or a bias, is in it; this model has none"

SCALED = "the rates are scaled before they are used"

OFF = "its mean is taken off"

# What one slip makes of W X: the first two checks tell it, the others look past it.
SLIPS = {
    "transposed": ("it is the transpose of what it should be", lambda right: right.T),
    "rows_swapped": ("the rows are exchanged: row 0 is x", lambda right: right[::-1]),
    "clipped": ("predictions are kept inside the box, which no weighted sum does", lambda right: np.clip(right, 0, 1)),
    "no_negatives": ("negative predictions are cut off", lambda right: np.maximum(right, 0)),
    "at_most_one": ("it is cut off at 1, or only its signs are kept", lambda right: np.minimum(right, 1)),
    "absolute": ("negative predictions have lost their sign", lambda right: np.abs(right)),
    "last_column_missing": (
        "its last column is zero: the loop ends too early, or `return` stands inside it",
        lambda right: right * (np.arange(right.shape[1]) < max(right.shape[1] - 1, 1)),
    ),
    "first_column_missing": (
        "its first column is zero: it is left out",
        lambda right: right * (np.arange(right.shape[1]) >= min(right.shape[1] - 1, 1)),
    ),
    "first_row_twice": ("both rows are the x-coordinate", lambda right: np.repeat(right[:1], len(right), 0)),
    "second_row_twice": ("both rows are the y-coordinate", lambda right: np.repeat(right[1:], len(right), 0)),
    "last_cell_missing": (
        "the last cell has no say: it is left out, or the sum is not over the cells",
        lambda W, X: W[:, :-1] @ X[:-1],
    ),
    "first_cell_alone": ("only the first cell is in it", lambda W, X: W[:, :1] @ X[:1]),
    "one_added": ("a number is added to the weighted sum; this model has no bias", lambda right: right + 1),
    "mean_of_cells": ("it is the mean over the cells, where the sum is asked for", lambda right, X: right / len(X)),
    "sigmoid": ("it is bent by a sigmoid; a sum is all that is asked for", lambda right: 1 / (1 + np.exp(-right))),
    "sign_flipped": ("the sign is flipped", lambda right: -right),
    "rounded": ("it is rounded; give it as it is calculated", lambda right: np.round(right, 2)),
}

MISTAKES = SLIPS | {
    "first_column_only": (
        "every column has the prediction of the first",
        lambda right: np.repeat(right[:, :1], right.shape[1], 1),
    ),
    "first_column_alone": (
        "only its first column is filled: mind where `return` stands",
        lambda right: right * (np.arange(right.shape[1]) == 0),
    ),
    "signs_lost": ("the weights have lost their sign", lambda W, X: np.abs(W) @ X),
    "binary_rates": ("only whether a cell fires enters, not how strongly", lambda W, X: W @ (X > 0)),
    "inputs_ignored": ("the inputs are ignored", lambda W, X: np.repeat(W.sum(1, keepdims=True), X.shape[1], 1)),
    "bias_from_nowhere": ("something is added to the weighted sum", lambda right, W: right + W[:, :1]),
    "normalised": ("it is divided by the sum of the rates", lambda right, X: right / X.sum(0)),
    "normalised_weights": ("it is divided by the sum of the weights", lambda right, W: right / W.sum(1, keepdims=True)),
    "centred": ("the mean of each cell's rates is taken off", lambda W, X: W @ (X - X.mean(1, keepdims=True))),
    "centred_result": (OFF, lambda right: right - right.mean(1, keepdims=True)),
    "first_weight_as_bias": ("the first weight is taken for a bias", lambda W, X: W[:, :1] + W[:, 1:] @ X[1:]),
    "one_more_cell": (ONES, lambda right, W: right + W.sum(1, keepdims=True)),
    "ones_for_a_cell": (ONES, lambda right, W, X: right + W[:, :1] * (1 - X[:1])),
    "ones_before": (ONES, lambda W, X: W @ np.vstack([np.ones((1, X.shape[1])), X[:-1]])),
    "rows_added": (
        "the sum runs over the outputs as well",
        lambda right: np.repeat(right.sum(0, keepdims=True), len(right), 0),
    ),
    "mean_row": ("both rows are the same mean", lambda right: np.repeat(right.mean(0, keepdims=True), len(right), 0)),
    "squared_weights": ("the weights are squared", lambda W, X: W**2 @ X),
    "squared_rates": ("the rates are squared", lambda W, X: W @ X**2),
    "strongest_only": ("only the strongest cell counts", lambda W, X: W[:, X.argmax(0)] * X.max(0)),
    "scaled_to_one": (SCALED, lambda right, X: right / X.max()),
    "scaled_cells": (SCALED, lambda W, X: W @ (X / X.max(1, keepdims=True))),
    "first_cell_missing": ("the first cell is left out", lambda W, X: W[:, 1:] @ X[1:]),
    "wrong_order": ("the factors are in the wrong order", lambda W, X: W @ X.T),
    "two_columns_only": ("only the first two columns are predicted; X may have any number", lambda right: right[:, :2]),
    "weights_rounded": ("its weights were rounded", lambda W, X: np.round(W, 1) @ X),
    "weights_rounded_little": ("its weights were rounded", lambda W, X: np.round(W, 2) @ X),
    "rates_cut_to_whole": ("the rates are cut to whole numbers", lambda W, X: W @ np.trunc(X)),
    "cut_to_whole": (WHOLE, lambda right, X: np.trunc(right) if X.dtype.kind in "iu" else right),
    "remembered": ("it is the prediction for the X of the call before", lambda before: before),
}


@check(points=0.25, public=True)
def test_worked_example(student):
    """With three cells and two moments it gives the weighted sums that one finds by hand."""
    W = np.array([[2.0, 0.0, 1.0], [0.0, 1.0, -2.0]])
    X = np.array([[1.0, 0.5], [7.0, 7.0], [0.0, 4.0]])
    model = student.LinearModel(X_train=np.ones((3, 4)), Y_train=np.ones((2, 4)), X_test=X, Y_test=np.ones((2, 2)))
    model.W = W
    with hint_if_raised(SHAPES):
        Y_pred = model.forward(X)
    columns = (
        "forward(X) has a column for each moment of the training data, as if it predicted from these; it should have"
        " one for each column of its argument X."
    )
    require(np.shape(Y_pred) != (2, 4), columns, diagnosis="uses_training_data")
    P = np.array([[2.0, 5.0], [7.0, -1.0]])
    assert_close(Y_pred, P, NAME, rtol=1e-5, atol=1e-6, mistakes=named(MISTAKES, {"W": W, "X": X, "right": P}))

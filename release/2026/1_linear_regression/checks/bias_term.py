"""Task bias_term: the linear model with a bias, learnt as the weight of an input that is always 1.

Predictions 0.25 by the example, 0.5 for any sizes, 0.25 with the weights of the moment; the fit 0.25 by the example,
0.25 where data are met exactly, 0.5 for the best weights of any data. Looked past: that use_bias is taken the other
way round, and where the bias is kept once fit() has found it.
"""

import numpy as np
from gradekit import CheckFailed, StudentRaised, Task, assert_close, check, hint_if_raised, named, require

TASK = Task("bias_term", needs=["linear_forward", "w_star"])

NEAR = 1e-3

ROW_IN_FIT = "The row of ones goes on top of the rates of all moments: (N_cells + 1, N)."

ROW_IN_FORWARD = (
    "With a bias, W has one column more than X has rows: forward() puts one row of ones on top of X, exactly one,"
    " as long as this X is."
)

WITHOUT_A_BIAS = np.array([[3.52], [-0.848]])

ONE_BIAS = "both coordinates have the same bias; each has its own"

APART = "the bias was chosen apart from the weights; both have to be fitted together"

WRONG_PREDICTIONS = {
    "bias_not_added": ("the bias is left out of the prediction", lambda W, X: W[:, 1:] @ X),
    "bias_twice": ("the bias is added twice", lambda right, W: right + W[:, :1]),
    "bias_subtracted": ("the bias is subtracted", lambda right, W: right - 2 * W[:, :1]),
    "bias_last": (
        "the bias is taken from the last column of W, it is in the first",
        lambda W, X: W[:, :-1] @ X + W[:, -1:],
    ),
    "first_cell_only": (
        "only the first cell is in it; X may have any number of cells",
        lambda W, X: W[:, :1] + W[:, 1:2] @ X[:1],
    ),
    "ones_twice": (
        "there are two rows of ones",
        lambda W, X: W @ np.vstack([np.ones((2, X.shape[1])), X])[: W.shape[1]],
    ),
    "biases_along_columns": (
        "the biases are added along the columns: b needs the shape (2, 1)",
        lambda W, X: W[:, 1:] @ X + W[:, 0],
    ),
    "one_bias_for_both": (ONE_BIAS, lambda right, W: right - W[:, :1] + W[:, 0].mean()),
    "bias_of_x_for_both": (ONE_BIAS, lambda right, W: right - W[:, :1] + W[0, 0]),
    "bias_only": ("the inputs are ignored", lambda W, X: np.repeat(W[:, :1], X.shape[1], 1)),
    "ones_for_a_cell": (
        "the row of ones takes the place of the first cell",
        lambda W, X: W @ np.vstack([np.ones((1, X.shape[1])), X])[: len(X)],
    ),
    "cut_to_whole": (
        "it is cut to whole numbers, where X holds such: calculate with floats",
        lambda right, X: np.trunc(right) if X.dtype.kind in "iu" else right,
    ),
}

WRONG_FITS = {
    "bias_last": ("the bias is in the last column, it belongs in the first", lambda right: np.roll(right, -1, axis=1)),
    "bias_afterwards": (
        APART,
        lambda X_train, Y_train, plain: np.hstack([(Y_train - plain @ X_train).mean(1, keepdims=True), plain]),
    ),
    "bias_zero": (
        "the bias is zero, as if the first row were not made of ones",
        lambda plain: np.hstack([0 * plain[:, :1], plain]),
    ),
    "inverse_missing": (
        "the inverse of X Xᵀ is missing",
        lambda X_train, Y_train: Y_train @ np.vstack([np.ones((1, X_train.shape[1])), X_train]).T,
    ),
    "transposed": ("it is the transpose of what it should be", lambda right: right.T),
}


def worked_example():
    """Weights of one cell with a bias, rates to predict for, and arrays of a model that these weights meet exactly."""
    W, X, X_train = np.array([[10.0, 2.0], [1.0, -1.0]]), np.array([[5.0, 6.0]]), np.array([[5.0, 6.0, 8.0]])
    return W, X, {"X_train": X_train, "Y_train": W[:, 1:] @ X_train + W[:, :1], "X_test": X, "Y_test": np.ones((2, 2))}


@check(points=0.25, public=True)
def test_worked_example_of_forward(student):
    """With one cell and the weights of the worked example forward() predicts what it says."""
    W, X, arrays = worked_example()
    model = student.LinearModelWithBias(**arrays, use_bias=True)
    model.W = W
    with hint_if_raised(ROW_IN_FORWARD):
        Y_pred = model.forward(X)
    right = np.array([[20.0, 22.0], [-4.0, -5.0]])
    assert_close(Y_pred, right, "forward(X)", mistakes=named(WRONG_PREDICTIONS, {"W": W, "X": X, "right": right}))


@check(points=0.25, public=True)
def test_worked_example_of_fit(student):
    """With one cell fit() finds the weights of the worked example."""
    W, _, arrays = worked_example()
    model = student.LinearModelWithBias(**arrays, use_bias=True)
    before = weights_before_fit(model)
    with hint_if_raised(ROW_IN_FIT):
        model.fit()
    require_set(model.W, before)
    text = (
        "After fit() self.W has no column for the bias. Where use_bias is True, and not where it is False, fit() puts a"
        " row of ones on top of X_train, beside all cells and not in place of one."
    )
    require(np.shape(model.W) != (2, 1), text, diagnosis="no_bias_in_fit")
    known = {**arrays, "right": W, "plain": WITHOUT_A_BIAS}
    assert_close(model.W, W, "W", rtol=1e-4, atol=NEAR, mistakes=named(WRONG_FITS, known))


@check(points=0, public=True)
def test_without_a_bias(student):
    """With use_bias=False it does what LinearModel does."""
    W, X, arrays = worked_example()
    plain = student.LinearModelWithBias(**arrays, use_bias=False)
    before = weights_before_fit(plain)
    plain.fit()
    require_set(plain.W, before)
    require(np.shape(plain.W) != (2, 2), "There is a bias even with use_bias=False.", diagnosis="always_biased")
    wrong = {"test_data": ("it is fitted to the test data", np.full((2, 1), 11 / 61))}
    assert_close(plain.W, WITHOUT_A_BIAS, "W without a bias", rtol=1e-4, atol=NEAR, mistakes=wrong)
    plain.W = W[:, 1:]
    assert_close(plain.forward(X), [[10.0, 12.0], [-5.0, -6.0]], "forward(X) without a bias", rtol=1e-5)


def weights_before_fit(model):
    """The weights that a model begins with."""
    try:
        return model.W
    except StudentRaised as raised:
        text = (
            "The model has no weights W before fit(): LinearModel makes them, from which LinearModelWithBias inherits."
        )
        raise CheckFailed(text, raised.detail, "other_parent") from raised


def require_set(W, before):
    """Fail where fit() has left the weights as they were before."""
    is_set = np.shape(W) != np.shape(before) or not np.array_equal(W, before)
    require(is_set, "fit() has not changed the weights: assign the result to self.W.", diagnosis="not_set")

"""Task bias_term: the linear model with a bias, learnt as the weight of an input that is always 1."""

from functools import partial
import numpy as np
from gradekit.assertions import assert_close, assert_shape, require
from gradekit.cases import hint_if_raised
from gradekit.checks import Task, check
from gradekit.failures import CheckFailed, StudentRaised

TASK = Task("bias_term", needs=["linear_forward", "w_star"])

NEAR = 1e-3

ROW_IN_FIT = "The row of ones goes on top of the rates of all moments: (N_cells + 1, N)."

ROW_IN_FORWARD = (
    "With a bias, W has one column more than X has rows: forward() puts one row of ones on top of X, exactly one,"
    " as long as this X is."
)

WITHOUT_A_BIAS = np.array([[3.52], [-0.848]])


@check(points=0.25, public=True)
def test_worked_example_of_forward(student):
    """With one cell and the weights of the worked example forward() predicts what it says."""
    W, X, arrays = worked_example()
    model = student.LinearModelWithBias(**arrays, use_bias=True)
    model.W = W
    with hint_if_raised(ROW_IN_FORWARD):
        Y_pred = model.forward(X)
    assert_close(Y_pred, [[20, 22], [-4, -5]], "forward(X)", mistakes=partial(wrong_predictions, W, X))


@check(points=0.25, public=True)
def test_worked_example_of_fit(student):
    """With one cell fit() finds the weights of the worked example."""
    W, _, arrays = worked_example()
    model = student.LinearModelWithBias(**arrays, use_bias=True)
    before = weights_before_fit(model)
    with hint_if_raised(ROW_IN_FIT):
        model.fit()
    require_set(model.W, before)
    require(
        np.shape(model.W) != (2, 1),
        "After fit() self.W has no column for the bias. Where use_bias is True, and not where it is False, fit() puts a"
        " row of ones on top of X_train, beside all cells and not in place of one.",
        diagnosis="no_bias_in_fit",
    )
    require_weights(model.W, W, partial(slips, arrays, W, WITHOUT_A_BIAS))


@check(points=0, public=True)
def test_without_a_bias(student):
    """With use_bias=False it does what LinearModel does."""
    W, X, arrays = worked_example()
    plain = student.LinearModelWithBias(**arrays, use_bias=False)
    before = weights_before_fit(plain)
    plain.fit()
    require_set(plain.W, before)
    require(
        np.shape(plain.W) != (2, 2),
        "There is a bias even with use_bias=False.",
        diagnosis="always_biased",
    )
    of_test_data = "it is fitted to the test data", np.full((2, 1), 11 / 61)
    wrong = {"test_data": of_test_data}
    assert_close(plain.W, WITHOUT_A_BIAS, "W without a bias", rtol=1e-4, atol=NEAR, mistakes=wrong)
    plain.W = W[:, 1:]
    assert_close(plain.forward(X), W[:, 1:] @ X, "forward(X) without a bias", rtol=1e-5)


def weights_before_fit(model):
    """The weights that a model begins with."""
    try:
        return model.W
    except StudentRaised as raised:
        text = (
            "The model has no weights W before fit(): LinearModel makes them, from which LinearModelWithBias inherits."
        )
        raise CheckFailed(text, raised.detail, "other_parent") from raised


def worked_example():
    """Weights of one cell with a bias, rates to predict for, and arrays of a model that these weights meet exactly."""
    W, X, X_train = np.array([[10.0, 2.0], [1.0, -1.0]]), np.array([[5.0, 6.0]]), np.array([[5.0, 6.0, 8.0]])
    return W, X, {"X_train": X_train, "Y_train": W[:, 1:] @ X_train + W[:, :1], "X_test": X, "Y_test": np.ones((2, 2))}


def require_set(W, before):
    """Fail where fit() has left the weights as they were before."""
    require(
        np.shape(W) != np.shape(before) or not np.array_equal(W, before),
        "fit() has not changed the weights: the result has to be assigned to self.W.",
        diagnosis="not_set",
    )


def require_weights(W, best, mistakes, **more):
    """Fail unless W holds this bias and these weights."""
    assert_shape(W, best.shape, "W")
    with_its_bias = np.hstack([np.asarray(W)[:, :1], best[:, 1:]])
    W_now = np.asarray(W)
    alike = len(W_now) > 1 and np.ptp(W_now[:, 0]) < 1e-9 < np.ptp(best[:, 0])
    both = ": both coordinates have the same one, and each needs its own" if alike else ""
    more["only_bias_wrong"] = (f"its weights are right, the bias is not{both}", with_its_bias)
    assert_close(W, best, "W", rtol=1e-4, atol=NEAR, mistakes=partial(mistakes, **more))


def slips(arrays, best, plain, **more):
    """What people make of the best bias and weights, or of those without a bias."""
    X, Y = arrays["X_train"], arrays["Y_train"]
    together = "the bias was chosen apart from the weights; both have to be fitted together"
    return {
        "bias_last": ("the bias is in the last column, it belongs in the first", np.roll(best, -1, axis=1)),
        "bias_afterwards": (together, np.hstack([(Y - plain @ X).mean(1, keepdims=True), plain])),
        "bias_zero": (
            "the bias is zero, as if the first row were not made of ones",
            np.hstack([np.zeros((len(plain), 1)), plain]),
        ),
        "inverse_missing": ("the inverse of X Xᵀ is missing", Y @ with_ones(X).T),
        "transposed": ("it is the transpose of what it should be", best.T),
        **more,
    }


def wrong_predictions(W, X, **more):
    """What people predict in place of W X, X with its row of ones."""
    A, b = W[:, 1:], W[:, :1]
    return {
        **more,
        "bias_not_added": ("the bias is left out of the prediction", A @ X),
        "bias_twice": ("the bias is added twice", A @ X + 2 * b),
        "bias_subtracted": ("the bias is subtracted", A @ X - b),
        "bias_last": ("the bias is taken from the last column of W, it is in the first", W[:, :-1] @ X + W[:, -1:]),
        "first_cell_only": ("only the first cell is in it; X may have any number of cells", b + A[:, :1] @ X[:1]),
        "ones_twice": (
            "there are two rows of ones",
            lambda: W @ np.vstack([np.ones((1, X.shape[1])), with_ones(X)])[: W.shape[1]],
        ),
        "biases_along_columns": (
            "the biases are added along the columns: b needs the shape (2, 1)",
            lambda: A @ X + b.T,
        ),
        "one_bias_for_both": ("both coordinates have the same bias; each has its own", A @ X + b.mean()),
        "bias_of_x_for_both": ("both coordinates have the same bias; each has its own", A @ X + b[:1]),
        "zero_row": ("a row of zeros is added in place of one of ones", A @ X + 0 * b),
        "bias_only": ("the inputs are ignored", np.repeat(b, X.shape[1], 1)),
        "ones_for_a_cell": ("the row of ones takes the place of the first cell", lambda: W @ with_ones(X)[: len(X)]),
    }


def with_ones(X):
    """X with a row of ones on top."""
    return np.vstack([np.ones((1, X.shape[1])), X])

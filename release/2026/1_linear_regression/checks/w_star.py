"""Task w_star: the optimal weights W* = (Y Xᵀ)(X Xᵀ)⁻¹."""

from functools import partial
import numpy as np
from gradekit.assertions import as_array, assert_close, assert_finite, assert_shape, require
from gradekit.cases import hint_if_raised
from gradekit.checks import Task, check
from gradekit.proxy import Notes, told

TASK = Task("w_star", needs=["linear_forward"])

NEAR = 1e-3

SHAPES = "Sums run over the moments: Y Xᵀ has the shape (2, N_cells) and X Xᵀ has (N_cells, N_cells), in this order."


@check(points=0.5, public=True)
def test_worked_example(student):
    """For two cells and three moments fit() sets the weights of the worked example."""
    X, W = np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]]), np.array([[1.0, 2.0], [3.0, 1.0]])
    arrays = {"X_train": X, "Y_train": W @ X, "X_test": np.array([[2.0, 1.0], [1.0, 3.0]]), "Y_test": 1 - W}
    got = fitted(student, arrays)
    require_best(got, arrays)


def fitted(student, arrays):
    """The weights of a student's model after fit()."""
    return next(all_fitted(student, [arrays]))


def all_fitted(student, problems):
    """The weights of a model of each of these arrays after fit(), or a failure if fit() has not touched them."""
    notes = Notes()
    for arrays in problems:
        model = told(student.LinearModel)(**arrays)
        notes.attribute(model, "W")
        note_fit(notes, model)
    noted = iter(notes)
    for arrays in problems:
        before = next(noted)
        with hint_if_raised(SHAPES):
            found = next(noted)
        require_replaced(found, before, optimum(arrays))
        yield found


def require_replaced(W, before, best):
    """Fail where fit() has left weights as they were, or has added the best ones to them."""
    W, before = as_array(W, "W"), as_array(before, "W")
    if W.shape != before.shape:
        return
    require(
        not np.array_equal(W, before),
        "fit() has not changed the weights: the result has to be assigned to self.W.",
        diagnosis="not_set",
    )
    require(
        W.shape != best.shape or not np.allclose(W - before, best, rtol=0, atol=NEAR),
        "fit() adds the best weights to those that the model has: they should take the place of these.",
        diagnosis="added_to_the_old",
    )
    left = np.flatnonzero(np.all(before == W, axis=1)) if W.ndim == 2 else ()
    require(
        len(left) == 0,
        f"fit() has left a row of the weights as it was, row {min(left, default=0)}.",
        diagnosis="row_not_set",
    )


def note_fit(notes, model):
    """Note the weights of a model after another fit()."""
    told(model.fit)()
    notes.attribute(model, "W")


def require_best(W, arrays):
    """Fail unless W are the weights with the smallest training loss."""
    want, n = optimum(arrays), arrays["X_train"].shape[1]
    assert_shape(W, want.shape, "W")
    assert_finite(W, "W")
    require_not_regularised(np.asarray(W), want, arrays)
    assert_close(W, want, "W", rtol=0, atol=NEAR, n=n, mistakes=partial(wrong_weights, arrays))


def require_not_regularised(W, want, arrays):
    """Fail where W solves W (X Xᵀ + λ 1) = Y Xᵀ for some λ that is not zero."""
    X, Y = arrays["X_train"], arrays["Y_train"]
    left_over = (Y - W @ X) @ X.T
    added = np.sum(left_over * W) / max(np.sum(W * W), 1e-12)
    alike = np.allclose(left_over, added * W, rtol=1e-3, atol=1e-4 * np.abs(added * W).max())
    regularised = alike and added > 0 and W.size > 2 and np.abs(W - want).max() > NEAR
    require(
        not regularised,
        "W is not right: something was added to X Xᵀ before it was inverted, as in ridge regression.",
        diagnosis="regularised",
    )


def optimum(arrays):
    """The weights with the smallest training loss, (n_out, n_in)."""
    return least_squares(arrays["X_train"], arrays["Y_train"])


def wrong_weights(arrays, **more):
    """What people compute instead of (Y Xᵀ)(X Xᵀ)⁻¹."""
    X, Y, X_test, Y_test = (arrays[name] for name in ("X_train", "Y_train", "X_test", "Y_test"))
    moments, mixed = X @ X.T, Y @ X.T
    best = least_squares(X, Y)
    X_all, Y_all = np.hstack([X, X_test]), np.hstack([Y, Y_test])
    X_centred, Y_centred = X - X.mean(1, keepdims=True), Y - Y.mean(1, keepdims=True)
    half = X.shape[1] // 2
    a_part = "only a part of the training data is used"
    total, active = np.abs(X).sum(0), X.sum(0) > 0.5
    shifted = "X and Y are shifted: a column of X belongs to the same column of Y"
    few = "small singular values are left out, as by an `rcond` of your own or by steps that end too early"
    return {
        **more,
        "other_order": (
            "it is (X Xᵀ)⁻¹ (Y Xᵀ), the two factors in the other order, or the transpose of what it should be",
            lambda: np.linalg.solve(moments, mixed) if mixed.shape == moments.shape else None,
        ),
        "inverse_missing": ("it is Y Xᵀ alone, the inverse of X Xᵀ is missing", mixed),
        "not_inverted": ("X Xᵀ is multiplied where its inverse is needed", mixed @ moments),
        "elementwise_inverse": ("one over every element of X Xᵀ is not its inverse", lambda: mixed @ (1 / moments)),
        "divided": ("dividing element by element is not multiplying by the inverse", lambda: mixed / moments),
        "diagonal_only": ("it looks at one cell at a time, but cells fire together", mixed / np.diag(moments)),
        "test_data": ("it is fitted to the test data", lambda: least_squares(X_test, Y_test)),
        "all_data": ("the test data were used in the fit", lambda: least_squares(X_all, Y_all)),
        "centred": (
            "it is the fit of another model, one with a bias, or of data whose means were subtracted",
            lambda: least_squares(X_centred, Y_centred),
        ),
        "no_negatives_fitted": (
            "only weights that are not negative are tried; weights may be negative",
            lambda: nonnegative(X, Y) if X.shape[1] < 400 else None,
        ),
        "first_half": (a_part, lambda: least_squares(X[:, :half], Y[:, :half])),
        "every_second": (a_part, lambda: least_squares(X[:, ::2], Y[:, ::2])),
        "first_1000": (a_part, lambda: least_squares(X[:, :1000], Y[:, :1000])),
        "first_500": (a_part, lambda: least_squares(X[:, :500], Y[:, :500])),
        "first_column_missing": ("the first moment is left out", lambda: least_squares(X[:, 1:], Y[:, 1:])),
        "every_third": (a_part, lambda: least_squares(X[:, ::3], Y[:, ::3])),
        "every_fifth": (a_part, lambda: least_squares(X[:, ::5], Y[:, ::5])),
        "every_tenth": (a_part, lambda: least_squares(X[:, ::10], Y[:, ::10])),
        "second_half": (a_part, lambda: least_squares(X[:, half:], Y[:, half:])),
        "mean_product": ("it is Y Xᵀ over N, the inverse of X Xᵀ is missing", mixed / X.shape[1]),
        "one_moment_later": (shifted, lambda: least_squares(X[:, :-1], Y[:, 1:])),
        "one_moment_earlier": (shifted, lambda: least_squares(X[:, 1:], Y[:, :-1])),
        "product_shifted": (shifted, lambda: np.linalg.solve(moments, X[:, :-1] @ Y[:, 1:].T).T),
        "product_shifted_back": (shifted, lambda: np.linalg.solve(moments, X[:, 1:] @ Y[:, :-1].T).T),
        "targets_centred": ("a mean was subtracted from Y", lambda: least_squares(X, Y_centred)),
        "last_column_missing": ("the last moment is left out", lambda: least_squares(X[:, :-1], Y[:, :-1])),
        "transposed": ("it is the transpose of what it should be", best.T),
        "no_negatives": ("negative weights are cut off", np.maximum(best, 0)),
        "first_row_twice": ("both rows are the weights of x", np.repeat(best[:1], 2, 0)),
        "few_weights_only": (few, lambda: np.linalg.lstsq(X.T, Y.T, rcond=0.1)[0].T),
        "fewer_weights_only": (few, lambda: np.linalg.lstsq(X.T, Y.T, rcond=0.3)[0].T),
        "few_weights_left_out": (few, lambda: np.linalg.lstsq(X.T, Y.T, rcond=0.01)[0].T),
        "inactive_left_out": (a_part, lambda: least_squares(X[:, active], Y[:, active])),
        "first_columns": (a_part, lambda: Y[:, : len(X)] @ np.linalg.pinv(X[:, : len(X)])),
        "weighted": ("moments do not count alike: they were scaled", lambda: least_squares(X / total, Y / total)),
        "scaled_rates": (
            "the rates were scaled before the fit, and the weights were not scaled back",
            lambda: best * X.max(1),
        ),
        "standardised": (
            "the rates were scaled before the fit, and the weights were not scaled back",
            lambda: least_squares(X_centred, Y_centred) * X.std(1),
        ),
    }


def nonnegative(X, Y):
    """The best weights that are not negative, by projected descent on a problem with few cells."""
    moments, mixed = X @ X.T, Y @ X.T
    W = np.maximum(mixed / np.trace(moments), 0)
    for _ in range(4000):
        W = np.maximum(W - (W @ moments - mixed) / np.trace(moments), 0)
    return W


def least_squares(X, Y):
    """(Y Xᵀ)(X Xᵀ)⁻¹ for any X (n_in, N) and Y (n_out, N)."""
    return np.linalg.solve(X @ X.T, X @ Y.T).T

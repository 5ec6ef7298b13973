"""Task w_star: the optimal weights W* = (Y Xᵀ)(X Xᵀ)⁻¹."""

import numpy as np

from decoding.checks import Task, assert_close, assert_finite, assert_shape, check, require, value_of

TASK = Task("w_star", needs=["linear_forward"])


@check(points=0.5, public=True)
def test_weights_have_a_row_a_coordinate_and_a_column_a_cell(student, session):
    """fit() leaves weights with one row a coordinate and one column a cell, not those that it started with."""
    model = student.LinearModel(**session.arrays)
    before = model.W
    model.fit()
    assert_shape(model.W, (2, session.n_cells), "W")
    assert_finite(model.W, "W")
    require(
        not np.array_equal(model.W, before),
        "fit() has not changed the weights: the result has to be assigned to self.W.",
        diagnosis="not_set",
    )


@check(points=1)
def test_weights_that_made_the_data_are_found(student, rng):
    """Where the data are exactly W X, fit() finds that W."""
    for n_out, n_in, n_train in ((2, 4, 40), (2, 2, 30)):
        arrays = make_data(rng, n_out, n_in, n_train, noise=0.0)
        W = fitted(student, arrays)
        assert_close(W, optimum(arrays), "W", rtol=1e-4, atol=1e-5, n=n_train, mistakes=wrong_weights(arrays))


@check(points=1)
def test_weights_solve_the_normal_equations(student, rng):
    """With noise in the data, the residuals have nothing in common with any cell: W X Xᵀ = Y Xᵀ."""
    arrays = make_data(rng, n_out=2, n_in=5, n_train=60, noise=0.5)
    X, Y, W = arrays["X_train"], arrays["Y_train"], fitted(student, arrays)
    assert_shape(W, (2, 5), "W")
    assert_finite(W, "W")
    left_over = np.abs((np.asarray(W) @ X - Y) @ X.T).max() / np.abs(Y @ X.T).max()
    if not left_over <= 1e-4:  # nor where it overflows to NaN
        assert_close(W, optimum(arrays), "W", rtol=1e-5, atol=1e-6, n=60, mistakes=wrong_weights(arrays))
        require(False, "W does not solve the normal equations.", f"relative residual {left_over:.2g}")


@check(points=0.5)
def test_no_weights_nearby_do_better(student, rng):
    """Every small change of the fitted weights raises the loss on the training data."""
    arrays = make_data(rng, n_out=2, n_in=5, n_train=60, noise=0.5)
    W = fitted(student, arrays)
    assert_shape(W, (2, 5), "W")
    assert_finite(W, "W")
    lowest = training_loss(W, arrays)
    for _ in range(20):
        nearby = training_loss(W + rng.normal(scale=0.01, size=(2, 5)), arrays)
        require(nearby > lowest, "There are weights nearby with a smaller training loss.", diagnosis="not_minimal")


@check(points=0.5)
def test_other_numbers_of_cells_and_outputs_work(student, rng):
    """fit() works for one cell, one output, and more outputs than cells."""
    for n_out, n_in in ((1, 1), (1, 6), (4, 2), (3, 3)):
        arrays = make_data(rng, n_out, n_in, n_train=50, noise=0.3)
        W = fitted(student, arrays)
        assert_close(W, optimum(arrays), "W", rtol=1e-4, atol=1e-5, n=50, mistakes=wrong_weights(arrays))


@check(points=0.5)
def test_fit_uses_the_training_data_and_leaves_them_alone(student, rng):
    """The test data have no say in the weights, and fit() changes none of the data."""
    arrays = make_data(rng, n_out=2, n_in=3, n_train=40, noise=0.3)
    others = {**arrays, "X_test": rng.uniform(size=(3, 40)), "Y_test": rng.normal(size=(2, 40))}
    kept = {name: student.keep(array) for name, array in arrays.items()}
    model = student.LinearModel(**kept)
    model.fit()
    untouched = all(np.array_equal(value_of(kept[name]), array) for name, array in arrays.items())
    require(untouched, "fit() changes the data of the model.", diagnosis="data_changed")
    W = fitted(student, others)
    assert_shape(W, (2, 3), "W")
    require(
        np.allclose(model.W, W, rtol=1e-4, atol=1e-6),
        "The weights change with the test data, which are to be kept out of the fit.",
        diagnosis="test_data",
    )


def make_data(rng, n_out, n_in, n_train, noise):
    """Arrays of a model whose rates and positions do not average to zero; test data of the same size."""
    W = rng.normal(0.5, 1.0, size=(n_out, n_in))
    X_train, X_test = rng.uniform(0, 1.5, size=(2, n_in, n_train))
    disturbance, other = rng.normal(0.4, 1, size=(2, n_out, n_train))
    return {
        "X_train": X_train,
        "Y_train": W @ X_train + noise * disturbance,
        "X_test": X_test,
        "Y_test": (W + rng.normal(size=W.shape)) @ X_test + noise * other,
    }


def fitted(student, arrays):
    """The weights of a student's model after fit(), or a failure if fit() has not touched them."""
    model = student.LinearModel(**arrays)
    before = model.W
    model.fit()
    W = model.W
    require(
        not np.array_equal(W, before),
        "fit() has not changed the weights: the result has to be assigned to self.W.",
        diagnosis="not_set",
    )
    return W


def optimum(arrays):
    """The weights with the smallest training loss, (n_out, n_in)."""
    return np.linalg.lstsq(arrays["X_train"].T, arrays["Y_train"].T, rcond=None)[0].T


def training_loss(W, arrays):
    """Mean squared distance on the training data."""
    return np.square(np.asarray(W) @ arrays["X_train"] - arrays["Y_train"]).sum(0).mean()


def wrong_weights(arrays):
    """What people compute instead of (Y Xᵀ)(X Xᵀ)⁻¹."""
    X, Y, X_test, Y_test = (arrays[name] for name in ("X_train", "Y_train", "X_test", "Y_test"))
    moments, mixed = X @ X.T, Y @ X.T
    X_all, Y_all = np.hstack([X, X_test]), np.hstack([Y, Y_test])
    X_centred, Y_centred = X - X.mean(1, keepdims=True), Y - Y.mean(1, keepdims=True)
    half = X.shape[1] // 2
    return {
        "inverse_missing": ("it is Y Xᵀ alone, the inverse of X Xᵀ is missing", mixed),
        "not_inverted": ("X Xᵀ is multiplied where its inverse is needed", mixed @ moments),
        "elementwise_inverse": (
            "one over every element of X Xᵀ is not its inverse",
            lambda: mixed @ (1 / moments),
        ),
        "divided": ("dividing element by element is not multiplying by the inverse", lambda: mixed / moments),
        "diagonal_only": (
            "it looks at one cell at a time, but cells fire together",
            mixed / np.diag(moments),
        ),
        "test_data": ("it is fitted to the test data", lambda: least_squares(X_test, Y_test)),
        "all_data": ("the test data were used in the fit", lambda: least_squares(X_all, Y_all)),
        "centred": (
            "the means were subtracted first, which fits another model, one with a bias",
            lambda: least_squares(X_centred, Y_centred),
        ),
        "regularised": (
            "something was added to X Xᵀ before it was inverted",
            lambda: mixed @ np.linalg.inv(moments + np.eye(len(moments))),
        ),
        "part_of_the_data": (
            "only a part of the training data is used",
            lambda: least_squares(X[:, :half], Y[:, :half]),
        ),
        "transposed": ("it is the transpose of what it should be", lambda: least_squares(X, Y).T),
    }


def least_squares(X, Y):
    """(Y Xᵀ)(X Xᵀ)⁻¹ for any X (n_in, N) and Y (n_out, N)."""
    return np.linalg.lstsq(X.T, Y.T, rcond=None)[0].T

"""Task bias_term: the linear model with a bias, learnt as the weight of an input that is always 1."""

import numpy as np

from decoding.checks import Task, assert_close, assert_shape, check, require

TASK = Task("bias_term", needs=["linear_forward", "w_star"])


@check(points=0.5, public=True)
def test_a_bias_adds_one_column_of_weights(student, session):
    """With use_bias=True, and only then, the fitted weights have one column more; forward takes X as it is."""
    model = student.LinearModelWithBias(**session.arrays, use_bias=True)
    model.fit()
    require(
        np.shape(model.W) != (2, session.n_cells),
        "The fitted weights have no column for the bias: the row of ones is missing in fit().",
        diagnosis="no_bias_in_fit",
    )
    assert_shape(model.W, (2, session.n_cells + 1), "W")
    assert_shape(model.forward(session.X_test), session.Y_test.shape, "forward(X)")
    plain = student.LinearModelWithBias(**session.arrays, use_bias=False)
    plain.fit()
    require(
        np.shape(plain.W) != (2, session.n_cells + 1),
        "There is a bias even with use_bias=False.",
        diagnosis="always_biased",
    )
    assert_shape(plain.W, (2, session.n_cells), "W without a bias")


@check(points=1)
def test_affine_data_are_recovered_exactly(student, rng):
    """Where the data are exactly A X + b, the predictions are too, for X that was not in the fit."""
    for n_out, n_in in ((2, 4), (1, 1), (3, 2)):
        arrays, A, b = affine_data(rng, n_out, n_in)
        X_new = rng.uniform(size=(n_in, 7))
        model = student.LinearModelWithBias(**arrays, use_bias=True)
        model.fit()
        through_origin = least_squares(arrays["X_train"], arrays["Y_train"])
        offset = (arrays["Y_train"] - through_origin @ arrays["X_train"]).mean(1, keepdims=True)
        mistakes = {
            "test_data": ("it is fitted to the test data", 2 - A @ X_new),
            "no_bias": ("it is what a model without a bias predicts", through_origin @ X_new),
            "bias_not_added": ("the bias is left out of the prediction", A @ X_new),
            "bias_twice": ("the bias is added twice", A @ X_new + 2 * b),
            "bias_subtracted": ("the bias is subtracted", A @ X_new - b),
            "bias_afterwards": (
                "the bias was added to weights that had been fitted without it; both have to be fitted together",
                through_origin @ X_new + offset,
            ),
        }
        Y_new = model.forward(X_new)
        assert_close(Y_new, A @ X_new + b, "forward(X)", rtol=1e-3, atol=1e-4, mistakes=mistakes)


@check(points=0.5)
def test_the_first_column_is_the_bias(student, rng):
    """W[:, 0] is the bias, and the other columns are the weights of the cells."""
    for n_out, n_in in ((2, 4), (3, 2)):
        arrays, A, b = affine_data(rng, n_out, n_in)
        model = student.LinearModelWithBias(**arrays, use_bias=True)
        model.fit()
        require(
            np.array_equal(model.X_train, arrays["X_train"]),
            "fit() changes the data of the model, so that fitting again would add another row.",
            diagnosis="data_changed",
        )
        mistakes = {"bias_last": ("the bias is in the last column, it belongs in the first", np.hstack([A, b]))}
        assert_close(model.W, np.hstack([b, A]), "W", rtol=1e-3, atol=1e-4, mistakes=mistakes)


def affine_data(rng, n_out, n_in):
    """Arrays of a model with Y = A X + b, and A (n_out, n_in) and b (n_out, 1); the test data obey another law."""
    A, b = rng.normal(size=(n_out, n_in)), rng.uniform(1, 2, size=(n_out, 1))
    X_train, X_test = rng.uniform(size=(2, n_in, 40))
    return {"X_train": X_train, "Y_train": A @ X_train + b, "X_test": X_test, "Y_test": 2 - A @ X_test}, A, b


def least_squares(X, Y):
    """The best weights without a bias, (n_out, n_in)."""
    return np.linalg.lstsq(X.T, Y.T, rcond=None)[0].T

"""Task linear_forward: predictions are weighted sums of the inputs, Ŷ = W X."""

import numpy as np

from decoding.checks import Task, assert_close, assert_shape, check, require, value_of

TASK = Task("linear_forward")


@check(points=0.5, public=True)
def test_every_column_gets_one_prediction(student, session):
    """forward(X) gives one column of two coordinates for every column of X."""
    model = student.LinearModel(**session.arrays)
    Y_pred = model.forward(session.X_test)
    require(
        np.shape(Y_pred) != session.Y_train.shape,
        "forward should predict from its argument X, but it predicts from the training data.",
        diagnosis="uses_training_data",
    )
    assert_shape(Y_pred, session.Y_test.shape, "forward(X)")


@check(points=0.5)
def test_predictions_do_not_depend_on_the_training_data(student, rng):
    """Two models with the same weights predict the same, whatever data they were made with."""
    W, X = rng.normal(size=(2, 5)), rng.uniform(size=(5, 7))
    one, other = (model_with(student, rng, W, n_columns=7).forward(X) for _ in range(2))
    assert_shape(one, (2, 7), "forward(X)")
    require(
        np.allclose(one, other, rtol=1e-5, atol=1e-7),
        "forward should use its argument X and the weights only, but its result changes with the data of the model.",
        diagnosis="uses_training_data",
    )


@check(points=1)
def test_predictions_are_weighted_sums(student, rng):
    """Each coordinate is the sum of the inputs times its row of weights."""
    for n_out, n_in, n_columns in ((2, 6, 9), (3, 3, 3), (1, 4, 8)):
        W = rng.normal(1.0, 1.0, size=(n_out, n_in))
        W[0] *= -1  # some predictions are negative, whatever the seed
        X = np.maximum(rng.uniform(-0.5, 1.5, size=(n_in, n_columns)), 0)
        mistakes = {
            "first_column_only": (
                "every column has the prediction of the first",
                np.repeat(W @ X[:, :1], n_columns, 1),
            ),
            "mean_of_cells": ("it is the mean over the cells, where the sum is asked for", W @ X / n_in),
            "clipped": ("predictions are kept inside the box, which no weighted sum does", np.clip(W @ X, 0, 1)),
            "no_negatives": ("negative predictions are cut off", np.maximum(W @ X, 0)),
            "binary_rates": ("only whether a cell fires enters, not how strongly", W @ (X > 0)),
            "weights_summed": ("the inputs are ignored", np.repeat(W.sum(1, keepdims=True), n_columns, 1)),
            "bias_from_nowhere": ("something is added to the weighted sum", W @ X + W[:, :1]),
        }
        if n_in == n_columns:
            mistakes["wrong_order"] = ("the factors are in the wrong order", lambda W=W, X=X: W @ X.T)
        model = model_with(student, rng, W, n_columns)
        assert_close(model.forward(X), W @ X, "forward(X)", rtol=1e-5, atol=1e-6, mistakes=mistakes)


@check(points=0.5)
def test_one_column_is_enough(student, rng):
    """A single column of inputs gives a single column of predictions."""
    W, X = rng.normal(size=(2, 5)), rng.uniform(size=(5, 1))
    model = model_with(student, rng, W, n_columns=4)
    assert_close(model.forward(X), W @ X, "forward(X)", rtol=1e-5, atol=1e-6)


@check(points=0.5)
def test_forward_leaves_its_input_and_the_weights_alone(student, rng):
    """Predicting changes neither the inputs nor the weights."""
    W, X = rng.normal(size=(2, 5)), rng.uniform(0.1, 1, size=(5, 6))
    model = model_with(student, rng, W, n_columns=6)
    kept = student.keep(X)
    first, second = model.forward(kept), model.forward(X)
    require(np.array_equal(value_of(kept), X), "forward changes the array that it is given.", diagnosis="input_changed")
    assert_close(model.W, W, "W after forward", rtol=1e-6, mistakes={"transposed": ("it was transposed", W.T)})
    assert_shape(first, (2, 6), "forward(X)")
    require(np.allclose(first, second), "Predicting the same twice gives two results.", diagnosis="not_repeatable")


def model_with(student, rng, W, n_columns):
    """A student's model with the given weights and random data of n_columns columns."""
    n_out, n_in = W.shape
    model = student.LinearModel(
        X_train=rng.uniform(size=(n_in, n_columns)),
        Y_train=rng.uniform(size=(n_out, n_columns)),
        X_test=rng.uniform(size=(n_in, n_columns)),
        Y_test=rng.uniform(size=(n_out, n_columns)),
    )
    model.W = W
    return model

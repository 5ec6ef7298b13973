"""Task linear_test_error: a fitted model decodes the walk that was kept back."""

import re

import numpy as np

from gradekit.assertions import assert_finite, assert_shape, require
from gradekit.cases import hint_if_raised
from gradekit.checks import Task, check
from gradekit.failures import CheckFailed
from gradekit.proxy import results_of, type_name

TASK = Task("linear_test_error", needs=["linear_forward", "w_star"])


OF_THE_SESSION = "Is linear_model a LinearModel of this session, with its cells?"
FITTED = 0.3
"""A test error that any fitted model stays below, and no other reaches, metres."""
TOO_SMALL = 0.8
"""Of the test error of the best weights for the training data: weights that were fitted to the test data have 0.65 and
0.75 of it in the two cohorts, those for the training data with the strongest pull that was tried (10) 0.85 and 0.89."""
EXACT = 2e-5
"""What residuals of the training data may have in common with the inputs: fits in single precision have up to 1e-5."""


@check(points=1, public=True)
def test_linear_model_has_been_fitted(student, session, rng):
    """linear_model is a linear model, and it predicts the test data far better than one that has not been fitted."""
    require_fitted_and_linear(the_model(student), session, rng)


def require_fitted(Y_pred, session):
    """Fail where the predictions are no better than a guess; otherwise the mean error on the test data, metres."""
    assert_finite(Y_pred, "linear_model.forward(session.X_test)")
    distance = np.linalg.norm(Y_pred - session.Y_test, axis=0).mean()
    require(
        distance < FITTED,
        "This is no better than guessing: has linear_model, as it is at the end, been fitted to the training data as"
        " they are, by fit() with its brackets?",
        f"mean error {100 * distance:.2f} cm",
        diagnosis="not_fitted",
    )
    return distance


def require_fitted_and_linear(model, session, rng):
    """Fail where it guesses, or does something other than one matrix to the test data; else its mean error, metres.

    The matrix is found from other inputs.
    """
    inputs = with_ones(rng.uniform(size=(session.n_cells, 3 * session.n_cells)))
    a_few, silent = session.X_test[:, ::100], np.zeros((session.n_cells, 2))
    found = predictions(model, session.X_test, a_few, silent, inputs[:-1])
    Y_pred = next(found)
    distance = require_fitted(Y_pred, session)
    require(
        np.allclose(next(found), Y_pred[:, ::100], atol=1e-5),
        "The prediction for one moment changes when other moments are left out.",
        diagnosis="looked_up",
    )
    require(
        np.allclose(next(found), 0, atol=1e-6),
        "Where no cell fires, linear_model predicts something other than zero: a LinearModel has no bias.",
        diagnosis="has_a_bias",
    )
    map_of_it = np.linalg.lstsq(inputs.T, next(found).T, rcond=None)[0].T
    require(
        np.allclose(map_of_it @ with_ones(session.X_test), Y_pred, rtol=1e-3, atol=1e-3),
        "linear_model is not linear: its prediction for a sum of inputs is not the sum of its predictions.",
        diagnosis="not_linear",
    )
    return distance


def with_ones(X):
    """X with a row of ones below it."""
    return np.vstack([X, np.ones(X.shape[1])])


@check(points=0.5)
def test_error_on_the_test_data_is_as_small_as_it_can_be(student, session, bounds, rng, source):
    """But for missing brackets, the error on the test data, unused in the fit, is that of the best linear model."""
    model = the_model_with_brackets(student, session, source)
    distance = require_fitted_and_linear(model, session, rng)
    require_no_say_of_the_test_data(overlaps(model, session))
    require(
        distance > TOO_SMALL * least_error(session),
        "The test error is smaller than training data alone can make it: were the test data used in the fit?",
        diagnosis="test_data",
    )
    detail = f"mean error {100 * distance:.2f} cm, at most {100 * bounds['linear_test_error']:.2f} cm"
    require(
        distance <= bounds["linear_test_error"],
        "The test error is larger than that of the best linear model.",
        detail,
        diagnosis="error_too_large",
    )


@check(points=0.5)
def test_the_training_data_and_no_others_were_fitted(student, session, rng, source):
    """But for missing brackets, linear_model was fitted to the training data, and the test data had no say."""
    model = the_model_with_brackets(student, session, source)
    require_fitted_and_linear(model, session, rng)
    overlap = overlaps(model, session)
    require_no_say_of_the_test_data(overlap)
    require(
        not overlap["left_out"],
        "linear_model does not have the best weights for the whole of the training data: one moment was left out.",
        diagnosis="one_moment_left_out",
    )
    require(
        not overlap["test_moment"],
        "linear_model was not fitted to the training data alone: one moment of the test data had a say.",
        diagnosis="one_test_moment",
    )
    cause = (
        "was a part of them left out or something added, did the fit end too early, or were the weights changed later?"
    )
    require(
        overlap["train"] < EXACT,
        f"linear_model does not have the best weights for the whole of the training data: {cause}",
        diagnosis="not_fitted",
    )


def least_error(session):
    """The mean error on the test data of the best linear model for the training data, metres."""
    W = np.linalg.lstsq(session.X_train.T, session.Y_train.T, rcond=None)[0].T
    return np.linalg.norm(W @ session.X_test - session.Y_test, axis=0).mean()


def overlaps(model, session):
    """How much the residuals of the training, the test and all data have in common with the inputs."""
    parts = {
        "train": (session.X_train, session.Y_train),
        "test_data": (session.X_test, session.Y_test),
        "all_data": (session.X, session.Y),
    }
    found = list(predictions(model, *(X for X, _ in parts.values())))
    overlap = {name: residual_overlap(Y_pred, *parts[name]) for name, Y_pred in zip(parts, found, strict=True)}
    slopes = (found[0] - session.Y_train) @ session.X_train.T
    return overlap | {
        "opposed": opposed(*found[:2], session),
        "left_out": is_that_of_one_moment(slopes, found[0] - session.Y_train, session.X_train),
        "test_moment": is_that_of_one_moment(-slopes, found[1] - session.Y_test, session.X_test),
    }


def is_that_of_one_moment(slopes, residuals, X):
    """Whether the slopes of the loss (2, n_cells) are those of a single moment: all the others add up to zero."""
    together = np.sum(residuals * (slopes @ X), axis=0)
    apart = np.sum(slopes**2) - 2 * together + np.sum(residuals**2, axis=0) * np.sum(X**2, axis=0)
    return apart.min() < 1e-2 * np.sum(slopes**2)


def opposed(Y_pred, Y_pred_test, session):
    """How much the slopes of the training loss and of the loss on a part of the test data oppose each other, up to 1.

    Where both kinds of data were fitted together the slopes add up to zero. Slopes are compared where all directions of
    the training data count alike. Weights of parts of the training data alone reach 0.6.
    """
    root = np.linalg.qr(session.X_train.T)[1].T

    def slope(Y_pred, X, Y):
        one = np.linalg.solve(root, X @ (Y_pred - Y).T).ravel()
        return one / max(np.linalg.norm(one), 1e-12)

    training, half = slope(Y_pred, session.X_train, session.Y_train), session.X_test.shape[1] // 2
    return max(
        -training @ slope(Y_pred_test[:, part], session.X_test[:, part], session.Y_test[:, part])
        for part in (slice(None), slice(half), slice(half, None))
    )


def require_no_say_of_the_test_data(overlap):
    """Fail where the model has the best weights for the test data, or for training and test data together."""
    for name in ("test_data", "all_data"):
        require(overlap[name] > 1e-4, "The test data were used in the fit.", diagnosis=name)
    require(
        overlap["train"] < 1e-4 or overlap["opposed"] < 0.85,
        "The test data, or a part of them, had a say in the fit.",
        diagnosis="all_data",
    )


def calibration_run(student, session):
    """The test error, in metres, that a correct answer ends at; least squares has one optimum and no chance in it."""
    Y_pred = the_model(student).forward(session.X_test)
    return float(np.linalg.norm(Y_pred - session.Y_test, axis=0).mean())


def the_model(student):
    """The student's linear_model, if it is one."""
    model = student.linear_model
    require(
        model is not None,
        "linear_model is None. fit() changes the model and returns nothing, so keep the model itself.",
        diagnosis="is_none",
    )
    require(
        callable(model),
        "linear_model should be a model, but it is data.",
        diagnosis="wrong_type",
    )
    require(
        type_name(model) != "type",
        "linear_model is a class; make a model of it, as `untrained` was made.",
        diagnosis="is_a_class",
    )
    return model


def the_model_with_brackets(student, session, source):
    """The model, fitted here where it guesses and `fit` stands without its brackets: another check tells that."""
    model = the_model(student)
    if any(re.search(r"^linear_model\.fit[ ]*(#.*)?$", cell, re.MULTILINE) for cell in source):
        try:
            require_fitted(next(predictions(model, session.X_test)), session)
        except CheckFailed:
            model.fit()
    return model


def predictions(model, *inputs):
    """What the model makes of each X (n_cells, N): arrays (2, N)."""
    with hint_if_raised(OF_THE_SESSION):
        for X, Y_pred in zip(inputs, results_of(model.forward, inputs), strict=True):
            assert_shape(Y_pred, (2, X.shape[1]), "linear_model.forward(X)")
            yield np.asarray(Y_pred)


def residual_overlap(Y_pred, X, Y):
    """How much the residuals have in common with the inputs; zero where a linear model was fitted to X and Y."""
    return np.abs((Y_pred - Y) @ X.T).max() / np.abs(Y @ X.T).max()

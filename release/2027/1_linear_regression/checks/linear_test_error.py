"""Task linear_test_error: a fitted model decodes the walk that was kept back."""

import numpy as np
from gradekit.assertions import assert_finite, assert_shape, require
from gradekit.cases import hint_if_raised
from gradekit.checks import Task, check
from gradekit.proxy import results_of, type_name

TASK = Task("linear_test_error", needs=["linear_forward", "w_star"])

OF_THE_SESSION = "Is linear_model a LinearModel of this session, with its cells?"

FITTED = 0.3


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


def predictions(model, *inputs):
    """What the model makes of each X (n_cells, N): arrays (2, N)."""
    with hint_if_raised(OF_THE_SESSION):
        for X, Y_pred in zip(inputs, results_of(model.forward, inputs), strict=True):
            assert_shape(Y_pred, (2, X.shape[1]), "linear_model.forward(X)")
            yield np.asarray(Y_pred)

"""Task linear_test_error: a fitted model decodes the walk that was kept back."""

import numpy as np
from decoding.checks import Task, assert_finite, assert_shape, check, require

TASK = Task("linear_test_error", needs=["linear_forward", "w_star"])


@check(points=0.5, public=True)
def test_linear_model_predicts_the_test_data(student, session):
    """linear_model is a model, and it predicts a position for every column of the test data."""
    Y_pred = predictions(the_model(student), session.X_test)
    assert_finite(Y_pred, "linear_model.forward(session.X_test)")


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
    return model


def predictions(model, X):
    """What the model makes of X (n_cells, N): an array (2, N)."""
    Y_pred = model.forward(X)
    assert_shape(Y_pred, (2, X.shape[1]), "linear_model.forward(X)")
    return np.asarray(Y_pred)

"""Task linear_forward: predictions are weighted sums of the inputs, Ŷ = W X."""

import numpy as np
from decoding.checks import Task, assert_shape, check, require

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

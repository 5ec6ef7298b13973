"""Task bias_term: the linear model with a bias, learnt as the weight of an input that is always 1."""

import numpy as np
from decoding.checks import Task, assert_shape, check, require

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

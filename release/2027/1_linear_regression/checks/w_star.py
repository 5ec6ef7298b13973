"""Task w_star: the optimal weights W* = (Y Xᵀ)(X Xᵀ)⁻¹."""

import numpy as np
from decoding.checks import Task, assert_finite, assert_shape, check, require

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

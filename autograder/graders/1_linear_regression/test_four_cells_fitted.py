"""Task four_cells_fitted: what the fit makes of the four one-hot cells."""

import numpy as np

from decoding.checks import Task, assert_close, assert_finite, assert_shape, check, require

TASK = Task("four_cells_fitted", needs=["linear_forward", "w_star"])


@check(points=0.5, public=True)
def test_weights_have_a_row_a_coordinate_and_a_column_a_cell(student, cohort):
    """W_four_cells has one row a coordinate and one column a cell."""
    assert_shape(student.W_four_cells, (2, len(cohort.one_hot.centres)), "W_four_cells")
    assert_finite(student.W_four_cells, "W_four_cells")


@check(points=0.5)
def test_weights_are_the_optimum_of_the_one_hot_session(student, sessions, cohort):
    """W_four_cells are the best weights for the training data of the one-hot session."""
    session, by_hand = sessions("one_hot"), np.array(cohort.one_hot.centres).T
    W = student.W_four_cells
    mistakes = {
        "by_hand": ("these are the middles of the quarters; take the weights that fit() finds", by_hand),
        "test_data": ("it is fitted to the test data", mean_positions(session.X_test, session.Y_test)),
        "all_data": ("the test data were used in the fit", mean_positions(session.X, session.Y)),
        "rounded": ("it is rounded; give the weights as fit() leaves them", np.round(fitted(session), 2)),
        "rows_reversed": ("row 0 should be for x and row 1 for y", fitted(session)[::-1]),
    }
    assert_shape(W, by_hand.shape, "W_four_cells")
    assert_finite(W, "W_four_cells")
    recognised = any(np.allclose(W, wrong, rtol=1e-3) for _, wrong in mistakes.values())
    require(
        recognised or np.abs(W - by_hand).max() < 0.15,
        "Fitted weights lie close to the middles of the quarters; these do not. Has the model been fitted?",
        diagnosis="not_fitted",
    )
    assert_close(W, fitted(session), "W_four_cells", rtol=1e-4, mistakes=mistakes)


def fitted(session):
    """The optimum on the training data: for one-hot cells, the mean position while each fires, (2, n_cells)."""
    return mean_positions(session.X_train, session.Y_train)


def mean_positions(X, Y):
    """Mean of the columns of Y in which each one-hot cell fires."""
    return (Y @ X.T) / X.sum(1)

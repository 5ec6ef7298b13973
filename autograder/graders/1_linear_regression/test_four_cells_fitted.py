"""Task four_cells_fitted: what the fit makes of the four one-hot cells."""

import numpy as np

from gradekit.assertions import as_array, assert_close, assert_finite, assert_shape, require
from gradekit.cases import case
from gradekit.checks import Task, check

TASK = Task("four_cells_fitted", needs=["linear_forward", "w_star"])
NEARLY = "where all digits are wanted, those of the weights that fit() finds in all of the training data"
FAR_OFF = (
    "Fitted weights lie close to the middles of the quarters; these do not. Was the model fitted, to the one-hot"
    " session, and without a bias?"
)


@check(points=0, public=True)
def test_weights_have_one_row_per_coordinate_and_one_column_per_cell(student, cohort):
    """W_four_cells has one row per coordinate and one column per cell."""
    assert_shape(student.W_four_cells, (2, len(cohort.one_hot.centres)), "W_four_cells")
    assert_finite(student.W_four_cells, "W_four_cells")


@check(points=1)
def test_weights_are_the_optimum_of_the_one_hot_session(student, sessions, cohort):
    """W_four_cells are the best weights for the training data of the one-hot session."""
    session, by_hand = sessions("one_hot"), np.array(cohort.one_hot.centres).T
    W, right = student.W_four_cells, mean_positions(session.X_train, session.Y_train)
    train_X, train_Y, half = session.X_train, session.Y_train, session.n_train // 2
    medians = [np.median(train_Y[:, fires > 0.5], axis=1) for fires in train_X]
    a_part = "only a part of the training data was used"
    mistakes = {
        "medians": ("these are medians; the best weights are other numbers", np.transpose(medians)),
        "first_half": (a_part, mean_positions(train_X[:, :half], train_Y[:, :half])),
        "every_second": (a_part, mean_positions(train_X[:, ::2], train_Y[:, ::2])),
        "equal_times": (
            "the animal is not in each quarter equally long",
            train_Y @ train_X.T / (session.n_train / len(train_X)),
        ),
        "by_hand": ("these are the middles of the quarters; take the weights that fit() finds", by_hand),
        "test_data": ("it is fitted to the test data", mean_positions(session.X_test, session.Y_test)),
        "all_data": ("the test data were used in the fit", mean_positions(session.X, session.Y)),
        "rows_reversed": ("row 0 should be for x and row 1 for y", right[::-1]),
        "transposed": ("it is the transpose of what it should be", right.T),
        "cells_exchanged": ("the cells are in another order", right[:, ::-1]),
        "all_zero": ("it is zero everywhere", 0 * right),
        "negative": ("the sign is flipped", -right),
        "first_row_twice": ("both rows are the weights of x", np.repeat(right[:1], 2, 0)),
        "second_row_twice": ("both rows are the weights of y", np.repeat(right[1:], 2, 0)),
        "inverse_missing": ("the inverse of X Xᵀ is missing", train_Y @ train_X.T),
        "inverse_missing_mean": ("the inverse of X Xᵀ is missing", train_Y @ train_X.T / session.n_train),
        "with_bias": ("it comes from a model with a bias; fit one without", with_bias(session)),
        "half_way": (
            "it is half way between the fitted weights and the middles of the quarters",
            (right + by_hand) / 2,
        ),
        "two_decimals": ("it is rounded; all digits are wanted", np.round(right, 2)),
        "three_decimals": ("it is rounded; all digits are wanted", np.round(right, 3)),
        "one_decimal": ("it is rounded; all digits are wanted", np.round(right, 1)),
        "bias_taken_off": ("it comes from a model with a bias; fit one without", without_bias(session)),
    }
    require(
        as_array(W, "W_four_cells").shape != (2, len(by_hand[0]) + 1),
        "W_four_cells has a column too many, as of a model with a bias: fit one without.",
        diagnosis="with_bias",
    )
    assert_shape(W, by_hand.shape, "W_four_cells")
    assert_finite(W, "W_four_cells")
    recognised = any(np.allclose(W, wrong, rtol=1e-3) for _, wrong in mistakes.values() if wrong.shape == right.shape)
    require(recognised or np.abs(W - by_hand).max() < 0.15, FAR_OFF, diagnosis="not_fitted")
    with case(
        "nearly_fitted",
        NEARLY,
    ):
        assert_close(W, right, "W_four_cells", rtol=1e-4, mistakes=mistakes)


def with_bias(session):
    """The weights of a model with a bias, (2, n_cells + 1)."""
    X = np.vstack([np.ones((1, session.n_train)), session.X_train])
    return np.linalg.lstsq(X.T, session.Y_train.T, rcond=None)[0].T


def without_bias(session):
    """The weights of the cells in a model with a bias, (2, n_cells)."""
    return with_bias(session)[:, 1:]


def mean_positions(X, Y):
    """Mean of the columns of Y in which each one-hot cell fires: the optimum for one-hot cells, (2, n_cells)."""
    return (Y @ X.T) / X.sum(1)

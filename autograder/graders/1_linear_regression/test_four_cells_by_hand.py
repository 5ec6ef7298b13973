"""Task four_cells_by_hand: weights for four one-hot cells, chosen by looking."""

import numpy as np

from decoding.checks import Task, assert_finite, assert_shape, check, require

TASK = Task("four_cells_by_hand")


@check(points=0.5, public=True)
def test_weights_have_a_row_a_coordinate_and_a_column_a_cell(student, cohort):
    """W_by_hand has one row a coordinate and one column a cell."""
    assert_shape(student.W_by_hand, (2, len(cohort.one_hot.centres)), "W_by_hand")
    assert_finite(student.W_by_hand, "W_by_hand")


@check(points=0.5)
def test_row_0_tells_left_from_right(student, cohort):
    """Row 0 gives the cells on the right a larger x-coordinate than those on the left."""
    W, centres = weights_and_centres(student, cohort)
    swapped = in_order(W[1], centres[:, 0]) and in_order(W[0], centres[:, 1])
    require(
        not swapped,
        "The rows are swapped: row 0 is for the x-coordinate, row 1 for the y-coordinate.",
        diagnosis="rows_swapped",
    )
    require(
        not in_order(-W[0], centres[:, 0]),
        "Left and right are swapped in row 0: x grows to the right.",
        diagnosis="left_right",
    )
    require(
        in_order(W[0], centres[:, 0]),
        "In row 0, a cell on the right needs a larger weight than a cell on the left.",
        diagnosis="x_order",
    )


@check(points=0.5)
def test_row_1_tells_bottom_from_top(student, cohort):
    """Row 1 gives the cells at the top a larger y-coordinate than those at the bottom."""
    W, centres = weights_and_centres(student, cohort)
    require(
        not in_order(-W[1], centres[:, 1]),
        "Top and bottom are swapped in row 1: y grows upwards.",
        diagnosis="top_bottom",
    )
    require(
        in_order(W[1], centres[:, 1]),
        "In row 1, a cell at the top needs a larger weight than a cell at the bottom.",
        diagnosis="y_order",
    )


@check(points=0.5)
def test_the_guesses_are_about_as_near_as_any(student, cohort, sessions):
    """With W_by_hand the mean error is close to the best that four one-hot cells allow."""
    W, _ = weights_and_centres(student, cohort)
    one_hot = sessions("one_hot")
    best = np.linalg.lstsq(one_hot.X.T, one_hot.Y.T, rcond=None)[0].T
    achieved, possible = (mean_distance(V @ one_hot.X, one_hot.Y) for V in (W, best))
    if achieved <= 1.15 * possible:
        return
    detail = f"mean error {100 * achieved:.1f} cm, possible {100 * possible:.1f} cm"
    require(
        not np.isin(W, (0, 1)).all(),
        "These are the corners of the box. Which point of a quarter is near to all of its points?",
        detail,
        "corners",
    )
    require(
        np.abs(W).max() <= 1.5,
        "Some guesses lie far outside the box. Positions are in metres, and the box measures one.",
        detail,
        "not_metres",
    )
    require(False, "The guess for a quarter should be near to all of its points.", detail, "not_the_middle")


def weights_and_centres(student, cohort):
    """The student's weights (2, n_cells) and the centres (n_cells, 2)."""
    centres = np.array(cohort.one_hot.centres)
    W = student.W_by_hand
    assert_shape(W, (2, len(centres)), "W_by_hand")
    assert_finite(W, "W_by_hand")
    return np.asarray(W, dtype=float), centres


def in_order(weights, coordinate):
    """Whether every cell beyond the middle of the box outweighs every cell before it."""
    return weights[coordinate > 0.5].min() > weights[coordinate < 0.5].max()


def mean_distance(Y_pred, Y_true):
    """Mean Euclidean distance, metres."""
    return np.linalg.norm(Y_pred - Y_true, axis=0).mean()

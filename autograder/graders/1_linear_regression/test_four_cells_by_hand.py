"""Task four_cells_by_hand: weights for four one-hot cells, chosen by looking."""

import numpy as np

from gradekit.assertions import as_array, assert_finite, assert_shape, fail
from gradekit.checks import Task, check

TASK = Task("four_cells_by_hand")
NEAR = 0.06 + 1e-6
"""How far a weight may be from the middle of its quarter, metres."""


@check(points=0, public=True)
def test_weights_have_one_row_per_coordinate_and_one_column_per_cell(student, cohort):
    """W_by_hand has one row per coordinate and one column per cell."""
    assert_shape(student.W_by_hand, (2, len(cohort.one_hot.centres)), "W_by_hand")
    assert_finite(student.W_by_hand, "W_by_hand")


@check(points=0.5)
def test_row_0_tells_left_from_right(student, cohort):
    """Row 0 gives every cell an x-coordinate that is near to all points of its quarter."""
    W, centres = weights_and_centres(student, cohort)
    require_near(W, centres, 0)


@check(points=0.5)
def test_row_1_tells_bottom_from_top(student, cohort):
    """Row 1 gives every cell a y-coordinate that is near to all points of its quarter."""
    W, centres = weights_and_centres(student, cohort)
    require_near(W, centres, 1)


@check(points=0.5)
def test_x_coordinates_are_near_but_for_one_slip(student, cohort):
    """But for one slip, every cell has an x-coordinate that is near to all points of its quarter."""
    require_near_but_for_one_slip(student, cohort, 0)


@check(points=0.5)
def test_y_coordinates_are_near_but_for_one_slip(student, cohort):
    """But for one slip, every cell has a y-coordinate that is near to all points of its quarter."""
    require_near_but_for_one_slip(student, cohort, 1)


def require_near_but_for_one_slip(student, cohort, row):
    """Fail unless a row is near but for a weight, its place in the array, its unit or its origin: others tell that."""
    W, middles = np.atleast_2d(as_array(student.W_by_hand, "W_by_hand")), np.array(cohort.one_hot.centres)[:, row]
    in_two_rows = W.reshape(2, -1) if W.size % 2 == 0 else W
    for one in (W, W.T, W[::-1], W / 100, W + 0.5, in_two_rows) if W.ndim == 2 else ():
        if (
            one[row : row + 1].shape == (1, len(middles))
            and np.sum(np.abs(one[row] - middles) <= NEAR) >= len(middles) - 1
        ):
            return
    W, centres = weights_and_centres(student, cohort)
    require_near(W, centres, row)


def weights_and_centres(student, cohort):
    """The student's weights (2, n_cells) and the centres (n_cells, 2)."""
    centres = np.array(cohort.one_hot.centres)
    W = student.W_by_hand
    assert_shape(W, (2, len(centres)), "W_by_hand")
    assert_finite(W, "W_by_hand")
    return np.asarray(W, dtype=float), centres


def require_near(W, centres, row):
    """Fail unless a row of the weights is near the middles of the quarters; the message names the likely cause."""
    weights, middles, others = W[row], centres[:, row], centres[:, 1 - row]
    off = np.abs(weights - middles) > NEAR
    if not off.any():
        return
    direction, far, early, swapped = (
        ("to the right", "right", "left", "left_right"),
        ("upwards", "top", "bottom", "top_bottom"),
    )[row]
    for holds, slug, sentence in (
        (
            not weights.any(),
            "all_zero",
            "all weights are zero: an array of whole numbers (dtype int) cuts off what is behind the point",
        ),
        (np.ptp(weights) == 0, "all_the_same", "all cells have the same weight, so the guess is the same everywhere"),
        (
            np.abs(weights).max() > 1.5,
            "not_metres",
            "some guesses lie far outside the box; positions are in metres, and the box measures one",
        ),
        (
            near(weights, others) and (near(W[1 - row], middles) or near(W[1 - row], others)),
            "rows_swapped",
            "it is the other row: row 0 is for x, row 1 for y",
        ),
        (near(weights, 1 - middles), swapped, f"the two sides are exchanged: the coordinate grows {direction}"),
        (
            near(weights, np.round(middles)),
            "corners",
            "these are the walls of the box, not its quarters",
        ),
        (near(weights, middles - 0.5), "origin_in_the_middle", "the origin is the corner at the bottom left"),
        (
            near(weights, 2 * middles),
            "twice",
            "every weight is twice as large as it should be: half of a side is 0.5, and its middle 0.25",
        ),
        (near(weights, middles / 2), "half", "every weight is half as large as it should be"),
        (
            set(np.unique(weights)) <= {-1.0, 1.0},
            "signs_only",
            "these are signs for the two sides; a weight is the place that is guessed, in metres",
        ),
        (
            set(np.unique(weights)) <= {0.0, 1.0},
            "rates_for_weights",
            "these are zeros and ones, as rates are; a weight is the place that is guessed, in metres",
        ),
        (
            bool(np.allclose(weights, (weights @ middles) / (middles @ middles) * middles, atol=1e-6)),
            "scaled",
            "the weights are in proportion, but scaled; a weight is the place that is guessed, in metres",
        ),
        (
            near(np.sort(W.ravel()), np.sort(centres.ravel())) and not near(np.sort(weights), np.sort(middles)),
            "reshaped",
            "the numbers of the two rows are mixed up: the table of centres has to be transposed, not reshaped",
        ),
        (
            near(np.sort(weights), np.sort(middles)),
            "cells_exchanged",
            "the numbers belong to other cells",
        ),
        (
            not in_order(weights, middles),
            "wrong_order",
            f"every cell at the {far} needs a larger weight than one at the {early}",
        ),
        (
            off.sum() == 1,
            "one_weight_off",
            f"the weight of cell {off.argmax()} is too far off, the others are near enough",
        ),
    ):
        if holds:
            fail(f"Row {row} of W_by_hand is not right: {sentence}.", diagnosis=slug)
    fail(
        f"Row {row} of W_by_hand is not right: the sides are told apart, but {off.sum()} weights are too far off. A"
        " weight is the middle of its quarter, the point that is near to all others in it.",
        diagnosis="not_the_middle",
    )


def near(weights, wanted):
    return bool(np.shape(weights) == np.shape(wanted) and np.all(np.abs(weights - wanted) <= NEAR))


def in_order(weights, coordinate):
    """Whether every cell beyond the middle of the box outweighs every cell before it."""
    return weights[coordinate > 0.5].min() > weights[coordinate < 0.5].max()

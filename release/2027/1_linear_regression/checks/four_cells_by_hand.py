"""Task four_cells_by_hand: weights for four one-hot cells, chosen by looking."""

from gradekit.assertions import assert_finite, assert_shape
from gradekit.checks import Task, check

TASK = Task("four_cells_by_hand")


@check(points=0, public=True)
def test_weights_have_one_row_per_coordinate_and_one_column_per_cell(student, cohort):
    """W_by_hand has one row per coordinate and one column per cell."""
    assert_shape(student.W_by_hand, (2, len(cohort.one_hot.centres)), "W_by_hand")
    assert_finite(student.W_by_hand, "W_by_hand")

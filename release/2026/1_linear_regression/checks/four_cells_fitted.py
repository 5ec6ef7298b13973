"""Task four_cells_fitted: what the fit makes of the four one-hot cells."""

from gradekit.assertions import assert_finite, assert_shape
from gradekit.checks import Task, check

TASK = Task("four_cells_fitted", needs=["linear_forward", "w_star"])


@check(points=0, public=True)
def test_weights_have_one_row_per_coordinate_and_one_column_per_cell(student, cohort):
    """W_four_cells has one row per coordinate and one column per cell."""
    assert_shape(student.W_four_cells, (2, len(cohort.one_hot.centres)), "W_four_cells")
    assert_finite(student.W_four_cells, "W_four_cells")

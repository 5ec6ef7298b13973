"""The public checks of four_cells_fitted as Otter runs them. What they check stands in checks/four_cells_fitted.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "four_cells_fitted"


@test_case(name="W_four_cells has one row per coordinate and one column per cell.", points=0)
def test_weights_have_one_row_per_coordinate_and_one_column_per_cell(env):
    run_public_check("four_cells_fitted", "test_weights_have_one_row_per_coordinate_and_one_column_per_cell", env, fixtures="decoding.fixtures")

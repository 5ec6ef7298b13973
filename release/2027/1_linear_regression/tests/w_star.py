"""The public checks of w_star as Otter runs them. What they check stands in checks/w_star.py."""

from decoding.notebook import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "w_star"


@test_case(name="fit() leaves weights with one row a coordinate and one column a cell, not those that it started with.", points=0.5)
def test_weights_have_a_row_a_coordinate_and_a_column_a_cell(env):
    run_public_check("w_star", "test_weights_have_a_row_a_coordinate_and_a_column_a_cell", env)

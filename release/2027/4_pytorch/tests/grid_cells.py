"""The public checks of grid_cells as Otter runs them. What they check stands in checks/grid_cells.py."""

from decoding.notebook import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "grid_cells"


@test_case(name="grid_errors holds three errors in metres: no longer than the box, and the networks do better than a sum.", points=0.5)
def test_three_errors_in_metres(env):
    run_public_check("grid_cells", "test_three_errors_in_metres", env)

"""The public checks of grid_cells as Otter runs them. What they check stands in checks/grid_cells.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "grid_cells"


@test_case(name="grid_errors holds what your three models err by on the test data, in metres.", points=0.75)
def test_errors_are_those_of_the_three_models(env):
    run_public_check("grid_cells", "test_errors_are_those_of_the_three_models", env, fixtures="decoding.fixtures")


@test_case(name="Each model does better than the one before. This has no points; whether it is trained as told, others check.", points=0)
def test_each_model_does_better_than_the_one_before(env):
    run_public_check("grid_cells", "test_each_model_does_better_than_the_one_before", env, fixtures="decoding.fixtures")

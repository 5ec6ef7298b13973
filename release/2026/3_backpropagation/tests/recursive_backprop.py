"""The public checks of recursive_backprop as Otter runs them. What they check stands in checks/recursive_backprop.py."""

from decoding.notebook import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "recursive_backprop"


@test_case(name="There is one array of slopes for each matrix, of its shape, in the order of the matrices.", points=0.5)
def test_one_array_of_slopes_for_each_matrix(env):
    run_public_check("recursive_backprop", "test_one_array_of_slopes_for_each_matrix", env)

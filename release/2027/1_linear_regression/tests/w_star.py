"""The public checks of w_star as Otter runs them. What they check stands in checks/w_star.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "w_star"


@test_case(name="For two cells and three moments fit() sets the weights of the worked example.", points=0.25)
def test_worked_example(env):
    run_public_check("w_star", "test_worked_example", env, fixtures="decoding.fixtures")

"""The public checks of linear_forward as Otter runs them. What they check stands in checks/linear_forward.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "linear_forward"


@test_case(name="With three cells and two moments it gives the weighted sums that one finds by hand.", points=0.25)
def test_worked_example(env):
    run_public_check("linear_forward", "test_worked_example", env, fixtures="decoding.fixtures")

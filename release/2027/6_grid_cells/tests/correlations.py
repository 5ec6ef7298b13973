"""The public checks of correlations as Otter runs them. What they check stands in checks/correlations.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "correlations"


@test_case(name="The worked example comes out, and another one with three places.", points=0.25)
def test_worked_example(env):
    run_public_check("correlations", "test_worked_example", env, fixtures="decoding.fixtures")

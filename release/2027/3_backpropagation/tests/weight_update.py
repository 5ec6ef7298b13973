"""The public checks of weight_update as Otter runs them. What they check stands in checks/weight_update.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "weight_update"


@test_case(name="The step of the worked example, taken by every weight at once: from 2 to 1.89.", points=0.5)
def test_worked_example(env):
    run_public_check("weight_update", "test_worked_example", env, fixtures="decoding.fixtures")

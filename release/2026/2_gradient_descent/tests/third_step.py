"""The public checks of third_step as Otter runs them. What they check stands in checks/third_step.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "third_step"


@test_case(name="W_3 is one number, and the loss there is lower than at the start.", points=0)
def test_third_step_is_one_number_and_lower_than_the_start(env):
    run_public_check("third_step", "test_third_step_is_one_number_and_lower_than_the_start", env, fixtures="decoding.fixtures")

"""The public checks of training_step as Otter runs them. What they check stands in checks/training_step.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "training_step"


@test_case(name="The loss of the batch before the step is returned, a plain number.", points=0.5)
def test_loss_before_the_step_is_returned(env):
    run_public_check("training_step", "test_loss_before_the_step_is_returned", env, fixtures="decoding.fixtures")


@test_case(name="All parameters move, and a bias of the output down its own slope, also where slopes of another sweep are left.", points=0.5)
def test_step_goes_down_the_slope(env):
    run_public_check("training_step", "test_step_goes_down_the_slope", env, fixtures="decoding.fixtures")

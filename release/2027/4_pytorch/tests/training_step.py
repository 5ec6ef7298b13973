"""The public checks of training_step as Otter runs them. What they check stands in checks/training_step.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "training_step"


@test_case(name="The loss of the batch before the step is returned, a number; a bias of the output moves down its own slope.", points=1)
def test_step_goes_down_the_slope_and_says_what_the_loss_was(env):
    run_public_check("training_step", "test_step_goes_down_the_slope_and_says_what_the_loss_was", env, fixtures="decoding.fixtures")


@test_case(name="A step follows the slopes of its own batch, also where slopes of an earlier sweep are left.", points=0)
def test_slopes_from_before_do_not_count(env):
    run_public_check("training_step", "test_slopes_from_before_do_not_count", env, fixtures="decoding.fixtures")

"""The public checks of training_step as Otter runs them. What they check stands in checks/training_step.py."""

from decoding.notebook import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "training_step"


@test_case(name="The step returns the loss of the batch before it, a number, and lowers it; every parameter moves.", points=1)
def test_step_lowers_the_loss_and_says_what_it_was(env):
    run_public_check("training_step", "test_step_lowers_the_loss_and_says_what_it_was", env)

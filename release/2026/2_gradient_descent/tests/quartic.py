"""The public checks of quartic as Otter runs them. What they check stands in checks/quartic.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "quartic"


@test_case(name="quartic_derivative agrees with the central difference of the loss at a few weights.", points=0.5)
def test_quartic_slope_agrees_with_the_central_difference(env):
    run_public_check("quartic", "test_quartic_slope_agrees_with_the_central_difference", env, fixtures="decoding.fixtures")


@test_case(name="W_stuck and W_best are single numbers at which the curve is level, and the loss at W_best is the lower one.", points=0)
def test_stuck_and_best_are_level_and_apart(env):
    run_public_check("quartic", "test_stuck_and_best_are_level_and_apart", env, fixtures="decoding.fixtures")

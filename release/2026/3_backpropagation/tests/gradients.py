"""The public checks of gradients as Otter runs them. What they check stands in checks/gradients.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "gradients"


@test_case(name="Some slopes of each matrix agree with the central difference of your own network's loss, biases or not.", points=1)
def test_slopes_agree_with_central_differences(env):
    run_public_check("gradients", "test_slopes_agree_with_central_differences", env, fixtures="decoding.fixtures")

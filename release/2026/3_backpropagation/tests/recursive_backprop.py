"""The public checks of recursive_backprop as Otter runs them. What they check stands in checks/recursive_backprop.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "recursive_backprop"


@test_case(name="For one matrix and for two, there is one array of slopes for each, and it agrees with central differences.", points=0.5)
def test_slopes_agree_with_central_differences(env):
    run_public_check("recursive_backprop", "test_slopes_agree_with_central_differences", env, fixtures="decoding.fixtures")

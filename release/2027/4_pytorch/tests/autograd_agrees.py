"""The public checks of autograd_agrees as Otter runs them. What they check stands in checks/autograd_agrees.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "autograd_agrees"


@test_case(name="On a small problem each of the three slopes is an array like its matrix and agrees with central differences.", points=0.5)
def test_slopes_agree_with_the_central_difference(env):
    run_public_check("autograd_agrees", "test_slopes_agree_with_the_central_difference", env, fixtures="decoding.fixtures")

"""The public checks of derivative as Otter runs them. What they check stands in checks/derivative.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "derivative"


@test_case(name="The slope agrees with (L(W + h) \u2212 L(W \u2212 h)) / 2h at a few weights.", points=0.5)
def test_slope_agrees_with_the_central_difference(env):
    run_public_check("derivative", "test_slope_agrees_with_the_central_difference", env, fixtures="decoding.fixtures")

"""The public checks of fit_1d as Otter runs them. What they check stands in checks/fit_1d.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "fit_1d"


@test_case(name="fit_1d gives the weight of the worked example, and of another one.", points=0.5)
def test_worked_example_comes_out(env):
    run_public_check("fit_1d", "test_worked_example_comes_out", env, fixtures="decoding.fixtures")


@test_case(name="sigma_X, sigma_XY and W_1d are one number each, and the last is the quotient of the other two.", points=0)
def test_numbers_of_the_houses_agree(env):
    run_public_check("fit_1d", "test_numbers_of_the_houses_agree", env, fixtures="decoding.fixtures")

"""The public checks of adam as Otter runs them. What they check stands in checks/adam.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "adam"


@test_case(name="adam_descent takes the steps of the worked example, and other steps with other numbers.", points=0.5)
def test_path_of_the_worked_example(env):
    run_public_check("adam", "test_path_of_the_worked_example", env, fixtures="decoding.fixtures")


@test_case(name="The network is left with an Adam optimiser with the given learning rate, and its first step is that long.", points=0.5)
def test_network_is_left_with_an_adam_optimiser(env):
    run_public_check("adam", "test_network_is_left_with_an_adam_optimiser", env, fixtures="decoding.fixtures")

"""The public checks of gradients as Otter runs them. What they check stands in checks/gradients.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "gradients"


@test_case(name="Some entries of dLdW2 and dLdW3 agree with the central difference of your network's loss, biases or not.", points=0.5)
def test_some_slopes_of_the_second_matrix(env):
    run_public_check("gradients", "test_some_slopes_of_the_second_matrix", env, fixtures="decoding.fixtures")


@test_case(name="Some entries of dLdW1 agree with the central difference of your network's loss, biases or not.", points=0.5)
def test_some_slopes_of_the_first_matrix(env):
    run_public_check("gradients", "test_some_slopes_of_the_first_matrix", env, fixtures="decoding.fixtures")

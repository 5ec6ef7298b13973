"""The public checks of activations as Otter runs them. What they check stands in checks/activations.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "activations"


@test_case(name="The values at zero and far out are those of the table: ReLU 0, 0, 7; sigmoid 0, a/2, a; tanh \u2212a, 0, a.", points=0.5)
def test_known_values(env):
    run_public_check("activations", "test_known_values", env, fixtures="decoding.fixtures")


@test_case(name="With deriv=True, each function gives its own slope: it agrees with the central difference of its values.", points=0.5)
def test_slopes_are_those_of_the_values(env):
    run_public_check("activations", "test_slopes_are_those_of_the_values", env, fixtures="decoding.fixtures")

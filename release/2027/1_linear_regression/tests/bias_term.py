"""The public checks of bias_term as Otter runs them. What they check stands in checks/bias_term.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "bias_term"


@test_case(name="With one cell and the weights of the worked example forward() predicts what it says.", points=0.25)
def test_worked_example_of_forward(env):
    run_public_check("bias_term", "test_worked_example_of_forward", env, fixtures="decoding.fixtures")


@test_case(name="With one cell fit() finds the weights of the worked example.", points=0.25)
def test_worked_example_of_fit(env):
    run_public_check("bias_term", "test_worked_example_of_fit", env, fixtures="decoding.fixtures")


@test_case(name="With use_bias=False it does what LinearModel does.", points=0)
def test_without_a_bias(env):
    run_public_check("bias_term", "test_without_a_bias", env, fixtures="decoding.fixtures")

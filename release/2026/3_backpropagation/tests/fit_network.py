"""The public checks of fit_network as Otter runs them. What they check stands in checks/fit_network.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "fit_network"


@test_case(name="One batch of everything moves each weight by \u2212\u03b7 (dL/dW + \u03bb W).", points=0.5)
def test_one_batch_of_everything_is_one_step(env):
    run_public_check("fit_network", "test_one_batch_of_everything_is_one_step", env, fixtures="decoding.fixtures")


@test_case(name="After two epochs each matrix has changed, and the history says how it went.", points=0)
def test_training_fills_the_history(env):
    run_public_check("fit_network", "test_training_fills_the_history", env, fixtures="decoding.fixtures")

"""The public checks of fit_network as Otter runs them. What they check stands in checks/fit_network.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "fit_network"


@test_case(name="One batch of everything moves each weight by \u2212\u03b7 (dL/dW + \u03bb W); after two epochs the history says how it went.", points=1)
def test_training_takes_the_steps_and_fills_the_history(env):
    run_public_check("fit_network", "test_training_takes_the_steps_and_fills_the_history", env, fixtures="decoding.fixtures")

"""The public checks of fit_network as Otter runs them. What they check stands in checks/fit_network.py."""

from decoding.notebook import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "fit_network"


@test_case(name="Two epochs change all three matrices, and the history says how it went.", points=1)
def test_training_changes_all_weights_and_fills_the_history(env):
    run_public_check("fit_network", "test_training_changes_all_weights_and_fills_the_history", env)

"""The public checks of weight_update as Otter runs them. What they check stands in checks/weight_update.py."""

from decoding.notebook import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "weight_update"


@test_case(name="One step changes W1, W2 and W3, keeps their shapes, and leaves the slopes as they are.", points=0.5)
def test_all_three_matrices_move(env):
    run_public_check("weight_update", "test_all_three_matrices_move", env)

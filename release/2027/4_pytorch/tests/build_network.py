"""The public checks of build_network as Otter runs them. What they check stands in checks/build_network.py."""

from decoding.notebook import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "build_network"


@test_case(name="forward gives a numpy array (2, N), whatever N is, and a tensor of the same shape when it is asked for one.", points=1)
def test_prediction_has_one_column_a_moment(env):
    run_public_check("build_network", "test_prediction_has_one_column_a_moment", env)

"""The public checks of momentum as Otter runs them. What they check stands in checks/momentum.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "momentum"


@test_case(name="Down a ramp the path is that of the worked example: each step keeps a part of the one before.", points=0.5)
def test_path_down_a_ramp(env):
    run_public_check("momentum", "test_path_down_a_ramp", env, fixtures="decoding.fixtures")

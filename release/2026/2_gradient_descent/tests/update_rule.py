"""The public checks of update_rule as Otter runs them. What they check stands in checks/update_rule.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "update_rule"


@test_case(name="Down a ramp (one slope everywhere) the n_steps + 1 weights are evenly spaced; on flat ground nothing moves.", points=1)
def test_path_down_a_ramp(env):
    run_public_check("update_rule", "test_path_down_a_ramp", env, fixtures="decoding.fixtures")


@test_case(name="With the slope 2 W and a rate of \u00bc each step halves the weight, or each of an array, which stays as it was.", points=0)
def test_slope_is_taken_anew_at_each_weight(env):
    run_public_check("update_rule", "test_slope_is_taken_anew_at_each_weight", env, fixtures="decoding.fixtures")

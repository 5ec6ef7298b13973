"""The public checks of large_steps as Otter runs them. What they check stands in checks/large_steps.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "large_steps"


@test_case(name="path_large_eta starts where the first path did and jumps across the minimum; eta_limit is one number.", points=0)
def test_large_steps_jump_across_the_valley(env):
    run_public_check("large_steps", "test_large_steps_jump_across_the_valley", env, fixtures="decoding.fixtures")

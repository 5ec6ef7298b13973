"""The public checks of other_side as Otter runs them. What they check stands in checks/other_side.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "other_side"


@test_case(name="path_from_right starts on the other side, and every step is \u03b7 times the slope, downhill.", points=0.5)
def test_path_from_right_starts_on_the_other_side(env):
    run_public_check("other_side", "test_path_from_right_starts_on_the_other_side", env, fixtures="decoding.fixtures")

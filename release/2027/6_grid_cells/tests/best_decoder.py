"""The public checks of best_decoder as Otter runs them. What they check stands in checks/best_decoder.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "best_decoder"


@test_case(name="It gives one place for each moment. How good they are is looked at when it is graded.", points=0)
def test_form(env):
    run_public_check("best_decoder", "test_form", env, fixtures="decoding.fixtures")

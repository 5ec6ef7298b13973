"""The public checks of learn as Otter runs them. What they check stands in checks/learn.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "learn"


@test_case(name="The weights of the worked example stay, others move, and nothing becomes of no step.", points=0.5)
def test_worked_example(env):
    run_public_check("learn", "test_worked_example", env, fixtures="decoding.fixtures")

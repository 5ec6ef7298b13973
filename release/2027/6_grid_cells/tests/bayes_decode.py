"""The public checks of bayes_decode as Otter runs them. What they check stands in checks/bayes_decode.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "bayes_decode"


@test_case(name="The worked example comes out, for no spike and for two.", points=0.5)
def test_worked_example(env):
    run_public_check("bayes_decode", "test_worked_example", env, fixtures="decoding.fixtures")

"""The public checks of bias_term as Otter runs them. What they check stands in checks/bias_term.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "bias_term"


@test_case(name="With one cell it predicts what the worked example says, and fit() finds those weights; without a bias too.", points=0.5)
def test_worked_example(env):
    run_public_check("bias_term", "test_worked_example", env, fixtures="decoding.fixtures")

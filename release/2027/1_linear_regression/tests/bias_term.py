"""The public checks of bias_term as Otter runs them. What they check stands in checks/bias_term.py."""

from decoding.notebook import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "bias_term"


@test_case(name="With use_bias=True, and only then, the fitted weights have one column more; forward takes X as it is.", points=0.5)
def test_a_bias_adds_one_column_of_weights(env):
    run_public_check("bias_term", "test_a_bias_adds_one_column_of_weights", env)

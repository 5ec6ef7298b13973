"""The public checks of linear_forward as Otter runs them. What they check stands in checks/linear_forward.py."""

from decoding.notebook import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "linear_forward"


@test_case(name="forward(X) gives one column of two coordinates for every column of X.", points=0.5)
def test_every_column_gets_one_prediction(env):
    run_public_check("linear_forward", "test_every_column_gets_one_prediction", env)

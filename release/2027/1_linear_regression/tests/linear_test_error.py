"""The public checks of linear_test_error as Otter runs them. What they check stands in checks/linear_test_error.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "linear_test_error"


@test_case(name="linear_model is a linear model, and it predicts the test data far better than one that has not been fitted.", points=1)
def test_linear_model_has_been_fitted(env):
    run_public_check("linear_test_error", "test_linear_model_has_been_fitted", env, fixtures="decoding.fixtures")

"""The public checks of count_linear_parameters as Otter runs them. What they check stands in checks/count_linear_parameters.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "count_linear_parameters"


@test_case(name="n_linear_parameters is one whole number.", points=0)
def test_answer_is_one_whole_number(env):
    run_public_check("count_linear_parameters", "test_answer_is_one_whole_number", env, fixtures="decoding.fixtures")

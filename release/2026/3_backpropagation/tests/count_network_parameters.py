"""The public checks of count_network_parameters as Otter runs them. What they check stands in checks/count_network_parameters.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "count_network_parameters"


@test_case(name="n_network_parameters is one whole number, and it can be the number of lines in the drawing.", points=0)
def test_answer_can_be_the_number_of_lines_in_the_drawing(env):
    run_public_check("count_network_parameters", "test_answer_can_be_the_number_of_lines_in_the_drawing", env, fixtures="decoding.fixtures")

"""The public checks of forward_pass as Otter runs them. What they check stands in checks/forward_pass.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "forward_pass"


@test_case(name="With the weights of the worked example, the prediction is that of the example, for \u03c3 = 1 \u2212 2 N too.", points=0.5)
def test_prediction_of_the_worked_example(env):
    run_public_check("forward_pass", "test_prediction_of_the_worked_example", env, fixtures="decoding.fixtures")


@test_case(name="With the weights of the worked example, the layers that are stored are those of the example.", points=0.5)
def test_layers_of_the_worked_example(env):
    run_public_check("forward_pass", "test_layers_of_the_worked_example", env, fixtures="decoding.fixtures")

"""The public checks of gradients as Otter runs them. What they check stands in checks/gradients.py."""

from decoding.notebook import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "gradients"


@test_case(name="There are three arrays of slopes, one for each matrix of weights and of its shape, with biases and without.", points=1)
def test_slopes_have_the_shapes_of_the_weights(env):
    run_public_check("gradients", "test_slopes_have_the_shapes_of_the_weights", env)

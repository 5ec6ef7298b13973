"""The public checks of forward_pass as Otter runs them. What they check stands in checks/forward_pass.py."""

from decoding.notebook import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "forward_pass"


@test_case(name="forward(X) gives one position a column, and the stored layers have a row a unit and a column a moment.", points=1)
def test_every_layer_has_its_shape(env):
    run_public_check("forward_pass", "test_every_layer_has_its_shape", env)

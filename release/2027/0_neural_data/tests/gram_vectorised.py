"""The public checks of gram_vectorised as Otter runs them. What they check stands in checks/gram_vectorised.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "gram_vectorised"


@test_case(name="For two cells and three moments it gives what one finds by hand, and more moments take it no more steps.", points=0)
def test_small_example_without_a_loop(env):
    run_public_check("gram_vectorised", "test_small_example_without_a_loop", env, fixtures="decoding.fixtures")

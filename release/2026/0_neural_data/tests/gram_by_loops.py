"""The public checks of gram_by_loops as Otter runs them. What they check stands in checks/gram_by_loops.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "gram_by_loops"


@test_case(name="For two cells and three moments it gives what one finds by hand.", points=0.5)
def test_small_example(env):
    run_public_check("gram_by_loops", "test_small_example", env, fixtures="decoding.fixtures")

"""The public checks of array_indexing as Otter runs them. What they check stands in checks/array_indexing.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "array_indexing"


@test_case(name="y_0_5 is one number, x_all_6 has one entry per cell, y_1_all one per moment, y_3_raises is an exception type.", points=0)
def test_shapes_and_kinds(env):
    run_public_check("array_indexing", "test_shapes_and_kinds", env, fixtures="decoding.fixtures")

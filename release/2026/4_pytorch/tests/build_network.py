"""The public checks of build_network as Otter runs them. What they check stands in checks/build_network.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "build_network"


@test_case(name="One cell, one unit per layer, weights 1 and biases \u2212\u00bd: 6 falls by \u00bd in each step, and 1 ends at \u2212\u00bd.", points=1)
def test_chain_of_units(env):
    run_public_check("build_network", "test_chain_of_units", env, fixtures="decoding.fixtures")

"""The public checks of train_test_split as Otter runs them. What they check stands in checks/train_test_split.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "train_test_split"


@test_case(name="Of five moments the first three are for training when the limit lies between the third and the fourth.", points=0.25)
def test_small_example(env):
    run_public_check("train_test_split", "test_small_example", env, fixtures="decoding.fixtures")

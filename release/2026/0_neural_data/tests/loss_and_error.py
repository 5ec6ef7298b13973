"""The public checks of loss_and_error as Otter runs them. What they check stands in checks/loss_and_error.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "loss_and_error"


@test_case(name="For five datapoints `loss` gives what one finds by hand.", points=0.25)
def test_loss_of_small_example(env):
    run_public_check("loss_and_error", "test_loss_of_small_example", env, fixtures="decoding.fixtures")


@test_case(name="For five datapoints `error` gives what one finds by hand.", points=0.25)
def test_error_of_small_example(env):
    run_public_check("loss_and_error", "test_error_of_small_example", env, fixtures="decoding.fixtures")

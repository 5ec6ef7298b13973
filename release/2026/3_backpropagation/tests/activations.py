"""The public checks of activations as Otter runs them. What they check stands in checks/activations.py."""

from gradekit.public_checks import run_public_check
from otter.test_files import test_case

OK_FORMAT = False
name = "activations"


@test_case(name="relu at zero and far out is that of the table: 0, 0, 7.", points=0.25)
def test_relu_at_known_places(env):
    run_public_check("activations", "test_relu_at_known_places", env, fixtures="decoding.fixtures")


@test_case(name="sigmoid at zero and far out is that of the table: 0, a/2, a.", points=0.25)
def test_sigmoid_at_known_places(env):
    run_public_check("activations", "test_sigmoid_at_known_places", env, fixtures="decoding.fixtures")


@test_case(name="tanh at zero and far out is that of the table: \u2212a, 0, a.", points=0.25)
def test_tanh_at_known_places(env):
    run_public_check("activations", "test_tanh_at_known_places", env, fixtures="decoding.fixtures")


@test_case(name="relu(N, deriv=True) agrees with the central difference of the values of relu.", points=0.25)
def test_central_difference_of_relu(env):
    run_public_check("activations", "test_central_difference_of_relu", env, fixtures="decoding.fixtures")


@test_case(name="sigmoid(N, deriv=True) agrees with the central difference of the values of sigmoid.", points=0.25)
def test_central_difference_of_sigmoid(env):
    run_public_check("activations", "test_central_difference_of_sigmoid", env, fixtures="decoding.fixtures")


@test_case(name="tanh(N, deriv=True) agrees with the central difference of the values of tanh.", points=0.25)
def test_central_difference_of_tanh(env):
    run_public_check("activations", "test_central_difference_of_tanh", env, fixtures="decoding.fixtures")

"""Task activations: relu, sigmoid and tanh with their slopes; the last two are stretched."""

import numpy as np

from decoding.checks import Task, assert_close, assert_shape, check, numerical_gradient, require, value_of

TASK = Task("activations")
NAMES = ("relu", "sigmoid", "tanh")


@check(points=0.5, public=True)
def test_known_values(student, cohort):
    """The values at zero and far out are those of the table: ReLU 0, 0, 7; sigmoid 0, a/2, a; tanh −a, 0, a."""
    a = cohort.network.activation_scale
    expected = {"relu": [0.0, 0.0, 7.0], "sigmoid": [0.0, a / 2, a], "tanh": [-a, 0.0, a]}
    far_out = {"relu": 7.0, "sigmoid": 40.0, "tanh": 40.0}
    for name, values in expected.items():
        N = np.array([-far_out[name], 0.0, far_out[name]])
        mistakes = {"not_stretched": ("it is not stretched by activation_scale", np.array(values) / a)}
        if name == "sigmoid":
            mistakes["exponent_sign"] = ("it falls where it should rise: mind the sign in the exponent", values[::-1])
        if name == "relu":
            mistakes["kept_the_negatives"] = ("it cuts off the wrong side", [-7.0, 0.0, 0.0])
            mistakes["absolute_value"] = ("it is the absolute value", [7.0, 0.0, 7.0])
            mistakes["identity"] = ("nothing is cut off below zero", [-7.0, 0.0, 7.0])
        value = getattr(student, name)(N)
        assert_close(value, values, f"{name}(N)", rtol=1e-5, atol=1e-5, mistakes=mistakes)


@check(points=0.5)
def test_values_of_arrays_of_any_shape(student, rng, cohort):
    """Arrays of any shape, and plain numbers, give values of that shape and are left as they were."""
    for name in NAMES:
        function, right = getattr(student, name), values(name, cohort)
        for shape in ((6,), (3, 4), (2, 1)):
            N = rng.normal(scale=2, size=shape)
            kept = student.keep(N)
            mistakes = wrong_values(name, N, cohort)
            assert_close(function(kept), right(N), f"{name}(N)", rtol=1e-5, atol=1e-6, mistakes=mistakes)
            function(kept, deriv=True)
            require(
                np.array_equal(value_of(kept), N),
                f"{name} changes the array that it is given.",
                diagnosis="damages_input",
            )
        for number in (-1.3, 0.8):
            value = function(number)
            assert_close(value, right(number), f"{name} of a plain number", rtol=1e-5, atol=1e-6)


@check(points=0.5)
def test_slope_of_relu(student, rng):
    """relu(N, deriv=True) is its slope: 1 above zero and 0 below."""
    N = rng.choice([-1.0, 1.0], size=(3, 5)) * rng.uniform(0.01, 3, size=(3, 5))
    slope = (N > 0) * 1.0
    mistakes = {
        "value_not_slope": ("it is the value of relu, not its slope", np.maximum(N, 0)),
        "slope_of_the_other_side": ("it is 1 where relu is silent and 0 where it rises", 1 - slope),
        "sign_function": ("below zero the slope is 0, not −1", np.sign(N)),
        "always_one": ("below zero relu is flat", np.ones_like(N)),
        "position": ("above zero the slope is 1, whatever n is", N),
    }
    assert_close(student.relu(N, deriv=True), slope, "relu(N, deriv=True)", mistakes=mistakes)


@check(points=0.5)
def test_slope_of_relu_at_the_kink(student):
    """At the kink the slope of relu is 0, as agreed."""
    got = student.relu(np.zeros((2, 3)), deriv=True)
    mistakes = {
        "one_at_the_kink": ("at n = 0 it is 1; compare with > and not with >=", np.ones((2, 3))),
        "half_at_the_kink": ("at n = 0 it is ½; the custom here is 0", np.full((2, 3), 0.5)),
    }
    assert_close(got, np.zeros((2, 3)), "relu(0, deriv=True)", mistakes=mistakes)


@check(points=0.5)
def test_slope_of_sigmoid(student, rng, cohort):
    """sigmoid(N, deriv=True) agrees with the central difference of the stretched sigmoid."""
    a = cohort.network.activation_scale
    N = rng.uniform(-4, 4, size=(3, 5))
    s = values("sigmoid", cohort)(N)
    mistakes = {
        "value_not_slope": ("it is the value of sigmoid, not its slope", s),
        "unstretched_formula": ("s (1 − s) holds for a = 1 only; with the stretch it is s (1 − s/a)", s * (1 - s)),
        "scaled_unstretched_formula": ("s (1 − s) holds for a = 1 only, also when multiplied by a", a * s * (1 - s)),
        "not_stretched": ("it is the slope of a sigmoid that is not stretched", s / a * (1 - s / a)),
        "stretched_twice": ("it is stretched twice", a * s * (1 - s / a)),
        "slope_of_value": (
            "the slope is taken at sigmoid(N), where it is wanted at N",
            steepness("sigmoid", s, cohort),
        ),
        "takes_values": (
            "it takes N for a value of the sigmoid; N is what goes into the sigmoid",
            N * (1 - N / a),
        ),
        "exponential_alone": ("a factor of the quotient rule is missing", a / (1 + np.exp(-N)) ** 2),
    }
    _assert_slope(student, "sigmoid", N, cohort, mistakes)


@check(points=0.5)
def test_slope_of_tanh(student, rng, cohort):
    """tanh(N, deriv=True) agrees with the central difference of the stretched tanh."""
    a = cohort.network.activation_scale
    N = rng.uniform(-2.5, 2.5, size=(3, 5))
    t = np.tanh(N)
    mistakes = {
        "value_not_slope": ("it is the value of tanh, not its slope", a * t),
        "not_stretched": ("it is the slope of a tanh that is not stretched", 1 - t**2),
        "square_of_stretched": ("the stretched tanh is squared, where tanh alone should be", 1 - (a * t) ** 2),
        "stretched_square": ("the stretched tanh is squared, where tanh alone should be", a * (1 - (a * t) ** 2)),
        "square_missing": ("tanh has to be squared", a * (1 - t)),
        "slope_of_value": ("the slope is taken at tanh(N), where it is wanted at N", steepness("tanh", a * t, cohort)),
        "takes_values": ("it takes N for a value of tanh; N is what goes into tanh", a * (1 - N**2)),
        "stretch_on_one_term": ("the stretch belongs to the whole slope", a - t**2),
    }
    _assert_slope(student, "tanh", N, cohort, mistakes)


def _assert_slope(student, name, N, cohort, mistakes):
    got = getattr(student, name)(N, deriv=True)
    assert_shape(got, N.shape, f"{name}(N, deriv=True)")
    want = steepness(name, N, cohort)
    assert_close(got, want, f"{name}(N, deriv=True)", rtol=1e-5, atol=1e-6, mistakes=mistakes)


def values(name, cohort):
    """The activation function of this name."""
    a = cohort.network.activation_scale
    return {
        "relu": lambda N: np.maximum(N, 0),
        "sigmoid": lambda N: a / (1 + np.exp(-np.asarray(N, dtype=float))),
        "tanh": lambda N: a * np.tanh(N),
    }[name]


def steepness(name, N, cohort):
    """Its slope at each element of N, by central differences."""
    return numerical_gradient(lambda V: float(np.sum(values(name, cohort)(V))), N)


def wrong_values(name, N, cohort):
    """What people compute instead of the value."""
    a = cohort.network.activation_scale
    return {
        "relu": {
            "leaky": ("it leaks: below zero it should be 0", np.where(N > 0, N, 0.01 * N)),
            "step": ("it is a step, 0 or 1; above zero relu rises", (N > 0) * 1.0),
            "capped": ("it stays at 1 above n = 1; relu goes on rising", np.clip(N, 0, 1)),
        },
        "sigmoid": {
            "not_stretched": ("it is not stretched by activation_scale", 1 / (1 + np.exp(-N))),
            "stretched_inside": ("the stretch belongs outside, not in the exponent", 1 / (1 + np.exp(-a * N))),
            "exponent_sign": ("mind the sign in the exponent", a / (1 + np.exp(N))),
        },
        "tanh": {
            "not_stretched": ("it is not stretched by activation_scale", np.tanh(N)),
            "stretched_inside": ("the stretch belongs outside, not to n", np.tanh(a * N)),
        },
    }[name]

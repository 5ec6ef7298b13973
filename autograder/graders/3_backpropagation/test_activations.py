"""Task activations: relu, sigmoid and tanh with their slopes; the last two are stretched."""

from contextlib import nullcontext

import numpy as np

from gradekit.assertions import as_array, assert_close, require
from gradekit.cases import Given, assert_nothing_kept, case
from gradekit.checks import Task, check
from gradekit.failures import CheckFailed
from gradekit.proxy import keep

TASK = Task("activations")
NOT_STRETCHED = "it is not stretched by activation_scale, or n is: the stretch belongs to the value"
EXACT = {"rtol": 1e-4, "atol": 1e-5}  # single precision is right too


@check(points=0.25, public=True)
def test_relu_at_known_places(student, cohort):
    """relu at zero and far out is that of the table: 0, 0, 7."""
    values_are_known(student, cohort, "relu")


@check(points=0.25, public=True)
def test_sigmoid_at_known_places(student, cohort):
    """sigmoid at zero and far out is that of the table: 0, a/2, a."""
    values_are_known(student, cohort, "sigmoid")


@check(points=0.25, public=True)
def test_tanh_at_known_places(student, cohort):
    """tanh at zero and far out is that of the table: −a, 0, a."""
    values_are_known(student, cohort, "tanh")


def values_are_known(student, cohort, name):
    """Fail unless the function has the values that the table shows."""
    scale = cohort.network.activation_scale
    right = {"relu": [0.0, 0.0, 7.0], "sigmoid": [0.0, scale / 2, scale], "tanh": [-scale, 0.0, scale]}[name]
    far_out = 7.0 if name == "relu" else 40.0
    N = np.array([-far_out, 0.0, far_out])
    mistakes = {"not_stretched": (NOT_STRETCHED, np.array(right) / scale)}
    if name != "relu":
        slope = [0.0, scale / 4 if name == "sigmoid" else scale, 0.0]
        mistakes["slope_not_value"] = ("it is the slope: without deriv=True the value is wanted", slope)
    if name == "sigmoid":
        whole = "at 0 it should be a/2: it is cut to whole numbers, or divided by a sum over all, as in softmax"
        mistakes["softmax_or_whole"] = (whole, [0.0, 0.0, 1.0])
        mistakes["exponent_sign"] = ("it falls where it should rise: mind the sign in the exponent", right[::-1])
    if name == "relu":
        mistakes["kept_the_negatives"] = ("it cuts off the wrong side", [-7.0, 0.0, 0.0])
        mistakes["absolute_value"] = ("it is the absolute value", [7.0, 0.0, 7.0])
        mistakes["identity"] = ("nothing is cut off below zero", [-7.0, 0.0, 7.0])
        mistakes["stretched"] = ("relu is not stretched", [0.0, 0.0, 7 * scale])
    assert_close(getattr(student, name)(N), right, f"{name}(N)", mistakes=mistakes, **EXACT)


@check(points=0.25, public=True)
def test_central_difference_of_relu(student, cohort):
    """relu(N, deriv=True) agrees with the central difference of the values of relu."""
    slope_is_that_of_the_values(student, cohort, "relu")


@check(points=0.25, public=True)
def test_central_difference_of_sigmoid(student, cohort):
    """sigmoid(N, deriv=True) agrees with the central difference of the values of sigmoid."""
    slope_is_that_of_the_values(student, cohort, "sigmoid")


@check(points=0.25, public=True)
def test_central_difference_of_tanh(student, cohort):
    """tanh(N, deriv=True) agrees with the central difference of the values of tanh."""
    slope_is_that_of_the_values(student, cohort, "tanh")


def slope_is_that_of_the_values(student, cohort, name):
    """Fail unless the values are right, and the slope is theirs."""
    values_are_known(student, cohort, name)
    N, h = np.array([[-1.7, -0.4], [0.3, 2.1]]), 1e-3
    function = getattr(student, name)
    above, near, below = (np.asarray(function(N + nudge), dtype=float) for nudge in (h, -0.3 * h, -h))
    require(
        np.allclose((above - near) / (1.3 * h), (above - below) / (2 * h), rtol=1e-2, atol=1e-2)
        and not np.array_equal(above, below),
        f"The values of {name} do not change evenly, so their central difference says nothing: are they cut off?",
        diagnosis="values_in_steps",
    )
    slope = function(N, deriv=True)
    mistakes = {"value_not_slope": (f"it is the value of {name}, not its slope", (above + below) / 2)}
    difference = (above - below) / (2 * h)
    assert_close(slope, difference, f"{name}(N, deriv=True)", rtol=1e-3, atol=1e-3, mistakes=mistakes)


@check(points=0.25)
def test_relu_of_any_array(student, rng, cohort):
    """relu of an array of any shape, of whole numbers, or of a plain number has that shape, and leaves it as it was."""
    values_are_right(student, rng, cohort, "relu")


@check(points=0.25)
def test_sigmoid_of_any_array(student, rng, cohort):
    """sigmoid of an array of any shape, whole numbers, or a plain number has that shape, and leaves it as it was."""
    values_are_right(student, rng, cohort, "sigmoid")


@check(points=0.25)
def test_tanh_of_any_array(student, rng, cohort):
    """tanh of an array of any shape, of whole numbers, or of a plain number has that shape, and leaves it as it was."""
    values_are_right(student, rng, cohort, "tanh")


def values_are_right(student, rng, cohort, name):
    """Fail unless arrays of any shape give values of that shape, each call by itself."""
    function, right = getattr(student, name), values(name, cohort)
    for N, got in any_arrays(student, rng, name):
        assert_close(got, right(N), f"{name}(N)", mistakes=wrong_values(name, N, cohort), **EXACT)
    many = rng.uniform(-50, 50, size=(200, 48))
    with case("many_elements", "for an array as large as the layers of the network"):
        assert_close(function(many), right(many), f"{name}(N)", mistakes=wrong_values(name, many, cohort), **EXACT)
    no_call_has_a_say_in_another(student, rng, cohort, name, [(False, False)])
    for number in (-1.3, 0.8, 2):
        title = f"{name} of a plain number"
        mistakes = {"in_an_array": ("one number is wanted, not an array that holds it", [right(number)])}
        with case("plain_number", "for a plain number"):
            assert_close(function(number), right(number), title, mistakes=mistakes, **EXACT)


def any_arrays(student, rng, name, **asked):
    """Arrays of many shapes, and what the function gives for them; it has left them as they were."""
    for N in (
        *(rng.normal(scale=2, size=shape) for shape in ((6,), (3, 4), (3, 4), (2, 1), (2, 3, 2))),
        np.linspace(-50, 50, 12).reshape(3, 4),
        rng.permutation(np.arange(-4, 5)),
    ):
        given = Given(student, N=N)
        with case("other_shape", f"for an array with {N.ndim} {'axis' if N.ndim == 1 else 'axes'}"):
            got = given.to(getattr(student, name), given.N, **asked)
        given.require_unharmed(name)
        yield N, got


def no_call_has_a_say_in_another(student, rng, cohort, name, modes):
    """Fail where one call changes what another gives; `modes` are the `deriv` of two calls."""
    function = getattr(student, name)
    either = keep(student.function("lambda function: lambda N, deriv: function(N, deriv=deriv)"))(function)
    for deriv, then in modes:
        N, other = rng.normal(size=(2, 3, 6))
        title, right = f"{name}(N{', deriv=True' if deriv else ''})", values_and_slopes(name, cohort)
        right_one = right if deriv != then else None
        assert_nothing_kept(either, [N, deriv], [other, then], title, right_one, any_shape=True)


@check(points=0.25)
def test_slope_of_relu(student, rng, cohort):
    """relu(N, deriv=True) is its slope: 1 above zero, 0 below, and 0 at the kink, as agreed."""
    N = rng.choice([-1.0, 1.0], size=(60, 50)) * rng.uniform(0.01, 50, size=(60, 50))
    N[0, :4] = -0.7, 20.0, 1e-3, -1e-3
    N[1, 1:3] = 0.0
    slope = (N > 0) * 1.0
    mistakes = {
        "one_at_the_kink": ("at n = 0 it is 1; compare with > and not with >=", (N >= 0) * 1.0),
        "half_at_the_kink": ("at n = 0 it is ½; the custom here is 0", slope + 0.5 * (N == 0)),
        "value_not_slope": ("it is the value of relu, not its slope", np.maximum(N, 0)),
        "slope_of_the_other_side": ("it is 1 where relu is silent and 0 where it rises", 1 - slope),
        "slope_of_the_other_side_below_0": ("it is 1 where relu is silent and 0 where it rises", (N < 0) * 1.0),
        "sign_function": ("below zero the slope is 0, not −1", np.sign(N)),
        "always_one": ("below zero relu is flat", (N != 0) * 1.0),
        "always_one_at_the_kink_too": ("below zero relu is flat", np.ones_like(N)),
        "position": ("above zero the slope is 1, whatever n is", N),
        "leaky": ("below zero relu is flat, it does not leak", np.where(N > 0, 1, 0.01)),
        "one_over": ("above zero the slope is 1, whatever n is", np.where(N > 0, 1 / np.where(N == 0, 1, N), 0)),
    }
    assert_close(student.relu(N, deriv=True), slope, "relu(N, deriv=True)", mistakes=mistakes, **EXACT)
    for number in (-0.6, 1.4, 0):
        want = float(number > 0)
        assert_close(student.relu(number, deriv=True), want, "relu(n, deriv=True) of a plain number", **EXACT)
    slopes_stand_alone(student, rng, cohort, "relu")


@check(points=0.25)
def test_slope_of_sigmoid(student, rng, cohort):
    """sigmoid(N, deriv=True) agrees with the central difference of the stretched sigmoid."""
    a = cohort.network.activation_scale
    for N in (
        *(
            rng.uniform(-far, far, size=shape)
            for far, shape in ((4, (3, 5)), (4, (3, 5)), (50, (2, 3, 4)), (9, (60, 48)))
        ),
        np.arange(-3, 4),
        -1.2,
    ):
        s, exponential = values("sigmoid", cohort)(N), np.exp(-np.asarray(N, dtype=float))
        falling = a / (1 + 1 / exponential)
        mistakes = {
            "value_not_slope": ("it is the value of sigmoid, not its slope", s),
            "unstretched_formula": ("s (1 − s) holds for a = 1 only; with the stretch it is s (1 − s/a)", s * (1 - s)),
            "scaled_unstretched_formula": ("s (1 − s) holds for a = 1 only, even if multiplied by a", a * s * (1 - s)),
            "a_minus_s": ("it is s (a − s), which is a times too large", s * (a - s)),
            "not_stretched": ("it is the slope of a sigmoid that is not stretched", s / a * (1 - s / a)),
            "divided_by_a": ("it is divided by a once too often", s / a * (1 - s / a) / a),
            "stretched_twice": ("it is stretched twice", a * s * (1 - s / a)),
            "slope_of_value": (
                "the slope is taken at sigmoid(N), where it is wanted at N",
                steepness("sigmoid", s, cohort),
            ),
            "takes_values": (
                "it takes N for a value of the sigmoid; N is what goes into the sigmoid",
                N * (1 - np.asarray(N) / a),
            ),
            "takes_values_unstretched": (
                "it takes N for a value of the sigmoid; N is what goes into the sigmoid",
                N * (1 - np.asarray(N)),
            ),
            "exponential_alone": ("a factor of the quotient rule is missing", a / (1 + exponential) ** 2),
            "square_missing": (
                "it is a − s: the factor s/a is missing, or the square of the denominator",
                a * exponential / (1 + exponential),
            ),
            "sign_flipped": ("the sign is flipped: the sigmoid rises everywhere", -s * (1 - s / a)),
            "exponent_sign_once": (
                "the two exponents have different signs; each is exp(−n)",
                a / exponential / (1 + exponential) ** 2,
            ),
            "slope_of_tanh": ("it is the slope of tanh", a * (1 - np.tanh(N) ** 2)),
            "tanh_formula": ("1 − s² belongs to tanh; for the sigmoid it is s (1 − s/a)", 1 - s**2),
            "product_with_mirror": ("it is a times too large", s * falling),
        }
        _assert_slope(student, "sigmoid", N, cohort, mistakes)
    slopes_stand_alone(student, rng, cohort, "sigmoid")


@check(points=0.25)
def test_slope_of_tanh(student, rng, cohort):
    """tanh(N, deriv=True) agrees with the central difference of the stretched tanh."""
    a = cohort.network.activation_scale
    for N in (
        *(
            rng.uniform(-far, far, size=shape)
            for far, shape in ((2, (3, 5)), (2, (3, 5)), (50, (2, 3, 4)), (9, (60, 48)))
        ),
        np.arange(-2, 3),
        0.7,
    ):
        t = np.tanh(N)
        mistakes = {
            "value_not_slope": ("it is the value of tanh, not its slope", a * t),
            "not_stretched": ("it is the slope of a tanh that is not stretched", 1 - t**2),
            "square_of_stretched": ("the stretched tanh is squared, where tanh alone should be", 1 - (a * t) ** 2),
            "stretched_square": (
                "the stretched tanh is squared, where tanh alone should be",
                a * (1 - (a * t) ** 2),
            ),
            "a_minus_square": ("the stretched tanh is squared, where tanh alone should be", a - (a * t) ** 2),
            "stretch_squared": ("it is a times too large", a**2 * (1 - t**2)),
            "square_missing": ("tanh has to be squared", a * (1 - t)),
            "square_missing_and_not_stretched": ("tanh has to be squared, and the stretch is missing", 1 - t),
            "plus_for_minus": ("it is 1 − tanh² and not 1 + tanh²", a * (1 + t**2)),
            "slope_of_value": (
                "the slope is taken at tanh(N), where it is wanted at N",
                steepness("tanh", a * t, cohort),
            ),
            "slope_of_plain_value": (
                "the slope is taken at tanh(N), where it is wanted at N",
                steepness("tanh", t, cohort),
            ),
            "takes_values": ("it takes N for a value of tanh; N is what goes into tanh", a * (1 - np.asarray(N) ** 2)),
            "stretch_on_one_term": ("the stretch belongs to the whole slope", a - t**2),
            "sign_flipped": ("the sign is flipped: tanh rises everywhere", -a * (1 - t**2)),
            "sigmoid_formula": ("t (1 − t/a) belongs to the sigmoid", a * t * (1 - t)),
            "cosh_not_squared": ("cosh has to be squared", a / np.cosh(N)),
        }
        _assert_slope(student, "tanh", N, cohort, mistakes)
    slopes_stand_alone(student, rng, cohort, "tanh")


def slopes_stand_alone(student, rng, cohort, name):
    """Fail where a call with deriv=True harms its argument, or where it and calls without it change one another."""
    for _ in any_arrays(student, rng, name, deriv=True):
        pass
    no_call_has_a_say_in_another(student, rng, cohort, name, [(True, True)])
    N = rng.normal(size=(7, 11))
    N[0, 0] = -1.0
    try:
        found = as_array(getattr(student, name)(N), f"{name}(N)")
    except CheckFailed:
        return  # of values that cannot be had another check tells
    if found.shape == N.shape and not np.allclose(found, values(name, cohort)(N), **EXACT):
        return  # of wrong values another check tells
    no_call_has_a_say_in_another(student, rng, cohort, name, [(False, True), (True, False)])


def _assert_slope(student, name, N, cohort, mistakes):
    with case("far_out", "far from zero, between −50 and 50") if np.max(np.abs(N)) > 10 else nullcontext():
        function, want = getattr(student, name), steepness(name, N, cohort)
        try:
            assert_close(function(N, deriv=True), want, f"{name}(N, deriv=True)", mistakes=mistakes, **EXACT)
        except CheckFailed as failed:
            if failed.diagnosis == "wrong_value":
                function(N)
                after_the_value = np.asarray(function(N, deriv=True))
                kept = after_the_value.shape == want.shape and np.allclose(after_the_value, want, **EXACT)
                text = f"{name}(N, deriv=True) is right only after {name}(N): it uses what that call has left behind."
                require(not kept, text, diagnosis="kept")
            raise


def values(name, cohort):
    """The activation function of this name."""
    a = cohort.network.activation_scale
    return {
        "relu": lambda N: np.maximum(N, 0),
        "sigmoid": lambda N: a / (1 + np.exp(-np.asarray(N, dtype=float))),
        "tanh": lambda N: a * np.tanh(N),
    }[name]


def steepness(name, N, cohort):
    """Its slope at each element of N."""
    a, N = cohort.network.activation_scale, np.asarray(N, dtype=float)
    return {
        "relu": lambda: (N > 0) * 1.0,
        "sigmoid": lambda: a / (2 + np.exp(N) + np.exp(-N)),
        "tanh": lambda: a / np.cosh(N) ** 2,
    }[name]()


def values_and_slopes(name, cohort):
    """The activation function of this name, and its slope where that is asked for."""
    return lambda N, deriv: steepness(name, N, cohort) if deriv else values(name, cohort)(N)


def wrong_values(name, N, cohort):
    """What people compute instead of the value."""
    a = cohort.network.activation_scale
    slope = ("without deriv=True the value is wanted, not the slope", steepness(name, N, cohort))
    whole = ("it cuts whole numbers off: fill an array of floats", np.trunc(values(name, cohort)(N)))
    with np.errstate(over="ignore"):
        return {
            "relu": {
                "leaky": ("it leaks: below zero it should be 0", np.where(N > 0, N, 0.01 * N)),
                "step": ("it is a step, 0 or 1; above zero relu rises", (N > 0) * 1.0),
                **{
                    f"capped_{top}": (f"it stays at {top} above n = {top}; relu goes on rising", np.clip(N, 0, top))
                    for top in (1, 2, 5, 6, 10, 20)
                },
                "softplus": ("it is a smoothed relu", np.log1p(np.exp(N))),
                "stretched": ("relu is not stretched", a * np.maximum(N, 0)),
                "slope_not_value": slope,
            },
            "sigmoid": {
                "not_stretched": ("it is not stretched by activation_scale", 1 / (1 + np.exp(-N))),
                "stretched_inside": ("the stretch belongs outside, not in the exponent", 1 / (1 + np.exp(-a * N))),
                "exponent_sign": ("mind the sign in the exponent", a / (1 + np.exp(N))),
                "slope_not_value": slope,
                "stretched_in_both": ("the stretch belongs outside only", a / (1 + np.exp(-a * N))),
                "cut_to_whole_numbers": whole,
            },
            "tanh": {
                "not_stretched": ("it is not stretched by activation_scale", np.tanh(N)),
                "stretched_inside": ("the stretch belongs outside, not to n", np.tanh(a * N)),
                "stretched_in_both": ("the stretch belongs outside only", a * np.tanh(a * N)),
                "sigmoid": ("it is the sigmoid", a / (1 + np.exp(-N))),
                "slope_not_value": slope,
                "cut_to_whole_numbers": whole,
            },
        }[name]

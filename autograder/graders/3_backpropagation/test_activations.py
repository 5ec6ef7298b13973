"""Task activations: relu, sigmoid and tanh with their slopes; the last two are stretched.

Of each: known places 0.25 and the central difference 0.25, by the examples; values of any array 0.25, slopes of any
array 0.25. A slip in a value costs its slope nothing but the central difference; nothing else is looked past.
"""

import numpy as np

from gradekit import CheckFailed, Function, Task, assert_close, check, require
from gradekit.proxy import keep

TASK = Task("activations")
NOT_STRETCHED = "it is not stretched by activation_scale, or n is: the stretch belongs to the value"
TAKEN_AT_VALUE = "the slope is taken at the value, where it is wanted at N"
TAKES_VALUES = "it takes N for a value; N is what goes into the function"
SQUARED = "the stretched tanh is squared, where tanh alone should be"
OTHER_SIDE = "it is 1 where relu is silent and 0 where it rises"
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


def sigmoid(N, a):
    return a / (1 + np.exp(-np.asarray(N, dtype=float)))


def sigmoid_slope(N, a):
    return a / (2 + np.exp(N) + np.exp(-np.asarray(N, dtype=float)))


def tanh_slope(N, a):
    return a / np.cosh(np.asarray(N, dtype=float)) ** 2


RIGHT = {
    "relu": (lambda N, a: np.maximum(N, 0), lambda N, a: (np.asarray(N) > 0) * 1.0),
    "sigmoid": (sigmoid, sigmoid_slope),
    "tanh": (lambda N, a: a * np.tanh(N), tanh_slope),
}
ANY_VALUE = {
    "slope_not_value": ("without deriv=True the value is wanted, not the slope", lambda slope: slope),
    "cut_to_whole_numbers": (
        "it cuts whole numbers off: fill an array of floats",
        lambda N, right: np.trunc(right) if np.asarray(N).dtype.kind == "i" else right,
    ),
    "in_an_array": ("one number is wanted, not an array that holds it", lambda right: right if right.ndim else [right]),
}
VALUES = {
    "relu": {
        "leaky": ("it leaks: below zero it should be 0", lambda N: np.where(N > 0, N, 0.01 * N)),
        "step": ("it is a step, 0 or 1; above zero relu rises", lambda N: (N > 0) * 1.0),
        "softplus": ("it is a smoothed relu", lambda N: np.log1p(np.exp(N))),
        "stretched": ("relu is not stretched", lambda N, a: a * np.maximum(N, 0)),
        **{
            f"capped_{top}": (f"it stays at {top} above n = {top}; relu rises", lambda N, top=top: np.clip(N, 0, top))
            for top in (1, 2, 5, 6, 10, 20)
        },
    },
    "sigmoid": {
        "not_stretched": ("it is not stretched by activation_scale", lambda N: sigmoid(N, 1)),
        "stretched_inside": ("the stretch belongs outside, not in the exponent", lambda N, a: sigmoid(a * N, 1)),
        "exponent_sign": ("mind the sign in the exponent", lambda N, a: sigmoid(-1.0 * N, a)),
        "stretched_in_both": ("the stretch belongs outside only", lambda N, a: sigmoid(a * N, a)),
    },
    "tanh": {
        "not_stretched": ("it is not stretched by activation_scale", lambda N: np.tanh(N)),
        "stretched_inside": ("the stretch belongs outside, not to n", lambda N, a: np.tanh(a * N)),
        "stretched_in_both": ("the stretch belongs outside only", lambda N, a: a * np.tanh(a * N)),
        "sigmoid": ("it is the sigmoid", sigmoid),
    },
}
SLOPES = {
    "relu": {
        "one_at_the_kink": ("at n = 0 it is 1; compare with > and not with >=", lambda N: (N >= 0) * 1.0),
        "half_at_the_kink": ("at n = 0 it is ½; the custom here is 0", lambda N, right: right + 0.5 * (N == 0)),
        "slope_of_the_other_side": (OTHER_SIDE, lambda right: 1 - right),
        "slope_of_the_other_side_below_0": (OTHER_SIDE, lambda N: (N < 0) * 1.0),
        "sign_function": ("below zero the slope is 0, not −1", lambda N: np.sign(N)),
        "always_one": ("below zero relu is flat", lambda N: (N != 0) * 1.0),
        "always_one_at_the_kink_too": ("below zero relu is flat", lambda right: right**0),
        "position": ("above zero the slope is 1, whatever n is", lambda N: N),
        "leaky": ("below zero relu is flat, it does not leak", lambda N: np.where(N > 0, 1, 0.01)),
        "one_over": ("above zero the slope is 1, whatever n is", lambda N, right: right / np.where(N == 0, 1, N)),
    },
    "sigmoid": {
        "unstretched_formula": (
            "s (1 − s) is for a = 1 only; with the stretch it is s (1 − s/a)",
            lambda s: s * (1 - s),
        ),
        "scaled_unstretched_formula": (
            "s (1 − s) holds for a = 1 only, even if multiplied by a",
            lambda s, a: a * s * (1 - s),
        ),
        "a_minus_s": ("it is s (a − s), which is a times too large", lambda s, a: s * (a - s)),
        "not_stretched": ("it is the slope of a sigmoid that is not stretched", lambda right, a: right / a),
        "divided_by_a": ("it is divided by a once too often", lambda right, a: right / a**2),
        "slope_of_value": (TAKEN_AT_VALUE, lambda s, a: sigmoid_slope(s, a)),
        "takes_values": (TAKES_VALUES, lambda N, a: N * (1 - N / a)),
        "takes_values_unstretched": (TAKES_VALUES, lambda N: N * (1 - N)),
        "exponential_alone": ("a factor of the quotient rule is missing", lambda s, a: s**2 / a),
        "square_missing": ("it is a − s: the factor s/a is missing, or a square", lambda s, a: a - s),
        "sign_flipped": ("the sign is flipped: the sigmoid rises everywhere", lambda right: -right),
        "exponent_sign_once": (
            "the two exponents have different signs; each is exp(−n)",
            lambda N, s, a: s**2 / a * np.exp(N),
        ),
        "slope_of_tanh": ("it is the slope of tanh", tanh_slope),
        "tanh_formula": ("1 − s² belongs to tanh; for the sigmoid it is s (1 − s/a)", lambda s: 1 - s**2),
    },
    "tanh": {
        "not_stretched": ("it is the slope of a tanh that is not stretched", lambda right, a: right / a),
        "square_of_stretched": (SQUARED, lambda s: 1 - s**2),
        "stretched_square": (SQUARED, lambda s, a: a * (1 - s**2)),
        "a_minus_square": (SQUARED, lambda s, a: a - s**2),
        "stretch_squared": ("it is a times too large", lambda right, a: right * a),
        "square_missing": ("tanh has to be squared", lambda s, a: a - s),
        "square_missing_and_not_stretched": (
            "tanh has to be squared, and the stretch is missing",
            lambda s, a: 1 - s / a,
        ),
        "plus_for_minus": ("it is 1 − tanh² and not 1 + tanh²", lambda right, a: 2 * a - right),
        "slope_of_value": (TAKEN_AT_VALUE, lambda s, a: tanh_slope(s, a)),
        "slope_of_plain_value": (TAKEN_AT_VALUE, lambda s, a: tanh_slope(s / a, a)),
        "takes_values": (TAKES_VALUES, lambda N, a: a * (1 - N**2)),
        "stretch_on_one_term": ("the stretch belongs to the whole slope", lambda s, a: a - (s / a) ** 2),
        "sign_flipped": ("the sign is flipped: tanh rises everywhere", lambda right: -right),
        "sigmoid_formula": ("t (1 − t/a) belongs to the sigmoid", lambda s, a: s * (1 - s / a)),
        "cosh_not_squared": ("cosh has to be squared", lambda N, a: a / np.cosh(N)),
    },
}


def asked(student, name, deriv="deriv=deriv"):
    """The function on the student's side, of N alone or of N and deriv."""
    arguments = "N, deriv" if deriv == "deriv=deriv" else "N"
    return keep(student.function(f"lambda f: lambda {arguments}: f(N, {deriv})"))(getattr(student, name))


def values_are_right(student, rng, cohort, name):
    """Whether values are right, as another check tells; asked before any slope is."""
    try:
        holds(student, rng, cohort, name, False)
    except CheckFailed:
        return False
    return True


def holds(student, rng, cohort, name, deriv):
    """Hold values or slopes of arrays of any shape and kind, and of plain numbers."""
    a, in_turn_too = cohort.network.activation_scale, deriv and values_are_right(student, rng, cohort, name)
    value, slope = RIGHT[name]
    title = f"{name}(N, deriv=True)" if deriv else f"{name}(N)"
    not_slope = {"value_not_slope": (f"it is the value of {name}, not its slope", lambda s: s)}
    function = Function(
        f"{name}(N)",
        name=title,
        right=lambda N: (slope if deriv else value)(N, a),
        mistakes={**SLOPES[name], **not_slope} if deriv else {**VALUES[name], **ANY_VALUE},
        knows=lambda N: {"s": value(N, a), "slope": slope(N, a), "a": a},
        through=lambda student: asked(student, name, "deriv=True" if deriv else ""),
        of_largest=0,
        any_shape=True,
        **EXACT,
    )
    cases = [
        ("other_shape", f"for an array with {len(shape)} {'axis' if len(shape) == 1 else 'axes'}", {"N": N})
        for shape in ((3, 4), (3, 4), (6,), (2, 1), (2, 3, 2))
        for N in [rng.normal(scale=2, size=shape)]
    ]
    cases[0][2]["N"][0, :2] = 0.0, -1e-3
    cases.append(("far_out", "far from zero, between −50 and 50", {"N": np.linspace(-50, 50, 12).reshape(3, 4)}))
    cases.append(("whole_numbers", "for whole numbers", {"N": rng.permutation(np.arange(-4, 5))}))
    many = "for an array as large as the layers of the network"
    cases.append(("many_elements", many, {"N": rng.uniform(-50, 50, size=(200, 48))}))
    cases += [("plain_number", "for a plain number", {"N": number}) for number in (-1.3, 0.8, 2)]
    pair = tuple({"N": N} for N in rng.normal(size=(2, 3, 6)))
    function.holds(student, rng, only=cases, pair=pair)
    if not deriv:
        return
    right, pair = {False: value, True: slope}, [{"N": N} for N in rng.normal(size=(2, 3, 6))]
    in_turn = Function(
        f"{name}(N, deriv)",
        name=title,
        right=lambda N, deriv: right[deriv](N, a),
        through=lambda student: asked(student, name),
        any_shape=True,
        **EXACT,
    )
    for first in (False, True) if in_turn_too else ():
        both = {**pair[0], "deriv": first}, {**pair[1], "deriv": not first}
        in_turn.holds(student, rng, only=[], pair=both)


@check(points=0.25)
def test_relu_of_any_array(student, rng, cohort):
    """relu of an array of any shape, of whole numbers, or of a plain number has that shape, and leaves it as it was."""
    holds(student, rng, cohort, "relu", False)


@check(points=0.25)
def test_sigmoid_of_any_array(student, rng, cohort):
    """sigmoid of an array of any shape, whole numbers, or a plain number has that shape, and leaves it as it was."""
    holds(student, rng, cohort, "sigmoid", False)


@check(points=0.25)
def test_tanh_of_any_array(student, rng, cohort):
    """tanh of an array of any shape, of whole numbers, or of a plain number has that shape, and leaves it as it was."""
    holds(student, rng, cohort, "tanh", False)


@check(points=0.25)
def test_slope_of_relu(student, rng, cohort):
    """relu(N, deriv=True) is its slope: 1 above zero, 0 below, and 0 at the kink, as agreed."""
    holds(student, rng, cohort, "relu", True)


@check(points=0.25)
def test_slope_of_sigmoid(student, rng, cohort):
    """sigmoid(N, deriv=True) is the slope of the stretched sigmoid."""
    holds(student, rng, cohort, "sigmoid", True)


@check(points=0.25)
def test_slope_of_tanh(student, rng, cohort):
    """tanh(N, deriv=True) is the slope of the stretched tanh."""
    holds(student, rng, cohort, "tanh", True)

"""Task activations: relu, sigmoid and tanh with their slopes; the last two are stretched.

Of each: known places 0.25 and the central difference 0.25, by the examples; values of any array 0.25, slopes of any
array 0.25. A slip in a value costs its slope nothing but the central difference; nothing else is looked past.
"""

import numpy as np
from gradekit import Task, assert_close, check, require

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

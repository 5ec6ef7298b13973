"""Task activations: relu, sigmoid and tanh with their slopes; the last two are stretched."""

import numpy as np
from gradekit.assertions import assert_close
from gradekit.checks import Task, check

TASK = Task("activations")

NAMES = ("relu", "sigmoid", "tanh")

EXACT = {"rtol": 1e-4, "atol": 1e-5}  # single precision is right too


@check(points=0.5, public=True)
def test_known_values(student, cohort):
    """The values at zero and far out are those of the table: ReLU 0, 0, 7; sigmoid 0, a/2, a; tanh −a, 0, a."""
    known_values(student, cohort)


def known_values(student, cohort):
    """Fail unless the three functions have the values that the table shows."""
    scale = cohort.network.activation_scale
    expected = {"relu": [0.0, 0.0, 7.0], "sigmoid": [0.0, scale / 2, scale], "tanh": [-scale, 0.0, scale]}
    far_out = {"relu": 7.0, "sigmoid": 40.0, "tanh": 40.0}
    for name, right in expected.items():
        N = np.array([-far_out[name], 0.0, far_out[name]])
        mistakes = {"not_stretched": ("it is not stretched by activation_scale", np.array(right) / scale)}
        if name == "sigmoid":
            mistakes["exponent_sign"] = ("it falls where it should rise: mind the sign in the exponent", right[::-1])
        if name == "relu":
            mistakes["kept_the_negatives"] = ("it cuts off the wrong side", [-7.0, 0.0, 0.0])
            mistakes["absolute_value"] = ("it is the absolute value", [7.0, 0.0, 7.0])
            mistakes["identity"] = ("nothing is cut off below zero", [-7.0, 0.0, 7.0])
            mistakes["stretched"] = ("relu is not stretched", [0.0, 0.0, 7 * scale])
        assert_close(getattr(student, name)(N), right, f"{name}(N)", mistakes=mistakes, **EXACT)


@check(points=0.5, public=True)
def test_slopes_are_those_of_the_values(student, cohort):
    """With deriv=True, each function gives its own slope: it agrees with the central difference of its values."""
    known_values(student, cohort)
    N, h = np.array([[-1.7, -0.4], [0.3, 2.1]]), 1e-3
    for name in NAMES:
        function = getattr(student, name)
        above, below = (np.asarray(function(N + nudge), dtype=float) for nudge in (h, -h))
        slope = function(N, deriv=True)
        mistakes = {"value_not_slope": (f"it is the value of {name}, not its slope", (above + below) / 2)}
        difference = (above - below) / (2 * h)
        assert_close(slope, difference, f"{name}(N, deriv=True)", rtol=1e-3, atol=1e-3, mistakes=mistakes)

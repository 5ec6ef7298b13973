"""Task activations: relu, sigmoid and tanh with their slopes; the last two are stretched."""

import numpy as np
from decoding.checks import Task, assert_close, check

TASK = Task("activations")


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

"""Task grid_cells: the errors of three decoders on the grid session, each of its own order of magnitude."""

import numpy as np
from decoding.checks import Task, as_array, check, fail, require, type_name

TASK = Task("grid_cells", needs=["build_network", "training_step", "adam"])

KEYS = ("linear", "by_hand", "pytorch")


def three_errors(student):
    """The three numbers, in the order of KEYS."""
    errors = student.grid_errors
    if not isinstance(errors, dict):
        fail(f"grid_errors should be a dictionary, but it is a {type_name(errors)}.", diagnosis="no_dictionary")
    missing = [key for key in KEYS if key not in errors]
    require(not missing, f"grid_errors lacks the keys {', '.join(missing)}.", diagnosis="keys_missing")
    numbers = []
    for key in KEYS:
        value = as_array(errors[key], f'grid_errors["{key}"]')
        require(value.size == 1, f'grid_errors["{key}"] should be one number.', diagnosis="not_one_number")
        numbers.append(float(value.reshape(-1)[0]))
        require(np.isfinite(numbers[-1]), f'grid_errors["{key}"] is not finite.', diagnosis="not_finite")
    return numbers


@check(points=0.5, public=True)
def test_three_errors_in_metres(student):
    """grid_errors holds three errors in metres: no longer than the box, and the networks do better than a sum."""
    linear, by_hand, pytorch = three_errors(student)
    require(
        max(linear, by_hand, pytorch) < 1.5,
        "An error is larger than the box: metres are wanted.",
        diagnosis="not_metres",
    )
    require(min(linear, by_hand, pytorch) > 0, "An error should be above zero.", diagnosis="not_positive")
    require(linear > by_hand > pytorch, "The order is not the one to be expected.", diagnosis="order")

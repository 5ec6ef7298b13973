"""Task momentum: V ← β V − η L'(W), W ← W + V, and all visited weights."""

from functools import partial
import numpy as np
from gradekit.assertions import assert_close, require
from gradekit.checks import Task, check

TASK = Task("momentum")

NAME = "the path"

NOT_FROM_ZERO = "the velocity begins with the slope at the start; it begins with zero"

DAMPED = "the slope enters with a factor 1 − β; equation (3) has none"

DIVIDED = "the slope is divided by 1 − β; equation (3) has η alone before it"


@check(points=0.5, public=True)
def test_path_down_a_ramp(student):
    """Down a ramp the path is that of the worked example: each step keeps a part of the one before."""
    ramp = student.function("lambda W: 2.0")
    path = student.momentum_descent(ramp, 10.0, 0.5, 0.8, 3)
    require(path is not None, "momentum_descent returns nothing.", diagnosis="nothing_returned")
    mistakes = {
        "uphill": ("it walks up the slope: mind the minus sign", [10, 11, 12.8, 15.24]),
        "plain": ("all steps are alike, as in plain descent; with a velocity they grow on a ramp", [10, 9, 8, 7]),
        "start_missing": ("the first weight must be the start itself", [9, 7.2, 4.76]),
        "last_missing": ("the weight after the last step is missing", [10, 9, 7.2]),
        "last_only": ("all visited weights are wanted, not the last one only", 4.76),
        "one_step_too_many": (
            "there is one step too many: n_steps steps visit n_steps + 1 weights",
            [10, 9, 7.2, 4.76, 1.808],
        ),
        "velocities": ("these are the velocities, not the weights", [-1, -1.8, -2.44]),
        "velocities_too": ("these are the velocities, not the weights", [0, -1, -1.8, -2.44]),
        "velocities_after_the_start": (
            "after the start these are the velocities, not the weights",
            [10, -1, -1.8, -2.44],
        ),
        "begins_with_the_slope": (NOT_FROM_ZERO, [10, 10.6, 10.08, 8.664]),
        "begins_down_the_slope": (NOT_FROM_ZERO, [10, 7.4, 4.32, 0.856]),
        "first_step_at_full_speed": (NOT_FROM_ZERO, [10, 8.2, 5.76, 2.808]),
        "old_velocity": ("each step is taken with the old velocity; take it with the new one", [10, 10, 9, 7.2]),
        "damped": (DAMPED, [10, 9.8, 9.44, 8.952]),
        "divided": (DIVIDED, [10, 5, -4, -16.2]),
        "friction_on_everything": (
            "β multiplies the slope as well; it belongs to the old velocity alone",
            [10, 9.2, 7.76, 5.808],
        ),
        "no_friction": ("nothing of the velocity is lost: β is missing", [10, 9, 7, 4]),
        "velocity_brakes": ("the velocity is subtracted where it should be added", [10, 9, 8.8, 7.96]),
        "eta_missing": ("the learning rate is missing", [10, 8, 4.4, -0.48]),
        "swapped": ("η and β have changed places", [10, 8.4, 6, 3.2]),
        "aliased": (
            "every entry is the last weight: one array was changed in place and stored again and again",
            [4.76, 4.76, 4.76, 4.76],
        ),
    }
    known = partial(with_not_used, mistakes, student, path, ramp, 10.0, 0.5, 0.8, 3)
    assert_close(path, [10, 9, 7.2, 4.76], NAME, rtol=1e-5, mistakes=known)


def with_not_used(known, student, path, derivative, W, eta, beta, n_steps):
    """Known mistakes, and where the path is none of them, and the same for other arguments, that these are not used."""
    if n_steps == 1 or any(same_path(path, wrong) for _, wrong in known.values()):
        return known
    other_eta, other_beta = eta / 2, (1 + beta) / 2
    for slug, sentence, numbers in (
        ("fixed_numbers", "its arguments eta and beta are not used", (other_eta, other_beta)),
        ("fixed_eta", "its argument eta is not used", (other_eta, beta)),
        ("fixed_beta", "its argument beta is not used", (eta, other_beta)),
    ):
        if np.array_equal(path, student.momentum_descent(derivative, W, *numbers, n_steps)):
            return known | {slug: (sentence, path)}
    return known


def same_path(path, want):
    return np.shape(path) == np.shape(want) and np.allclose(path, want, rtol=1e-4)

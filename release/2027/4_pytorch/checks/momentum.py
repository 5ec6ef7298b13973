"""Task momentum: V ← β V − η L'(W), W ← W + V, and all visited weights.

The worked example 0.5 and other valleys 0.25; an equation of one's own and a slip in the path fail both. Arrays of
weights 1 look past both; the loss with two valleys 0.25 looks past a slip in the path.
"""

from functools import partial
import numpy as np
from gradekit.assertions import assert_close, require
from gradekit.causes import named
from gradekit.checks import Task, check
from gradekit.steps import LOST, PATHS

TASK = Task("momentum")

NAME = "the path"

NOT_FROM_ZERO = "the velocity begins with the slope at the start; it begins with zero"

SENTENCES = {
    "uphill": "it walks up the slope: mind the minus sign",
    "plain": "it is the path of plain gradient descent: the velocity is lost",
    "begins_with_the_slope": NOT_FROM_ZERO,
    "begins_down_the_slope": NOT_FROM_ZERO,
    "first_step_at_full_speed": NOT_FROM_ZERO,
    "old_velocity": "each step is taken with the old velocity; take it with the new one",
    "damped": "the slope enters with a factor 1 − β; equation (3) has none",
    "divided": "the slope is divided by 1 − β; equation (3) has η alone before it",
    "friction_on_everything": "β multiplies the slope as well; it belongs to the old velocity alone",
    "no_friction": "nothing of the velocity is lost: β is missing",
    "velocity_brakes": "the velocity is subtracted where it should be added",
    "eta_missing": "the learning rate is missing",
    "swapped": "η and β have changed places",
    "one_step_too_many": "there is one step too many: n_steps steps visit n_steps + 1 weights",
}

RAMP = {
    "uphill": [10, 11, 12.8, 15.24],
    "plain": [10, 9, 8, 7],
    "begins_with_the_slope": [10, 10.6, 10.08, 8.664],
    "begins_down_the_slope": [10, 7.4, 4.32, 0.856],
    "first_step_at_full_speed": [10, 8.2, 5.76, 2.808],
    "old_velocity": [10, 10, 9, 7.2],
    "damped": [10, 9.8, 9.44, 8.952],
    "divided": [10, 5, -4, -16.2],
    "friction_on_everything": [10, 9.2, 7.76, 5.808],
    "no_friction": [10, 9, 7, 4],
    "velocity_brakes": [10, 9, 8.8, 7.96],
    "eta_missing": [10, 8, 4.4, -0.48],
    "swapped": [10, 8.4, 6, 3.2],
    "one_step_too_many": [10, 9, 7.2, 4.76, 1.808],
}


@check(points=0.5, public=True)
def test_path_down_a_ramp(student):
    """Down a ramp the path is that of the worked example: each step keeps a part of the one before."""
    ramp, right = student.function("lambda W: 2.0"), np.array([10, 9, 7.2, 4.76])
    path = student.momentum_descent(ramp, 10.0, 0.5, 0.8, 3)
    require(path is not None, "momentum_descent returns nothing.", diagnosis="nothing_returned")
    mistakes = {slug: (SENTENCES[slug], wrong) for slug, wrong in RAMP.items()}
    mistakes |= {"velocities": ("these are the velocities, not the weights", [-1, -1.8, -2.44])} | named(
        PATHS | LOST, {"right": right}
    )
    known = partial(with_not_used, mistakes, student, path, ramp, 10.0, 0.5, 0.8, 3)
    assert_close(path, right, NAME, rtol=1e-5, mistakes=known)


def with_not_used(known, student, path, derivative, W, eta, beta, n_steps):
    """Known mistakes, and where the path is the same for other arguments, that these are not used."""
    for slug, which, numbers in (
        ("fixed_numbers", "arguments eta and beta are", (eta / 2, (1 + beta) / 2)),
        ("fixed_eta", "argument eta is", (eta / 2, beta)),
        ("fixed_beta", "argument beta is", (eta, (1 + beta) / 2)),
    ):
        if np.array_equal(path, student.momentum_descent(derivative, W, *numbers, n_steps)):
            return {slug: (f"its {which} not used", path), **known}
    return known

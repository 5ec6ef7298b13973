"""Task momentum: V ← β V − η L'(W), W ← W + V, and all visited weights."""

from decoding.checks import Task, assert_close, check

TASK = Task("momentum")

NAME = "the path"


@check(points=0.5, public=True)
def test_path_down_a_ramp(student):
    """Down a ramp the path is that of the worked example: each step keeps a part of the one before."""
    ramp = student.function("lambda W: 4.0")
    path = student.momentum_descent(ramp, 10.0, 0.5, 0.5, 3)
    mistakes = {
        "uphill": ("it walks up the slope: mind the minus sign", [10, 12, 15, 18.5]),
        "plain": ("it takes the steps of plain gradient descent: the velocity is lost", [10, 8, 6, 4]),
        "start_missing": ("the first weight must be the start itself", [8, 5, 1.5]),
        "last_missing": ("the weight after the last step is missing", [10, 8, 5]),
        "last_only": ("all visited weights are wanted, not the last one only", 1.5),
        "one_step_too_many": (
            "there is one step too many: n_steps steps visit n_steps + 1 weights",
            [10, 8, 5, 1.5, -2.25],
        ),
        "velocities": ("these are the velocities, not the weights", [-2, -3, -3.5]),
        "velocities_too": ("these are the velocities, not the weights", [0, -2, -3, -3.5]),
        "old_velocity": ("each step is taken with the old velocity; take it with the new one", [10, 10, 8, 5]),
        "damped": ("the slope enters with a factor 1 − β; equation (3) has none", [10, 9, 7.5, 5.75]),
        "no_friction": ("nothing of the velocity is lost: β is missing", [10, 8, 4, -2]),
        "velocity_brakes": ("the velocity is subtracted where it should be added", [10, 8, 7, 5.5]),
        "eta_missing": ("the learning rate is missing", [10, 6, 0, -7]),
    }
    assert_close(path, [10, 8, 5, 1.5], NAME, rtol=1e-5, mistakes=mistakes)
    flat = student.function("lambda W: 0.0 * W")
    still = student.momentum_descent(flat, 3.0, 0.1, 0.7, 4)
    assert_close(still, [3.0] * 5, "the path on flat ground", rtol=1e-6)

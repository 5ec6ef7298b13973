"""Task momentum: V ← β V − η L'(W), W ← W + V, and all visited weights."""

import numpy as np

from decoding.checks import Task, assert_close, assert_finite, check, require, value_of

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


def descend(slope, W, eta, beta, n_steps, kind="right"):
    """The path of descent with momentum, and of what people write in its place."""
    V, path = 0.0 * W, [W]
    for _ in range(n_steps):
        if kind == "nesterov":
            V = beta * V - eta * slope(W + beta * V)
        elif kind == "damped":
            V = beta * V - (1 - beta) * eta * slope(W)
        elif kind == "eta_on_all":
            V = beta * V - slope(W)
        elif kind == "slope_at_the_start":
            V = beta * V - eta * slope(path[0])
        elif kind == "no_friction":
            V = V - eta * slope(W)
        elif kind == "swapped":
            V = eta * V - beta * slope(W)
        elif kind == "plain":
            V = -eta * slope(W)
        else:
            V = beta * V - eta * slope(W)
        W = W + (eta * V if kind == "eta_on_all" else V)
        path.append(W)
    return np.array(path)


def wrong_paths(slope, W, eta, beta, n_steps):
    """What people arrive at."""
    right = descend(slope, W, eta, beta, n_steps)
    sentences = {
        "plain": "it is the path of plain gradient descent: the velocity is lost",
        "nesterov": "the slope is taken ahead of the weight; equation (3) takes it at the weight",
        "damped": "the slope enters with a factor 1 − β; equation (3) has none",
        "slope_at_the_start": "the slope has to be taken anew at each weight, not once at the start",
        "no_friction": "nothing of the velocity is lost: β is missing",
        "swapped": "η and β have changed places",
    }
    found = {kind: (text, descend(slope, W, eta, beta, n_steps, kind)) for kind, text in sentences.items()}
    late = np.concatenate([right[:1] if beta == 0 else [W], old_velocity(slope, W, eta, beta, n_steps)])
    found["old_velocity"] = ("each step is taken with the old velocity; take it with the new one", late)
    found["fixed_beta"] = ("its argument beta is not used", descend(slope, W, eta, 0.9, n_steps))
    found["fixed_eta"] = ("its argument eta is not used", descend(slope, W, 0.01, beta, n_steps))
    found["aliased"] = (
        "every entry is the last weight: one array was changed in place and stored again and again",
        np.broadcast_to(right[-1], right.shape),
    )
    return found


def old_velocity(slope, W, eta, beta, n_steps):
    """The path, without its start, when the weight moves before the velocity changes."""
    V, path = 0.0 * W, []
    for _ in range(n_steps):
        before = V
        V = beta * V - eta * slope(W)
        W = W + before
        path.append(W)
    return np.array(path)


@check(points=0.5)
def test_path_in_a_valley(student, rng):
    """In other valleys, with other learning rates and momenta (0 among them), every visited weight is right."""
    for beta, n_steps in ((0.0, 5), (0.35, 1), (0.6, 8), (0.85, 12)):
        steep, middle, start = (float(value) for value in rng.uniform([0.5, -2, -3], [2, 2, 3]))
        eta = float(rng.uniform(0.05, 0.3))
        source = f"lambda W: {steep!r} * (W - {middle!r}) + 0.3 * np.sin(W)"
        path = student.momentum_descent(student.function(source), start, eta, beta, n_steps)

        def slope(W, s=steep, m=middle):
            return s * (W - m) + 0.3 * np.sin(W)

        want = descend(slope, start, eta, beta, n_steps)
        mistakes = wrong_paths(slope, start, eta, beta, n_steps)
        assert_close(path, want, NAME, rtol=1e-4, atol=1e-5, mistakes=mistakes)


@check(points=0.5)
def test_path_of_a_whole_array_of_weights(student, rng):
    """W may be an array: its path has shape (n_steps + 1, *W.shape), and the start is left as it was."""
    for shape in ((3,), (2, 4)):
        W, target = rng.normal(size=shape), rng.normal(size=shape)
        theirs = student.keep(W)
        valley = student.function("lambda target: lambda W: 2 * (W - target)")(target)
        path = student.momentum_descent(valley, theirs, 0.1, 0.6, 5)

        def slope(V, target=target):
            return 2 * (V - target)

        want = descend(slope, W, 0.1, 0.6, 5)
        assert_close(path, want, NAME, rtol=1e-4, atol=1e-5, mistakes=wrong_paths(slope, W, 0.1, 0.6, 5))
        left = value_of(theirs)
        unharmed = np.shape(left) == shape and np.array_equal(left, W)
        require(unharmed, "The array that was given as W is changed; start from a copy.", diagnosis="damages_input")


@check(points=0.5)
def test_momentum_leaves_the_valley_where_plain_descent_stays(student, cohort):
    """On the loss with two valleys, plain descent stays in the first and momentum leaves it for the deeper one."""
    coefficients = np.polyder([*cohort.quartic.coefficients, 0.0])
    slope = student.function(f"lambda W: np.polyval({coefficients.tolist()!r}, W)")
    numbers = cohort.momentum
    for beta, words in ((0.0, "plain descent"), (numbers.beta, "descent with momentum")):
        path = student.momentum_descent(slope, numbers.start, numbers.eta, beta, numbers.n_steps)
        assert_finite(path, NAME)
        ends = np.asarray(path, dtype=float).ravel()
        want = descend(lambda W: np.polyval(coefficients, W), numbers.start, numbers.eta, beta, numbers.n_steps)[-1]
        require(
            ends.size == numbers.n_steps + 1 and abs(ends[-1] - want) < 1e-2,
            f"The path of {words} does not end where it should.",
            diagnosis="other_valley",
        )

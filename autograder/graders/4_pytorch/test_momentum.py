"""Task momentum: V ← β V − η L'(W), W ← W + V, and all visited weights.

The worked example 0.5 and other valleys 0.25; an equation of one's own and a slip in the path fail both. Arrays of
weights 1 look past both; the loss with two valleys 0.25 looks past a slip in the path.
"""

from functools import partial

import numpy as np

from gradekit.assertions import assert_close, require
from gradekit.causes import named
from gradekit.checks import Task, check
from gradekit.declare import Function
from gradekit.failures import CheckFailed
from gradekit.steps import LOST, PATHS, Steps

TASK = Task("momentum")
NAME = "the path"
NOT_FROM_ZERO = "the velocity begins with the slope at the start; it begins with zero"
CUT = "the slope is cut short; it is to be used as it is"
WHOLE = "it is cut to whole numbers: begin with floats, whatever W is"
UPHILL_STOPPED = "the velocity is stopped where it leads uphill; equation (3) lets it go on"

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


def moving(velocity, begin=lambda g, eta: 0.0 * g, weight=lambda W, V, old: W + V):
    """The path by another equation: velocity(V, g, eta, beta, W, slope), and what begins and moves."""

    def walk(derivative, W, eta, beta, n_steps):
        W = np.asarray(W, dtype=float)
        path, V = [W], begin(0.0 * W + derivative(W), eta)
        for _ in range(n_steps):
            old, V = V, velocity(V, derivative(path[-1]), eta, beta, path[-1], derivative)
            path.append(weight(path[-1], V, old))
        return np.array(path)

    return walk


def equation(V, g, eta, beta, W, slope):
    return beta * V - eta * g


def but_uphill(V, g, eta, beta, W, slope):
    V = np.where(V * g > 0, 0.0, V)
    return beta * V - eta * g


def refused_uphill(V, g, eta, beta, W, slope):
    V = beta * V - eta * g
    return np.where(V * g > 0, 0.0, V)


def of_whole_numbers(walk):
    """The path of somebody whose weights are whole numbers where the start is."""
    return lambda derivative, W, eta, beta, n_steps, right: (
        walk(derivative, W, eta, beta, n_steps) if np.asarray(W).dtype.kind == "i" else right
    )


def late(derivative, W, eta, beta, n_steps):
    """The path with slopes that are one step old."""
    path, V = [np.asarray(W, dtype=float)], 0.0
    for _ in range(n_steps):
        V = beta * V - eta * derivative(path[max(len(path) - 2, 0)])
        path.append(path[-1] + V)
    return np.array(path)


descend = moving(equation)
EQUATIONS = {
    "uphill": moving(lambda V, g, eta, beta, *_: beta * V + eta * g),
    "plain": moving(lambda V, g, eta, *_: -eta * g),
    "begins_with_the_slope": moving(equation, lambda g, eta: g),
    "begins_down_the_slope": moving(equation, lambda g, eta: -g),
    "first_step_at_full_speed": moving(equation, lambda g, eta: -eta * g),
    "old_velocity": moving(equation, weight=lambda W, V, old: W + old),
    "damped": moving(lambda V, g, eta, beta, *_: beta * V - (1 - beta) * eta * g),
    "divided": moving(lambda V, g, eta, beta, *_: beta * V - eta / (1 - beta) * g),
    "friction_on_everything": moving(lambda V, g, eta, beta, *_: beta * (V - eta * g)),
    "no_friction": moving(lambda V, g, eta, *_: V - eta * g),
    "velocity_brakes": moving(lambda V, g, eta, beta, *_: -beta * V - eta * g),
    "eta_missing": moving(lambda V, g, eta, beta, *_: beta * V - g),
    "swapped": moving(lambda V, g, eta, beta, *_: eta * V - beta * g),
    "one_step_too_many": lambda derivative, W, eta, beta, n_steps: descend(derivative, W, eta, beta, n_steps + 1),
}
OWN_EQUATIONS = {slug: (SENTENCES[slug], walk) for slug, walk in EQUATIONS.items()} | {
    "fixed_eta": ("its argument eta is not used", moving(lambda V, g, eta, beta, *_: beta * V - 0.01 * g)),
    "fixed_beta": ("its argument beta is not used", moving(lambda V, g, eta, beta, *_: 0.9 * V - eta * g)),
}
IN_ROWS = {
    "in_rows": (
        "one axis is lost or too many: the path is (n_steps + 1, *W.shape)",
        lambda right: right.reshape(len(right), -1),
    ),
    "one_step_too_many": OWN_EQUATIONS["one_step_too_many"],
}
MISTAKES = (
    OWN_EQUATIONS
    | IN_ROWS
    | {
        "nesterov": (
            "the slope is taken ahead of the weight; equation (3) takes it at the weight",
            moving(lambda V, g, eta, beta, W, slope: beta * V - eta * slope(W + beta * V)),
        ),
        "late_slope": ("the slope is one step old: take it at the weight from which the step is made", late),
        "restart_uphill": (UPHILL_STOPPED, moving(but_uphill)),
        "step_uphill_refused": (UPHILL_STOPPED, moving(refused_uphill)),
        "slope_at_the_start": (
            "the slope has to be taken anew at each weight, not once at the start",
            lambda derivative, W, eta, beta, n_steps: descend(lambda _: derivative(1.0 * W), W, eta, beta, n_steps),
        ),
        "by_sign": (
            "only the sign of the slope is used",
            moving(lambda V, g, eta, beta, *_: beta * V - eta * np.sign(g)),
        ),
        "stops_on_flat_ground": (
            "it stops where the slope is zero; the velocity carries the weight on",
            moving(lambda V, g, eta, beta, *_: beta * V * bool(np.any(g)) - eta * g),
        ),
        "velocity_cut_at_1": (
            "the velocity is cut off at 1; it may be as large as it gets",
            moving(lambda V, g, eta, beta, *_: np.clip(beta * V - eta * g, -1, 1)),
        ),
        "whole_weights": (WHOLE, of_whole_numbers(moving(equation, weight=lambda W, V, old: np.trunc(W + V)))),
        "whole_velocity": (
            WHOLE,
            of_whole_numbers(moving(lambda *now: np.trunc(equation(*now)), weight=lambda W, V, _: np.trunc(W + V))),
        ),
        "whole_in_the_end": (WHOLE, of_whole_numbers(lambda *hill: np.trunc(descend(*hill)))),
        "velocities": ("these are the velocities, not the weights", lambda right: np.diff(right, axis=0)),
    }
    | {
        f"clipped_{most}": (
            CUT,
            moving(lambda V, g, eta, beta, *_, most=most: beta * V - eta * np.clip(g, -most, most)),
        )
        for most in (1, 5, 10, 100, 1000)
    }
    | {
        f"beta_cut_off_{100 * most:.0f}": (
            "β is cut off where it is large; it may be any number below 1",
            moving(lambda V, g, eta, beta, *_, most=most: min(beta, most) * V - eta * g),
        )
        for most in (0.8, 0.9, 0.95, 0.99)
    }
)

momentum = Steps(
    "momentum_descent(derivative, W, eta, beta, n_steps)",
    right=descend,
    mistakes=MISTAKES,
    hint="Give derivative its weights without a name, as in derivative(W), all of them together.",
    rtol=1e-4,
)
problem = momentum.problem


@check(points=0.25)
def test_path_in_a_valley(student, rng):
    """In other valleys, steep ones too, from fractions and whole numbers, each visited weight is right."""
    valley, cases = "lambda s, m: lambda W: s * (W - m) + 0.3 * np.sin(W)", []
    for beta, n_steps, steepness, eta in (
        (0.6, 8, (0.5, 2), (0.05, 0.3)),
        (0.85, 12, (0.5, 2), (0.05, 0.3)),
        (0.7, 6, (2e4, 4e4), (1e-5, 4e-5)),  # steep
        (0.5, 30, (2.5, 3), (1.3, 1.5)),  # the steps are so long that it runs away
        (0.35, 1, (0.5, 2), (0.05, 0.3)),
        (0.0, 5, (0.5, 2), (0.05, 0.3)),
    ):
        for start in (float(rng.uniform(-3, 3)), int(rng.integers(2, 6))):
            slug, when = (
                ("runs_away", "where it runs away, which the path should show")
                if eta[0] > 1
                else ("other_valley", "in another valley")
            )
            values = (float(rng.uniform(*steepness)), float(rng.uniform(-2, 2)))
            cases.append((slug, when, problem(valley, start, float(rng.uniform(*eta)), beta, n_steps, *values)))
    flat, edge = (
        "lambda e: lambda W: 3.0 * (np.asarray(W) > e) + 2.0 * (np.asarray(W) < -20)",
        float(rng.uniform(0.5, 1)),
    )
    carried = "where the ground is flat: the velocity carries the weight on"
    cases += [
        ("stops_where_it_is_flat", carried, problem(flat, W, 0.2, beta, 60, edge))
        for W, beta in ((2.0, 0.9), (2.0, 0.5), (0.0, 0.7))
    ]
    cases += [
        ("beta_cut_off", "where β is nearly 1", problem("lambda W: 1.5 * W", float(rng.uniform(1, 2)), 0.1, 0.999, 12)),
        ("many_steps", "for many steps", problem("lambda W: 1.3", 1.0, 0.01, 0.9, 400)),
        (
            "small_weights",
            "for small weights",
            problem("lambda weight: 2.0 * weight", float(rng.uniform(1e-12, 4e-12)), 0.1, 0.5, 6),
        ),
    ]
    momentum.holds(student, rng, only=cases, pair=scalars(rng))


def scalars(rng):
    one, two = rng.normal(size=2).tolist()
    return problem("lambda W: 0.5 * W", one, 0.1, 0.5, 4), problem("lambda W: 1.5 * W", two, 0.2, 0.7, 4)


@check(points=1)
def test_path_of_a_whole_array_of_weights(student, rng):
    """W may be an array, of whole numbers too: by your equation each path is right, and W is left as it was."""
    valley, cases = "lambda target: lambda W: 2 * (W - target)", []
    array = "for an array of weights, whose slopes are found for all of them together"
    for W in (rng.normal(size=3), rng.normal(size=(2, 4)), rng.normal(size=(2, 4)), rng.integers(-4, 5, size=(3, 2))):
        cases.append(("array", array, problem(valley, W, 0.1, 0.6, 5, rng.normal(size=W.shape))))
    coupled = "lambda flat: lambda W: flat * (np.mean(W) + W) ** 2 + np.sum(W) / W.size"
    for shape in ((2,), (3, 2), (40, 30)):
        flat = rng.normal(size=shape) * rng.integers(2, size=shape)
        cases.append(
            (
                "coupled",
                "where the slope of one weight depends on the others",
                problem(coupled, rng.normal(size=shape), 0.02, 0.5, 4, flat),
            )
        )
    itself = "where derivative(W) is W itself: leave what it returns as it is"
    cases.append(("slope_written_over", itself, problem("lambda W: W", rng.normal(size=(3, 2)), 0.1, 0.5, 4)))
    W, other = rng.normal(size=(2, 2, 6))
    first, second = problem("lambda W: 0.5 * W", W, 0.1, 0.5, 4), problem("lambda W: 1.5 * W", other, 0.2, 0.7, 4)
    momentum.holds(student, rng, only=cases, looks_past=PATHS | OWN_EQUATIONS | IN_ROWS, pair=(first, second))


@check(points=0.25)
def test_momentum_leaves_the_valley_where_plain_descent_stays(student, rng, cohort):
    """On the loss with two valleys, plain descent stays in the first and momentum leaves it for the deeper one."""
    coefficients, numbers = np.polyder([*cohort.quartic.coefficients, 0.0]).tolist(), cohort.momentum
    slope = f"lambda W: np.polyval({coefficients!r}, W)"
    for beta, words in ((0.0, "plain descent"), (numbers.beta, "descent with momentum")):
        case = ("other_valley", f"for {words}", problem(slope, numbers.start, numbers.eta, beta, numbers.n_steps))
        try:
            ends.holds(student, rng, only=[case], looks_past=PATHS | IN_ROWS, without=("nothing_kept",))
        except CheckFailed as failed:
            if failed.stage != "value":
                raise
            text = f"The path of {words} does not end where it should."
            raise CheckFailed(text, failed.detail, "other_valley") from failed


ends = Function(momentum.call, name=NAME, right=descend, mistakes=PATHS | IN_ROWS, rtol=0, atol=1e-2)

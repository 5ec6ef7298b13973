"""Task momentum: V ← β V − η L'(W), W ← W + V, and all visited weights."""

from functools import partial

import numpy as np

from gradekit.assertions import as_array, assert_close, assert_shape, require
from gradekit.cases import assert_nothing_kept, assert_repeatable, case, hint_if_raised
from gradekit.checks import Task, check
from gradekit.failures import CheckFailed, StudentRaised
from gradekit.proxy import value_of

TASK = Task("momentum")
NAME = "the path"
NOT_FROM_ZERO = "the velocity begins with the slope at the start; it begins with zero"
DAMPED = "the slope enters with a factor 1 − β; equation (3) has none"
DIVIDED = "the slope is divided by 1 − β; equation (3) has η alone before it"
NO_NAME = "Give derivative its weights without a name, as in derivative(W)."


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


def descend(slope, W, eta, beta, n_steps, kind="right"):
    """The path of descent with momentum, and of what people write in its place."""
    V, path = 0.0 * W, [W]
    eta, beta = 0.01 if kind == "fixed_eta" else eta, 0.9 if kind == "fixed_beta" else beta
    if kind == "first_step_at_full_speed":
        V = V - eta * slope(W)
    if kind == "begins_with_the_slope":
        V = slope(W)
    if kind == "begins_down_the_slope":
        V = -slope(W)
    for _ in range(n_steps):
        old, g = V, slope(W)
        if kind == "stops_on_flat_ground" and not np.any(g):
            V = 0.0 * W
        if kind == "late_slope":
            g = slope(path[max(len(path) - 2, 0)])
        if kind == "restart_uphill":
            V = np.where(V * g > 0, 0.0, V)
        if kind == "nesterov":
            V = beta * V - eta * slope(W + beta * V)
        elif kind == "damped":
            V = beta * V - (1 - beta) * eta * g
        elif kind == "divided":
            V = beta * V - eta / (1 - beta) * g
        elif kind == "friction_on_everything":
            V = beta * (V - eta * g)
        elif kind == "slope_at_the_start":
            V = beta * V - eta * slope(path[0])
        elif kind == "no_friction":
            V = V - eta * g
        elif kind == "swapped":
            V = eta * V - beta * g
        elif kind == "plain":
            V = -eta * g
        elif kind == "velocity_brakes":
            V = -beta * V - eta * g
        elif kind == "uphill":
            V = beta * V + eta * g
        elif kind == "eta_missing":
            V = beta * V - g
        elif kind == "by_sign":
            V = beta * V - eta * np.sign(g)
        elif kind.startswith("clipped"):
            most = float(kind.removeprefix("clipped_"))
            V = beta * V - eta * np.clip(g, -most, most)
        elif kind == "velocity_cut_at_1":
            V = np.clip(beta * V - eta * g, -1, 1)
        else:
            V = beta * V - eta * g
        if kind == "step_uphill_refused":
            V = np.where(V * g > 0, 0.0, V)
        if kind == "whole_velocity":
            V = np.trunc(V)
        W = W + (old if kind == "old_velocity" else V)
        if kind in ("whole_weights", "whole_velocity"):
            W = np.trunc(W)
        path.append(W)
    return np.array(path)


def wrong_paths(student, path, derivative, slope, W, eta, beta, n_steps):
    """What people arrive at; `derivative` is the `slope` on the student's side, by which this path was found."""
    right = descend(slope, W, eta, beta, n_steps)
    cut = "the slope is cut short; it is to be used as it is"
    whole = "it is cut to whole numbers: begin with floats, whatever W is"
    sentences = {
        "plain": "it is the path of plain gradient descent: the velocity is lost",
        "nesterov": "the slope is taken ahead of the weight; equation (3) takes it at the weight",
        "damped": DAMPED,
        "divided": DIVIDED,
        "friction_on_everything": "β multiplies the slope as well; it belongs to the old velocity alone",
        "late_slope": "the slope is one step old: take it at the weight from which the step is made",
        "restart_uphill": "the velocity is stopped where it leads uphill; equation (3) lets it go on",
        "step_uphill_refused": "the velocity is stopped where it leads uphill; equation (3) lets it go on",
        "slope_at_the_start": "the slope has to be taken anew at each weight, not once at the start",
        "no_friction": "nothing of the velocity is lost: β is missing",
        "swapped": "η and β have changed places",
        "velocity_brakes": "the velocity is subtracted where it should be added",
        "uphill": "it walks up the slope: mind the minus sign",
        "eta_missing": "the learning rate is missing",
        "old_velocity": "each step is taken with the old velocity; take it with the new one",
        "by_sign": "only the sign of the slope is used",
        "first_step_at_full_speed": NOT_FROM_ZERO,
        "begins_with_the_slope": NOT_FROM_ZERO,
        "begins_down_the_slope": NOT_FROM_ZERO,
        "stops_on_flat_ground": "it stops where the slope is zero; the velocity carries the weight on",
        "velocity_cut_at_1": "the velocity is cut off at 1; it may be as large as it gets",
        **{f"clipped_{most}": cut for most in (1, 5, 10, 100, 1000)},
        "fixed_beta": "its argument beta is not used",
        "fixed_eta": "its argument eta is not used",
        "whole_weights": whole,
        "whole_velocity": whole,
    }
    found = {kind: (text, descend(slope, W, eta, beta, n_steps, kind)) for kind, text in sentences.items()}
    found["whole_in_the_end"] = (whole, np.trunc(right))
    found["aliased"] = (
        "every entry is the last weight: one array was changed in place and stored again and again",
        np.broadcast_to(right[-1], right.shape),
    )
    found["velocities_after_the_start"] = (
        "after the start these are the velocities, not the weights",
        np.concatenate([right[:1], np.diff(right, axis=0)]),
    )
    found["start_missing"] = ("the first weight must be the start itself", right[1:])
    found["last_missing"] = ("the weight after the last step is missing", right[:-1])
    found["last_only"] = ("all visited weights are wanted, not the last one only", right[-1])
    found["one_step_too_many"] = (
        "there is one step too many: n_steps steps visit n_steps + 1 weights",
        descend(slope, W, eta, beta, n_steps + 1),
    )
    return with_not_used(found, student, path, derivative, W, eta, beta, n_steps)


def way_of_descending(student, starts, slips=()):
    """`descend`, or the same without start or end, in a column, with a step too many or a slip, as others checks say.

    `starts` are a number, by whose path those checks fail, and arrays of which the way has to be the same.
    """
    slope = student.function("lambda W: 0.5 * W")
    try:
        paths = [as_array(student.momentum_descent(slope, start, 0.3, 0.6, 4), NAME) for start in starts]
    except (CheckFailed, StudentRaised):
        return descend
    slips = [partial(descend, kind=kind) for kind in slips]
    for walk in (without_start, without_end, one_step_more, in_rows, from_an_array, *slips):
        wanted = [walk(partial(np.multiply, 0.5), start, 0.3, 0.6, 4) for start in starts]
        if all(map(same_path, paths, wanted)):
            return walk
    return descend


SLIPS = (
    "old_velocity",
    "plain",
    "damped",
    "divided",
    "friction_on_everything",
    "no_friction",
    "swapped",
    "velocity_brakes",
    "uphill",
    "eta_missing",
    "begins_with_the_slope",
    "begins_down_the_slope",
    "first_step_at_full_speed",
    "fixed_beta",
    "fixed_eta",
)
"""Other equations, which the worked example shows."""


def without_start(*hill):
    return descend(*hill)[1:]


def without_end(*hill):
    return descend(*hill)[:-1]


def one_step_more(slope, W, eta, beta, n_steps):
    return descend(slope, W, eta, beta, n_steps + 1)


def in_rows(*hill):
    path = descend(*hill)
    return path.reshape(len(path), -1)


def from_an_array(slope, W, *numbers):
    return descend(slope, np.atleast_1d(W), *numbers)


@check(points=0.25)
def test_path_in_a_valley(student, rng):
    """In other valleys, steep ones too, from fractions and whole numbers, each visited weight is right."""
    bowl = student.function("lambda W: 2.0 * W")
    assert_repeatable(lambda: student.momentum_descent(bowl, 1.0, 0.1, 0.5, 3), NAME)
    for beta, n_steps, steepness, eta in (
        (0.6, 8, (0.5, 2), (0.05, 0.3)),
        (0.85, 12, (0.5, 2), (0.05, 0.3)),
        (0.7, 6, (2e4, 4e4), (1e-5, 4e-5)),  # steep
        (0.5, 30, (2, 3), (1.2, 1.5)),  # the steps are so long that it runs away
        (0.35, 1, (0.5, 2), (0.05, 0.3)),
        (0.0, 5, (0.5, 2), (0.05, 0.3)),
    ):
        for start in (float(rng.uniform(-3, 3)), int(rng.integers(2, 6))):
            steep, middle = float(rng.uniform(*steepness)), float(rng.uniform(-2, 2))
            eta_now = float(rng.uniform(*eta))
            source = f"lambda W: {steep!r} * (W - {middle!r}) + 0.3 * np.sin(W)"
            derivative = student.function(source)
            path = student.momentum_descent(derivative, start, eta_now, beta, n_steps)

            def slope(W, s=steep, m=middle):
                return s * (W - m) + 0.3 * np.sin(W)

            want = descend(slope, start, eta_now, beta, n_steps)
            mistakes = partial(wrong_paths, student, path, derivative, slope, start, eta_now, beta, n_steps)
            runs_away = "runs_away", "where the steps are so long that it runs away, which the path should show"
            with case(*runs_away if eta[0] > 1 else ("other_valley", "in another valley")):
                assert_close(path, want, NAME, rtol=1e-4, atol=1e-4, mistakes=mistakes)
    with case("beta_cut_off", "where β is nearly 1"):
        steep, start, numbers = float(rng.uniform(1, 2)), float(rng.uniform(1, 2)), (0.1, 0.999, 12)
        cut_off = "β is cut off where it is large; it may be any number below 1"
        mistakes = {
            f"beta_cut_off_{100 * most:.0f}": (cut_off, descend(partial(np.multiply, steep), start, 0.1, most, 12))
            for most in (0.8, 0.9, 0.95, 0.99)
        }
        path = student.momentum_descent(student.function(f"lambda W: {steep!r} * W"), start, *numbers)
        want = descend(partial(np.multiply, steep), start, *numbers)
        assert_close(path, want, NAME, rtol=1e-4, atol=1e-4, mistakes=mistakes)
    path_over_flat_ground(student, rng)
    with case("many_steps", "for many steps"):
        ramp, numbers = float(rng.uniform(1, 2)), (0.01, 0.9, 400)
        path = student.momentum_descent(student.function(f"lambda W: {ramp!r}"), 1.0, *numbers)
        assert_close(path, descend(lambda W: ramp, 1.0, *numbers), NAME, rtol=1e-4, atol=1e-4)
    with case("small_weights", "for small weights, which go on moving"), hint_if_raised(NO_NAME):
        start, numbers = float(rng.uniform(1e-12, 4e-12)), (0.1, 0.5, 6)
        path = student.momentum_descent(student.function("lambda weight: 2.0 * weight"), start, *numbers)
        assert_close(path, descend(lambda W: 2.0 * W, start, *numbers), NAME, rtol=1e-4, atol=1e-4 * start)


def path_over_flat_ground(student, rng):
    """Fail unless the velocity carries the weight on where the ground is flat, and where it starts there it stays."""
    edge = float(rng.uniform(0.5, 1))
    source = f"lambda W: 3.0 * (np.asarray(W) > {edge!r}) + 2.0 * (np.asarray(W) < -20)"

    def slope(W):
        return 3.0 * (edge < W) + 2.0 * (W < -20)

    for start, beta in ((2.0, 0.9), (2.0, 0.5), (0.0, 0.7)):
        numbers = (0.2, beta, 60)
        derivative = student.function(source)
        path = student.momentum_descent(derivative, start, *numbers)
        want = descend(slope, start, *numbers)
        mistakes = partial(wrong_paths, student, path, derivative, slope, start, *numbers)
        with case("stops_where_it_is_flat", "where the ground is flat: the velocity carries the weight on"):
            assert_close(path, want, NAME, rtol=1e-4, atol=1e-4, mistakes=mistakes)


@check(points=0.75)
def test_path_of_a_whole_array_of_weights(student, rng):
    """W may be an array, of whole numbers too: by your equation each path is right, and W is left as it was."""
    walk = way_of_descending(student, (float(rng.uniform(1, 2)), rng.uniform(1, 2, size=(1, 2))), SLIPS)
    for W in (rng.normal(size=3), rng.normal(size=(2, 4)), rng.normal(size=(2, 4)), rng.integers(-4, 5, size=(3, 2))):
        target, theirs = rng.normal(size=W.shape), student.keep(W)
        valley = student.function("lambda target: lambda W: 2 * (W - target)")(target)
        with case("array", "for an array of weights, whose slopes are found for all of them together"):
            path = student.momentum_descent(valley, theirs, 0.1, 0.6, 5)

        def slope(V, target=target):
            return 2 * (V - target)

        left = value_of(theirs)
        unharmed = np.shape(left) == W.shape and np.array_equal(left, W)
        require(unharmed, "The array that was given as W is changed; start from a copy.", diagnosis="damages_input")
        want = walk(slope, W, 0.1, 0.6, 5)
        mistakes = partial(wrong_paths, student, path, valley, slope, W, 0.1, 0.6, 5)
        assert_close(path, want, NAME, rtol=1e-4, atol=1e-4, mistakes=mistakes)
    for shape in ((2,), (3, 2), (40, 30)):
        W, flat = rng.normal(size=shape), rng.normal(size=shape) * rng.integers(2, size=shape)
        coupled = student.function("lambda flat: lambda W: flat * (np.mean(W) + W) ** 2 + np.sum(W) / W.size")(flat)

        def slope_of_all(V, flat=flat):
            return flat * (np.mean(V) + V) ** 2 + np.sum(V) / V.size

        path = student.momentum_descent(coupled, W, 0.02, 0.5, 4)
        with case("coupled", "where the slope of one weight depends on the others"):
            assert_close(path, walk(slope_of_all, W, 0.02, 0.5, 4), NAME, rtol=1e-4, atol=1e-4)
    with case("slope_written_over", "where derivative(W) is W itself: leave what it returns as it is"):
        path = student.momentum_descent(student.function("lambda W: W"), W, 0.1, 0.5, 4)
        assert_close(path, walk(lambda V: V, W, 0.1, 0.5, 4), NAME, rtol=1e-4, atol=1e-4)
    hill, steeper = (student.function(f"lambda W: {steep} * W") for steep in (0.5, 1.5))

    def right(derivative, *others):
        return walk(partial(np.multiply, 0.5 if derivative is hill else 1.5), *others)

    for start, other in (rng.normal(size=2).tolist(), rng.normal(size=(2, 2, 6))):
        first, second = [hill, start, 0.1, 0.5, 4], [steeper, other, 0.2, 0.7, 4]
        assert_nothing_kept(student.momentum_descent, first, second, NAME, right)


@check(points=0.5)
def test_momentum_leaves_the_valley_where_plain_descent_stays(student, rng, cohort):
    """On the loss with two valleys, plain descent stays in the first and momentum leaves it for the deeper one."""
    coefficients = np.polyder([*cohort.quartic.coefficients, 0.0])
    slope = student.function(f"lambda W: np.polyval({coefficients.tolist()!r}, W)")
    numbers, walk = cohort.momentum, way_of_descending(student, (float(rng.uniform(1, 2)),))
    for beta, words in ((0.0, "plain descent"), (numbers.beta, "descent with momentum")):
        path = student.momentum_descent(slope, numbers.start, numbers.eta, beta, numbers.n_steps)
        want = walk(lambda W: np.polyval(coefficients, W), numbers.start, numbers.eta, beta, numbers.n_steps)
        assert_shape(path, want.shape, f"{NAME} of {words}")
        require(
            np.all(np.abs(np.asarray(path, dtype=float)[-1] - want[-1]) < 1e-2),
            f"The path of {words} does not end where it should.",
            diagnosis="other_valley",
        )

"""Task update_rule: gradient_descent(derivative, W, eta, n_steps), all visited weights, W ← W − η L'(W).

The path down a ramp 1 and in a valley 0.5; one slip fails both, and the other checks look past it: steps that are too
large 0.5, a start in whole numbers 0.5, arrays of weights 0.5.
"""

import numpy as np

from gradekit.assertions import as_array, assert_close, assert_shape, require
from gradekit.cases import Given, case
from gradekit.causes import Found, named
from gradekit.checks import Task, check
from gradekit.failures import CheckFailed
from gradekit.proxy import keep, refill
from gradekit.steps import LOST, PATHS, Steps, walking

TASK = Task("update_rule")
NAME = "The path"
ALL_ALIKE = "all its steps are alike, though the slope changes from weight to weight"
UPHILL = "it walks up the slope: mind the minus sign"
ONE_MORE = "there is one step too many: n_steps steps visit n_steps + 1 weights"
STEPPED_OVER = "the first weight must be the start itself; it begins with the weight after a step"
ETA_MISSING = "the step has to be eta times the slope"
FIXED_ETA = "it uses the learning rate of the notebook in place of its argument eta"
FIXED_N = "it takes as many steps as the notebook, not n_steps of its arguments"


def ramp(start, slope, eta, n_steps):
    """On a ramp the slope is the same everywhere, so the weights are equally far apart, (n_steps + 1,)."""
    return start - eta * slope * np.arange(n_steps + 1)


RAMPS = {
    "uphill": (UPHILL, lambda right: 2 * right[0] - right),
    "one_step_too_many": (ONE_MORE, lambda start, slope, eta, n_steps: ramp(start, slope, eta, n_steps + 1)),
    "start_stepped_over": (STEPPED_OVER, lambda start, slope, eta, n_steps: ramp(start, slope, eta, n_steps + 1)[1:]),
    "slopes_only": ("these are the slopes, not the weights", lambda slope, n_steps: np.full(n_steps, slope)),
    "eta_missing": (ETA_MISSING, lambda start, slope, n_steps: ramp(start, slope, 1.0, n_steps)),
    "eta_squared": (
        "eta is multiplied in twice",
        lambda start, slope, eta, n_steps: ramp(start, slope, eta**2, n_steps),
    ),
    "eta_divided": (
        "the slope is divided by eta",
        lambda start, slope, eta, n_steps: ramp(start, slope, 1 / eta, n_steps),
    ),
    "sign_only": (
        "a step has to be as long as eta times the slope; that was cut off at 1, or only its sign was used",
        lambda start, eta, n_steps: ramp(start, 1.0, eta, n_steps),
    ),
    "weight_multiplied": (
        "the step has to be subtracted from the weight, not multiplied by it",
        lambda start, slope, eta, n_steps: start * (1 - eta * slope) ** np.arange(n_steps + 1),
    ),
    "fixed_eta": (FIXED_ETA, lambda start, slope, n_steps, of_notebook: ramp(start, slope, of_notebook.eta, n_steps)),
    "fixed_start": (
        "it starts where the example did, not at its argument W",
        lambda slope, eta, n_steps, of_notebook: ramp(of_notebook.start, slope, eta, n_steps),
    ),
    "fixed_n_steps": (FIXED_N, lambda start, slope, eta, of_notebook: ramp(start, slope, eta, of_notebook.n_steps)),
    "losses_not_weights": (
        "these are losses; the weights are wanted",
        lambda right, of_notebook: of_notebook.coefficient * right**2,
    ),
}


@check(points=1, public=True)
def test_path_down_a_ramp(student, cohort):
    """Down a ramp (one slope everywhere) the n_steps + 1 weights are evenly spaced; on flat ground nothing moves."""
    require_rest_on_flat_ground(student)
    known = {"start": 2.0, "slope": 3.0, "n_steps": 6, "of_notebook": cohort.descent}
    for eta in (0.25, 0.5):
        right = ramp(2.0, 3.0, eta, 6)
        path = student.gradient_descent(student.function("lambda W: 3.0"), 2.0, eta, 6)
        slug, when = unlike_a_ramp(path, right)
        with case(slug, when):
            mistakes = named(PATHS | LOST | RAMPS, {**known, "eta": eta, "right": right})
            assert_close(path, right, NAME, rtol=1e-5, mistakes=mistakes)
    path = path_on_flat_ground(student)
    stops = "The path ends where the ground is flat: all n_steps steps are to be taken, also those that move nothing."
    require(np.ndim(path) != 1 or len(path) > 4, stops, diagnosis="stops_at_rest")
    assert_close(path, [3.0] * 5, "The path on flat ground", rtol=1e-6)


def path_on_flat_ground(student):
    return student.gradient_descent(student.function("lambda W: 0.0 * W"), 3.0, 0.1, 4)


def require_rest_on_flat_ground(student):
    path = path_on_flat_ground(student)
    two = isinstance(path, list) and len(path) == 2 and np.ndim(path[0]) == 1
    require(not two, "Two things are returned; the path alone is wanted.", diagnosis="two_results")
    path = as_array(path, NAME)
    moved = (
        path.shape == (5,) and path[0] == 3.0 and np.isfinite(path[1]) and path[1] not in (0.0, 3.0)
    )  # a change there is 0
    text = "The path moves where the slope is zero. Does it use the function given as `derivative`, and that alone?"
    require(not moved, text, diagnosis="fixed_derivative")


def unlike_a_ramp(path, right):
    """What is seen of a path down a ramp of the right length that is none of the known wrong ones."""
    if np.shape(path) == np.shape(right):
        steps, wanted = np.diff(np.asarray(path, dtype=float)), np.diff(right)
        if np.abs(steps)[0] > 0 and np.all(np.diff(np.abs(steps)) < 0):
            return "rate_decays", "with steps that get shorter, although slope and eta are the same for all of them"
        if np.allclose(steps, wanted):
            return "elsewhere", "with steps that are as long as they have to be, but from another weight on"
        if np.allclose(steps, steps[0]):
            return "wrong_length", "with steps that are alike, but not as long as eta times the slope"
    return "uneven", "although the slope is the same everywhere"


@check(points=0, public=True)
def test_slope_is_taken_anew_at_each_weight(student):
    """With the slope 2 W and a rate of ¼ each step halves the weight, or each of an array, which stays as it was."""
    require_rest_on_flat_ground(student)
    slope, halves = student.function("lambda W: 2 * W"), 0.5 ** np.arange(5)
    for start, slug, when in (
        (1.0, "slope_not_constant", "where the slope changes from weight to weight"),
        (np.array([1.0, -2.0]), "array", "for an array of weights"),
    ):
        right, given = np.multiply.outer(halves, start), Given(student, W=start)
        more = {
            "slope_not_renewed": (ALL_ALIKE, np.multiply.outer(1 - 0.5 * np.arange(5), start)),
            "start_stepped_over": (STEPPED_OVER, right / 2),
        }
        with case(slug, when):
            path = given.to(student.gradient_descent, slope, start if np.ndim(start) == 0 else given.W, 0.25, 4)
            given.require_unharmed("gradient_descent")
            assert_close(path, right, NAME, rtol=1e-5, mistakes={**named(PATHS, {"right": right}), **more})


def descend(derivative, W, eta, n_steps):
    path = [np.asarray(W, dtype=float)]
    for _ in range(n_steps):
        path.append(path[-1] - eta * derivative(path[-1]))
    return np.array(path)


def no_step_to_steeper_ground(derivative, W, eta):
    ahead = W - eta * derivative(W)
    return np.where(np.abs(derivative(ahead)) > np.abs(derivative(W)), W, ahead)


def with_numbers(change):
    """The path with other numbers than those that are given."""
    return lambda derivative, W, eta, n_steps, of_notebook: descend(derivative, W, *change(eta, n_steps, of_notebook))


SLIPS = PATHS | {
    "uphill": (UPHILL, with_numbers(lambda eta, n, _: (-eta, n))),
    "one_step_too_many": (ONE_MORE, with_numbers(lambda eta, n, _: (eta, n + 1))),
    "start_stepped_over": (
        STEPPED_OVER,
        lambda derivative, W, eta, n_steps: descend(derivative, W, eta, n_steps + 1)[1:],
    ),
    "eta_missing": (ETA_MISSING, with_numbers(lambda eta, n, _: (1, n))),
    "eta_squared": ("eta is multiplied in twice", with_numbers(lambda eta, n, _: (eta**2, n))),
    "fixed_eta": (FIXED_ETA, with_numbers(lambda eta, n, of_notebook: (of_notebook.eta, n))),
    "fixed_n_steps": (FIXED_N, with_numbers(lambda eta, n, of_notebook: (eta, of_notebook.n_steps))),
}
MISTAKES = (
    SLIPS
    | LOST
    | {
        "slope_not_renewed": (
            ALL_ALIKE,
            lambda derivative, W, eta, n_steps: (
                W - eta * derivative(W) * np.arange(n_steps + 1).reshape(-1, *[1] * np.ndim(W))
            ),
        ),
        "whole_numbers": (
            "the weights are cut to whole numbers",
            walking(lambda slope, W, eta: np.trunc(W - eta * slope(W))),
        ),
        "summed": (
            "the slopes of all weights were added up",
            walking(lambda slope, W, eta: W - eta * np.sum(slope(W))),
        ),
        "stops_on_a_rise": (
            "a step is left out, or cut short, where the ground is steep or a step would lead to steeper ground",
            walking(no_step_to_steeper_ground),
        ),
        "rounded_steps": ("each weight is rounded", walking(lambda slope, W, eta: np.round(W - eta * slope(W), 3))),
        "two_slopes": (
            "a step takes one slope, not the mean of two",
            walking(lambda slope, W, eta: W - eta * (slope(W) + slope(W - eta * slope(W))) / 2),
        ),
        "clipped": (
            "steps are cut short where the ground is steep",
            walking(lambda slope, W, eta: W - eta * np.clip(slope(W), -10, 10)),
        ),
        "clipped_at_1": (
            "steps are cut short where the ground is steep",
            walking(lambda slope, W, eta: W - eta * np.clip(slope(W), -1, 1)),
        ),
    }
)

path_of = Steps(
    "gradient_descent(derivative, W, eta, n_steps)",
    right=descend,
    mistakes=MISTAKES,
    hint="W may be a whole array: derivative takes all of it at once, and the path is (n_steps + 1, *W.shape).",
)
problem = path_of.problem


def along(student, rng, cohort, cases, pair=None, looks_past=SLIPS):
    without = () if pair else ("nothing_kept",)
    path_of.holds(
        student, rng, only=cases, looks_past=looks_past, pair=pair, without=without, of_notebook=cohort.descent
    )


@check(points=0.5)
def test_path_in_a_valley(student, rng, cohort):
    """In other valleys, with other learning rates and starts, every visited weight is right."""
    cases, valley = [], "lambda steep, middle: lambda W: steep * (W - middle) + 0.1 * np.sin(W)"
    for n_steps in (5, 1, 12, 80):
        steep, middle, start = (float(value) for value in rng.uniform([0.5, -2, -3], [2, 2, 3]))
        eta = (
            0.8 / steep if n_steps == 80 else float(rng.uniform(0.05, 0.4))
        )  # the last of 80 such steps do not move it
        slug, when = ("at_rest", "where the walk is long") if n_steps == 80 else ("other_valley", "in another valley")
        cases.append((slug, when, problem(valley, start, eta, n_steps, steep, middle)))
    pair = cases[0][2], cases[0][2] | {"W": cases[0][2]["W"] + 1}
    start, half = float(rng.uniform(1, 2)), "lambda weight: 0.5 * weight"
    cases += [
        ("small_weights", "for small weights", problem(half, 4e-16, 0.3, 6)),
        ("no_step", "for no step at all", problem(half, start, 0.3, 0)),
        ("many_steps", "for thousands of steps", problem(half, start, 0.001, 6000)),
        (
            "gentle_ground",
            "where the ground is gentle, and the rate large",
            problem("lambda W: 2e-13 * W", start, 1e12, 5),
        ),
    ]
    along(student, rng, cohort, cases, pair, looks_past=("in_a_column",))


@check(points=0.5)
def test_path_with_steps_that_are_too_large(student, rng, cohort):
    """Where steps are too large the weight runs away, and the path shows it; steep ground makes long steps."""
    start, runs_away = (
        float(rng.uniform(1, 2)),
        "where steps are so large that the weight runs away, which the path should show",
    )
    cases = [
        ("overshooting", runs_away, problem("lambda W: 2.0 * W", start, 1.15, 8)),
        ("steep_ground", "where the ground is very steep", problem("lambda W: 300.0 * W", start, 0.002, 8)),
        ("overshooting", runs_away, problem("lambda W: 3.0 * W", start, 4.0, 25)),
    ]
    along(student, rng, cohort, cases)
    endless = as_array(student.gradient_descent(student.function("lambda W: 3.0 * W"), start, 4.0, 400), NAME)
    text = "A weight that has run away beyond all numbers is replaced by another one; the path should show it."
    ran_away = endless.size and not np.isfinite(endless.ravel()[[0, -1]]).all()
    require(
        ran_away or path_of.slip(student, cases[0][2], SLIPS, of_notebook=cohort.descent),
        text,
        diagnosis="runaway_hidden",
    )
    if takes_arrays(student):
        both = as_array(
            student.gradient_descent(student.function("lambda W: W ** 3"), np.array([10.0, 0.5]), 0.5, 12), NAME
        )
        alone = as_array(student.gradient_descent(student.function("lambda W: W ** 3"), np.array([0.5]), 0.5, 12), NAME)
        if not np.isfinite(alone).all():
            return  # another slip, which others tell
        with case("stopped_by_another", "where one of several weights has run away: the others go on"):
            assert_shape(both, (len(alone), 2), NAME)
            assert_close(both[:, 1], alone.ravel(), f"{NAME} of the second weight", rtol=1e-5)


def takes_arrays(student):
    """Whether the answer walks from an array at all; another check says so where it does not."""
    try:
        path = as_array(student.gradient_descent(student.function("lambda W: 0.5 * W"), np.ones(3), 0.3, 4), NAME)
    except CheckFailed:
        return False
    return path.shape[-1:] == (3,)


@check(points=0.5)
def test_path_from_a_whole_number(student, rng, cohort):
    """The start may be a whole number, or an array of whole numbers: the weights that follow are not."""
    middle = float(rng.uniform(0.2, 0.8))
    starts = (int(rng.integers(2, 9)), rng.integers(2, 9, size=3))
    cases = [
        ("whole_start", "for a start in whole numbers", problem("lambda m: lambda W: 2 * (W - m)", W, 0.1, 4, middle))
        for W in (starts if takes_arrays(student) else starts[:1])
    ]
    along(student, rng, cohort, cases)


@check(points=0.5)
def test_path_of_a_whole_array_of_weights(student, session, rng, cohort):
    """W may be an array: its path has shape (n_steps + 1, *W.shape), and the start is left as it was."""
    W, steady, steep = rng.normal(size=(3, 2, 3))
    hill, ramp, valley = (
        "lambda steep: lambda W: steep * W",
        "lambda slope: lambda W: slope",
        "lambda to: lambda W: 2 * (W - to)",
    )
    cases = [
        ("array", "for an array of weights", problem(hill, W, 0.1, 3, steep + 1.5)),
        ("other_hill", "when it is called again, and the hill alone is another one", problem(hill, W, 0.1, 3, steep)),
        (
            "steady_slope",
            "where the derivative gives the same array each time: do not write into it",
            problem(ramp, W, 0.1, 3, steady),
        ),
    ]
    for shape in [(3,), (2, 4), (3, 3), (1,), (2, 3, 2)]:
        cases.append(
            (
                "array",
                "for an array of weights",
                problem(valley, rng.normal(size=shape), 0.3, 5, rng.normal(size=shape)),
            )
        )
    n = session.n_cells
    moments = rng.uniform(size=(n, 2 * n))
    coupled = problem("lambda S: lambda W: W @ S", rng.normal(size=(2, n)), 0.05, 6, moments @ moments.T / (2 * n))
    cases.append(("coupled", "where the slope at one weight depends on the others", coupled))
    itself = "where derivative(W) is W itself: leave what it returns as it is"
    cases.append(("slope_written_over", itself, problem("lambda W: W", rng.normal(size=4), 0.25, 5)))
    first, second = (problem("lambda W: 0.5 * W", W, 0.1, 3) for W in rng.normal(size=(2, 2, 6)))
    along(student, rng, cohort, cases, (first, second))
    slope = student.keep(steep + 1.5)
    same = keep(student.function(hill))(slope)
    with case("other_hill", "when it is called again, and the hill alone is another one"):
        for numbers in (steep + 1.5, steep):
            refill(slope, numbers)
            path = student.gradient_descent(same, W, 0.1, 3)
        known = {"derivative": lambda V: steep * V, "W": W, "eta": 0.1, "n_steps": 3}
        found = Found(
            path,
            descend(**known),
            "other_hill",
            "when the hill alone is another one",
            known={**known, "of_notebook": cohort.descent},
        )
        path_of.judge.hold(iter([found]), SLIPS)

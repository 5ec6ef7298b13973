"""Task update_rule: gradient_descent(derivative, W, eta, n_steps), all visited weights, W ← W − η L'(W).

The path down a ramp 1 and in a valley 0.5; one slip fails both, and the other checks look past it: steps that are too
large 0.5, a start in whole numbers 0.5, arrays of weights 0.5.
"""

import numpy as np
from gradekit.assertions import as_array, assert_close, require
from gradekit.cases import Given, case
from gradekit.causes import named
from gradekit.checks import Task, check
from gradekit.steps import LOST, PATHS

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

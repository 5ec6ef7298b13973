"""Task update_rule: gradient_descent(derivative, W, eta, n_steps), all visited weights, W ← W − η L'(W)."""

from contextlib import nullcontext
import numpy as np
from gradekit.assertions import as_array, assert_close, require
from gradekit.cases import Given, case
from gradekit.checks import Task, check

TASK = Task("update_rule")

NAME = "The path"

BACKWARDS = "it is given backwards; it begins with the start"

ALL_ALIKE = "all its steps are alike, though the slope changes from weight to weight"

START_TWICE = "the start stands there twice, and the weight after the last step is missing"

ALIASED = "every entry is the last weight: one array was changed in place and stored again and again; store copies"

START_ONLY = (
    "every entry is the start: each step leads to a new weight, which is assigned to W and stored, wherever it leads"
)

STEPPED_OVER = "the first weight must be the start itself; it begins with the weight after a step"

NOT_ZERO = "the first weight must be the start itself, not 0"


def along_a_ramp(start, slope, eta, n_steps):
    """On a ramp the slope is the same everywhere, so the weights are equally far apart, (n_steps + 1,)."""
    return start - eta * slope * np.arange(n_steps + 1)


def path_on_flat_ground(student):
    return student.gradient_descent(student.function("lambda W: 0.0 * W"), 3.0, 0.1, 4)


def require_rest_on_flat_ground(student):
    path = path_on_flat_ground(student)
    two = isinstance(path, list) and len(path) == 2 and np.ndim(path[0]) == 1 and np.ndim(path[1]) == 0
    require(not two, "Two things are returned; the path alone is wanted.", diagnosis="two_results")
    path = as_array(path, NAME)
    moved = path.shape == (5,) and path[0] == 3.0 and path[1] not in (0.0, 3.0)  # a change there is 0
    require(
        not moved,
        "The path moves where the slope is zero. Does it use the function given as `derivative`, and that alone?",
        diagnosis="fixed_derivative",
    )


@check(points=1, public=True)
def test_path_down_a_ramp(student, cohort):
    """Down a ramp (one slope everywhere) the n_steps + 1 weights are evenly spaced; on flat ground nothing moves."""
    require_rest_on_flat_ground(student)
    start, slope, n_steps = 2.0, 3.0, 6
    ramp = student.function("lambda W: 3.0")
    for eta in (0.25, 0.5):
        want = along_a_ramp(start, slope, eta, n_steps)
        mistakes = {
            "uphill": ("it walks up the slope: mind the minus sign", 2 * start - want),
            "start_missing": ("the first weight must be the start itself", want[1:]),
            "last_missing": ("the weight after the last step is missing", want[:-1]),
            "last_only": ("all visited weights are wanted, not the last one only", want[-1]),
            "one_step_too_many": (
                "there is one step too many: n_steps steps visit n_steps + 1 weights",
                along_a_ramp(start, slope, eta, n_steps + 1),
            ),
            "start_stepped_over": (STEPPED_OVER, along_a_ramp(start, slope, eta, n_steps + 1)[1:]),
            "zero_for_the_start": (NOT_ZERO, np.concatenate([[0.0], want[1:]])),
            "ends_only": (
                "it holds the start and the last weight only; those between are wanted too, so store each in the loop",
                want[[0, -1]],
            ),
            "start_only": (START_ONLY, np.full_like(want, start)),
            "aliased": (ALIASED, np.full_like(want, want[-1])),
            "start_twice": ("the start stands there twice", np.concatenate([want[:1], want])),
            "start_twice_end_missing": (START_TWICE, np.concatenate([want[:1], want[:-1]])),
            "reversed": (BACKWARDS, want[::-1]),
            "first_step_only": ("it ends after one step, as where `return` stands inside the loop", want[:2]),
            "changes_only": ("these are the changes, not the weights", want[1:] - want[:-1]),
            "changes_after_the_start": (
                "after the start these are the changes, not the weights",
                np.concatenate([want[:1], np.diff(want)]),
            ),
            "slopes_only": ("these are the slopes, not the weights", np.full(n_steps, slope)),
            "eta_missing": ("the step has to be eta times the slope", along_a_ramp(start, slope, 1.0, n_steps)),
            "eta_squared": ("eta is multiplied in twice", along_a_ramp(start, slope, eta**2, n_steps)),
            "eta_divided": ("the slope is divided by eta", along_a_ramp(start, slope, 1 / eta, n_steps)),
            "sign_only": (
                "a step has to be as long as eta times the slope; only the sign of the slope was used",
                along_a_ramp(start, 1.0, eta, n_steps),
            ),
            "weight_multiplied": (
                "the step has to be subtracted from the weight, not multiplied by it",
                start * (1 - eta * slope) ** np.arange(n_steps + 1),
            ),
            "fixed_eta": (
                "it uses the learning rate of the notebook in place of its argument eta",
                along_a_ramp(start, slope, cohort.descent.eta, n_steps),
            ),
            "fixed_start": (
                "it starts where the example did, not at its argument W",
                along_a_ramp(cohort.descent.start, slope, eta, n_steps),
            ),
            "fixed_n_steps": (
                "it takes as many steps as the notebook, not n_steps of its arguments",
                along_a_ramp(start, slope, eta, cohort.descent.n_steps),
            ),
            "losses_not_weights": ("these are losses; the weights are wanted", cohort.descent.coefficient * want**2),
        }
        path = student.gradient_descent(ramp, start, eta, n_steps)
        with unlike_a_ramp(path, want):
            assert_close(path, want, NAME, rtol=1e-5, mistakes=mistakes)
    path = path_on_flat_ground(student)
    require(
        np.ndim(path) != 1 or len(path) > 4,
        "The path ends where the ground is flat: all n_steps steps are to be taken, also those that move nothing.",
        diagnosis="stops_at_rest",
    )
    assert_close(path, [3.0] * 5, "The path on flat ground", rtol=1e-6)


@check(points=0, public=True)
def test_slope_is_taken_anew_at_each_weight(student):
    """With the slope 2 W and a rate of ¼ each step halves the weight, or each of an array, which stays as it was."""
    require_rest_on_flat_ground(student)
    slope, halves = student.function("lambda W: 2 * W"), 0.5 ** np.arange(5)
    for start, slug, when in (
        (
            1.0,
            "slope_not_constant",
            "where the slope changes from weight to weight, whether or not the path down a ramp is right",
        ),
        (np.array([1.0, -2.0]), "array", "for an array of weights"),
    ):
        want = np.multiply.outer(halves, start)
        mistakes = {
            "slope_not_renewed": (ALL_ALIKE, np.multiply.outer(1 - 0.5 * np.arange(5), start)),
            "aliased": (ALIASED, np.broadcast_to(want[-1], want.shape)),
            "start_only": (START_ONLY, np.broadcast_to(want[0], want.shape)),
            "start_stepped_over": (STEPPED_OVER, want / 2),
        }
        given = Given(student, W=start)
        with case(slug, when):
            path = given.to(student.gradient_descent, slope, start if np.ndim(start) == 0 else given.W, 0.25, 4)
            given.require_unharmed("gradient_descent")
            assert_close(path, want, NAME, rtol=1e-5, mistakes=mistakes)


def unlike_a_ramp(path, want):
    """The case of a path down a ramp that is none of the known wrong ones, where it has the right length."""
    if np.shape(path) != np.shape(want):
        return nullcontext()
    path = np.asarray(path, dtype=float)
    lengths = np.abs(np.diff(path))
    if lengths[0] > 0 and np.all(np.diff(lengths) < 0):
        return case("rate_decays", "with steps that get shorter, although slope and eta are the same for all of them")
    if np.allclose(np.diff(path), np.diff(want)):
        return case("elsewhere", "with steps that are as long as they have to be, but from another weight on")
    if np.allclose(np.diff(path), path[1] - path[0]):
        return case("wrong_length", "with steps that are alike, but not as long as eta times the slope")
    return case("uneven", "with steps that differ, although the slope is the same everywhere")

"""Task update_rule: gradient_descent(derivative, W, eta, n_steps), all visited weights, W ← W − η L'(W)."""

from contextlib import nullcontext
from functools import partial

import numpy as np

from gradekit.assertions import as_array, assert_close, assert_shape, require
from gradekit.cases import Given, assert_nothing_kept, case, hint_if_raised
from gradekit.checks import Task, check
from gradekit.failures import CheckFailed, StudentRaised
from gradekit.proxy import keep, refill

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


def descend(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        path.append(path[-1] - eta * derivative(path[-1]))
    return np.array(path)


def wrong_paths(derivative, W, eta, n_steps):
    """What people arrive at in place of the weights that descent visits."""
    right = descend(derivative, W, eta, n_steps)
    steps = np.arange(n_steps + 1).reshape(-1, *[1] * np.ndim(W))
    straight = W - eta * derivative(W) * steps
    return {
        "slope_not_renewed": (ALL_ALIKE, straight),
        "start_twice_end_missing": (START_TWICE, start_twice_without_end(derivative, W, eta, n_steps)),
        "aliased": (ALIASED, aliased(derivative, W, eta, n_steps)),
        "start_only": (START_ONLY, np.broadcast_to(right[0], right.shape)),  # before the walk that takes no step uphill
        "start_stepped_over": (STEPPED_OVER, start_stepped_over(derivative, W, eta, n_steps)),
        "zero_for_the_start": (NOT_ZERO, zero_for_the_start(derivative, W, eta, n_steps)),
        "whole_numbers": ("the weights are cut to whole numbers", in_whole_numbers(derivative, W, eta, n_steps)),
        "whole_numbers_at_the_end": ("the weights are cut to whole numbers", np.trunc(right)),
        "uphill": ("it walks up the slope: mind the minus sign", descend(derivative, W, -eta, n_steps)),
        "reversed": (BACKWARDS, right[::-1]),
        "sorted": ("the weights are sorted; they should stand in the order of the visits", np.sort(right, axis=0)),
        "summed": (
            "the slopes of all weights were added up",
            descend(lambda V: np.sum(derivative(V)), W, eta, n_steps),
        ),
        "transposed": ("the steps come first: (n_steps + 1, …), then the shape of W", np.moveaxis(right, 0, -1)),
        "stops_on_a_rise": (
            "a step is left out, or cut short, where the ground is steep or a step would lead to steeper ground",
            unrisen(derivative, W, eta, n_steps),
        ),
        "rounded_steps": ("each weight is rounded", rounded(derivative, W, eta, n_steps)),
        "two_slopes": (
            "a step takes one slope, not the mean of two",
            heun(derivative, W, eta, n_steps),
        ),
        "clipped": ("steps are cut short where the ground is steep", clipped(derivative, W, eta, n_steps)),
    }


def rounded(derivative, W, eta, n_steps):
    """The path of somebody who rounds each weight to three decimals."""
    path = [W]
    for _ in range(n_steps):
        path.append(np.round(path[-1] - eta * derivative(path[-1]), 3))
    return np.array(path)


def heun(derivative, W, eta, n_steps):
    """The path with the mean of two slopes: that at each weight, and that where the step would lead."""
    return descend(lambda V: (derivative(V) + derivative(V - eta * derivative(V))) / 2, W, eta, n_steps)


def in_whole_numbers(derivative, W, eta, n_steps):
    """The path in an array of whole numbers."""
    path = [np.trunc(W)]
    for _ in range(n_steps):
        path.append(np.trunc(path[-1] - eta * derivative(path[-1])))
    return np.array(path)


def unrisen(derivative, W, eta, n_steps):
    """The path of somebody who takes no step to steeper ground."""
    path = [W]
    for _ in range(n_steps):
        ahead = path[-1] - eta * derivative(path[-1])
        steeper = np.abs(derivative(ahead)) > np.abs(derivative(path[-1]))
        path.append(np.where(steeper, path[-1], ahead))
    return np.array(path)


def clipped(derivative, W, eta, n_steps):
    """The path with slopes of at most 10."""
    return descend(lambda V: np.clip(derivative(V), -10, 10), W, eta, n_steps)


def down(slope, derivative, W, eta, n_steps, walk=descend):
    """The path down a hill of this slope, whatever the function is that the student is given for it."""
    return walk(slope, W, eta, n_steps)


def way_of_counting(student, rng, among):
    """`descend`, or the one of these walks that the answer takes, where other checks say so."""
    start, slope = float(rng.uniform(1, 2)), student.function("lambda W: 0.5 * W")
    try:
        path = as_array(student.gradient_descent(slope, start, 0.3, 4), NAME)
    except (CheckFailed, StudentRaised):
        return descend
    for walk in among:
        want = walk(partial(np.multiply, 0.5), start, 0.3, 4)
        if path.shape == want.shape and np.allclose(path, want, rtol=1e-5):
            return walk
    return descend


def without_start(*hill):
    return descend(*hill)[1:]


def without_end(*hill):
    return descend(*hill)[:-1]


def one_step_more(derivative, W, eta, n_steps):
    return descend(derivative, W, eta, n_steps + 1)


def start_stepped_over(*hill):
    return one_step_more(*hill)[1:]


def zero_for_the_start(*hill):
    path = descend(*hill)
    return np.concatenate([0 * path[:1], path[1:]])


def aliased(*hill):
    path = descend(*hill)
    return np.repeat(path[-1:], len(path), axis=0)


def start_twice(*hill):
    path = descend(*hill)
    return np.concatenate([path[:1], path])


def start_twice_without_end(*hill):
    return start_twice(*hill)[:-1]


def backwards(*hill):
    return descend(*hill)[::-1]


def in_a_column(*hill):
    path = descend(*hill)
    return path[:, None] if path.ndim == 1 else path


def always_from_the_start(*hill):
    path = descend(*hill)
    return np.concatenate([path[:1], np.repeat(path[1:2], len(path) - 1, axis=0)])


def with_numbers(of_arguments):
    """A walk with other numbers than those that it is given, from `eta` and `n_steps`."""
    return lambda derivative, W, eta, n_steps: descend(derivative, W, *of_arguments(eta, n_steps))


def other_walks(cohort):
    """Walks with one slip that the path down a ramp and the path in a valley tell; other checks look past it."""
    return (
        *(without_start, without_end, one_step_more, start_twice, start_twice_without_end, backwards, in_a_column),
        *(start_stepped_over, zero_for_the_start, aliased, always_from_the_start),
        with_numbers(lambda eta, n_steps: (-eta, n_steps)),
        with_numbers(lambda eta, n_steps: (1, n_steps)),
        with_numbers(lambda eta, n_steps: (eta**2, n_steps)),
        with_numbers(lambda eta, n_steps: (cohort.descent.eta, n_steps)),
        with_numbers(lambda eta, n_steps: (eta, cohort.descent.n_steps)),
    )


def takes_arrays(student, rng):
    """Whether the student's function walks from an array at all; another check says so where it does not."""
    try:
        path = as_array(
            student.gradient_descent(student.function("lambda W: 0.5 * W"), rng.normal(size=3), 0.3, 4), NAME
        )
    except (CheckFailed, StudentRaised):
        return False
    return path.shape[-1:] == (3,)


def require_path(student, source, derivative, W, eta, n_steps, walk=descend):
    """Fail unless the student's path down a hill is right, from a start that comes out unharmed."""
    given = Given(student, W=W)
    start = W if np.ndim(W) == 0 else given.W
    array = "W is a whole array here: derivative takes all of it at once, and the path is (n_steps + 1, *W.shape)."
    with hint_if_raised(array) if np.ndim(W) else nullcontext():
        path = given.to(student.gradient_descent, source, start, eta, n_steps)
    given.require_unharmed("gradient_descent")
    want = walk(derivative, W, eta, n_steps)
    wrong = partial(wrong_paths, derivative, W, eta, n_steps)
    assert_close(path, want, NAME, rtol=1e-5, atol=2e-6 * np.abs(want).max(), mistakes=wrong)


@check(points=0.5)
def test_path_in_a_valley(student, rng):
    """In other valleys, with other learning rates and starts, every visited weight is right."""
    walk = way_of_counting(student, rng, [in_a_column])
    for n_steps, at_rest in ((5, False), (1, False), (12, False), (80, True)):
        steep, middle, start = (float(value) for value in rng.uniform([0.5, -2, -3], [2, 2, 3]))
        eta = 0.8 / steep if at_rest else float(rng.uniform(0.05, 0.4))  # the last of 80 such steps do not move it

        def slope(W, steep=steep, middle=middle):
            return steep * (W - middle) + 0.1 * np.sin(W)

        theirs = student.function(f"lambda W: {steep!r} * (W - {middle!r}) + 0.1 * np.sin(W)")
        first, second = ([theirs, start + more, eta, n_steps] for more in (0, 1))
        assert_nothing_kept(student.gradient_descent, first, second, NAME, partial(down, slope, walk=walk))
        with case("at_rest", "where the walk is long") if at_rest else case("other_valley", "in another valley"):
            require_path(student, theirs, slope, start, eta, n_steps, walk)
    half = student.function("lambda weight: 0.5 * weight")
    for start, n_steps, slug, when in (
        (4e-16, 6, "small_weights", "for small weights"),
        (float(rng.uniform(1, 2)), 0, "no_step", "for no step at all"),
        (float(rng.uniform(1, 2)), 6000, "many_steps", "for thousands of steps"),
    ):
        with case(slug, when):
            require_path(student, half, partial(np.multiply, 0.5), start, 0.001 if n_steps > 6 else 0.3, n_steps, walk)
    with case("gentle_ground", "where the ground is gentle, and the learning rate as large"):
        gentle = student.function("lambda W: 2e-13 * W")
        require_path(student, gentle, partial(np.multiply, 2e-13), float(rng.uniform(1, 2)), 1e12, 5, walk)


@check(points=0.5)
def test_path_with_steps_that_are_too_large(student, rng, cohort):
    """Where steps are too large the weight runs away, and the path shows it; steep ground makes long steps."""
    start, walk = float(rng.uniform(1, 2)), way_of_counting(student, rng, other_walks(cohort))
    for steep, eta, slug, when in (
        (2.0, 1.15, "overshooting", "where steps are so large that the weight runs away, which the path should show"),
        (300.0, 0.002, "steep_ground", "where the ground is very steep"),
    ):
        theirs = student.function(f"lambda W: {steep!r} * W")
        with case(slug, when):
            require_path(student, theirs, partial(np.multiply, steep), start, eta, 8, walk)
    with case("overshooting", "where the weight runs far away: all steps are to be taken"):
        slope = student.function("lambda W: 3.0 * W")
        require_path(student, slope, partial(np.multiply, 3.0), start, 4.0, 25, walk)
        path = as_array(student.gradient_descent(slope, start, 4.0, 400), NAME)
        with np.errstate(all="ignore"):
            want = walk(partial(np.multiply, 3.0), start, 4.0, 400)
        assert_shape(path, want.shape, NAME)
        message = "A weight that has run away beyond all numbers is replaced by another one; the path should show it."
        require(np.isfinite(want[-1]) or not np.isfinite(path[-1]), message, diagnosis="runaway_hidden")
    if not takes_arrays(student, rng):
        return
    with case("stopped_by_another", "where one of several weights has run away: the others go on"):
        cubic = student.function("lambda W: W ** 3")
        path = as_array(student.gradient_descent(cubic, np.array([10.0, 0.5]), 0.5, 12), NAME)
        with np.errstate(all="ignore"):
            want = np.ravel(walk(lambda W: W**3, np.float64(0.5), 0.5, 12))
        if not np.isfinite(want).all():
            return
        assert_shape(path, (len(want), 2), NAME)
        mistakes = {"aliased": (ALIASED, np.full(len(want), want[-1]))}
        assert_close(path[:, 1], want, f"{NAME} of the second weight", rtol=1e-5, mistakes=mistakes)


@check(points=0.5)
def test_path_from_a_whole_number(student, rng, cohort):
    """The start may be a whole number, or an array of whole numbers: the weights that follow are not."""
    middle, walk = float(rng.uniform(0.2, 0.8)), way_of_counting(student, rng, other_walks(cohort))
    theirs = student.function(f"lambda W: 2 * (W - {middle!r})")
    one, several = int(rng.integers(2, 9)), rng.integers(2, 9, size=3)
    for start in (one, several) if takes_arrays(student, rng) else (one,):
        with case("whole_start", "for a start in whole numbers"):
            require_path(student, theirs, lambda W: 2 * (W - middle), start, 0.1, 4, walk)


@check(points=0.5)
def test_path_of_a_whole_array_of_weights(student, session, rng, cohort):
    """W may be an array: its path has shape (n_steps + 1, *W.shape), and the start is left as it was."""
    half, walk = student.function("lambda W: 0.5 * W"), way_of_counting(student, rng, other_walks(cohort))
    first, second = ([half, W, 0.1, 3] for W in rng.normal(size=(2, 2, 6)))
    assert_nothing_kept(
        student.gradient_descent, first, second, NAME, partial(down, partial(np.multiply, 0.5), walk=walk)
    )
    W, steady, steep = rng.normal(size=(3, 2, 3))
    now_steep = student.keep(steep)
    hill = keep(student.function("lambda steep: lambda W: steep * W"))(now_steep)
    for new, slug, when in (
        (steep + 1.5, "array", "for an array of weights"),
        (steep, "other_hill", "when it is called again, and the hill alone is another one"),
    ):
        refill(now_steep, new)
        with case(slug, when):
            require_path(student, hill, partial(np.multiply, new), W, 0.1, 3, walk)
    ramp = keep(student.function("lambda slope: lambda W: slope"))(steady)
    with case("steady_slope", "where the derivative gives the same array each time: do not write into it"):
        require_path(student, ramp, lambda W: steady, W, 0.1, 3, walk)
    for shape in [(3,), (2, 4), (3, 3), (1,), (2, 3, 2)]:
        W, target = rng.normal(size=shape), rng.normal(size=shape)
        theirs = student.function("lambda target: lambda W: 2 * (W - target)")(target)
        with case("array", "for an array of weights"):
            require_path(student, theirs, lambda V, target=target: 2 * (V - target), W, 0.3, 5, walk)
    n = session.n_cells
    moments = rng.uniform(size=(n, 2 * n))
    moments = moments @ moments.T / (2 * n)
    theirs = student.function("lambda S: lambda W: W @ S")(moments)
    with case("coupled", "where the slope at one weight depends on the others"):
        require_path(student, theirs, lambda V: V @ moments, rng.normal(size=(2, n)), 0.05, 6, walk)
    with case("slope_written_over", "where derivative(W) is W itself: leave what it returns as it is"):
        require_path(student, student.function("lambda W: W"), lambda V: V, rng.normal(size=4), 0.25, 5, walk)

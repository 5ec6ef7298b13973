"""Task large_steps: a learning rate that overshoots, and the largest one that does not blow up, 1/a for L = a W²."""

import numpy as np
from gradekit.assertions import assert_close, assert_finite, assert_shape, require
from gradekit.checks import Task, check

TASK = Task("large_steps", needs=["derivative", "update_rule"])


@check(points=0, public=True)
def test_large_steps_jump_across_the_valley(student, cohort):
    """path_large_eta starts where the first path did and jumps across the minimum; eta_limit is one number."""
    path, here = student.path_large_eta, cohort.descent
    want = here.start * (1 - 2 * here.coefficient * here.large_eta) ** np.arange(here.n_steps + 1)
    start_missing = "path_large_eta has one number too few: it begins with the start, and one weight follows per step."
    require(np.shape(path) != (here.n_steps,), start_missing, diagnosis="start_missing")
    assert_shape(path, (here.n_steps + 1,), "path_large_eta")
    require(
        np.isfinite(np.asarray(path, dtype=float)).all(),
        "path_large_eta runs away to infinity: is the slope that of the valley, L = a W², and η the one asked for?",
        diagnosis="not_finite",
    )
    require(
        not np.allclose(path, np.abs(want), rtol=1e-5) and not np.allclose(path, -np.abs(want), rtol=1e-5),
        "path_large_eta stays on one side, but with the large learning rate the weight changes sides with every step:"
        " was another rate taken, or are these distances from the bottom?",
        diagnosis="no_crossing",
    )
    require(
        path[0] * path[1] < 0,
        "The first step does not cross the minimum: is the learning rate the large one, and are these weights?",
        diagnosis="no_crossing",
    )
    mistakes = {
        "wrong_start": ("this path starts on the other side", here.other_start),
        "changes_only": ("these are the changes of the weight, or slopes; the weights are wanted", np.diff(want)[0]),
        "slopes_only": ("these are slopes; the weights are wanted", 2 * here.coefficient * here.start),
        "losses_not_weights": ("these are losses; the weights are wanted", here.coefficient * here.start**2),
    }
    assert_close(path[0], here.start, "The first entry of path_large_eta", mistakes=mistakes)
    assert_shape(student.eta_limit, (), "eta_limit")
    assert_finite(student.eta_limit, "eta_limit")

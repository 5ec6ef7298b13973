"""Task other_side: the same descent, started on the other side of the valley."""

import numpy as np

from gradekit.assertions import assert_close, assert_shape, require
from gradekit.checks import Task, check

TASK = Task("other_side", needs=["derivative", "update_rule"])


@check(points=0.5, public=True)
def test_path_from_right_starts_on_the_other_side(student, cohort):
    """path_from_right starts on the other side, and every step is η times the slope, downhill."""
    path, here = student.path_from_right, cohort.descent
    assert_shape(path, (here.n_steps + 1,), "path_from_right")
    path = np.asarray(path, dtype=float)
    require(
        path[-1] != here.other_start,
        "The path runs backwards: its first entry should be the start.",
        diagnosis="path_reversed",
    )
    mistakes = {
        "wrong_start": ("this path starts where the first one did", here.start),
        "losses_not_weights": ("these are losses; the weights are wanted", here.coefficient * here.other_start**2),
    }
    assert_close(path[0], here.other_start, "the first entry of path_from_right", mistakes=mistakes)
    steps, slopes = np.diff(path), 2 * here.coefficient * path[:-1]
    require(np.all(steps * slopes < 0), "Not every step of the path goes downhill.", diagnosis="uphill")
    require(
        np.allclose(steps, -here.eta * slopes, rtol=1e-4, atol=1e-7),
        "A step is not as long as η times the slope at the weight before: are slope and learning rate those of the"
        " first path?",
        diagnosis="wrong_steps",
    )


def loss_for_slope(here, steps):
    """The path of somebody who steps by the loss."""
    W = [here.other_start]
    for _ in steps[1:]:
        W.append(W[-1] - here.eta * here.coefficient * W[-1] ** 2)
    return np.array(W)


@check(points=0.5)
def test_path_from_right_descends(student, cohort):
    """Every weight on the way down is right."""
    here = cohort.descent
    steps = np.arange(here.n_steps + 1)

    def path(start, eta):
        return start * (1 - 2 * here.coefficient * eta) ** steps

    want = path(here.other_start, here.eta)
    mistakes = {
        "wrong_start": ("this is the path from the first start", path(here.start, here.eta)),
        "wrong_eta": ("the learning rate is not the one that was asked for", path(here.other_start, here.large_eta)),
        "loss_for_slope": ("the loss was taken for its slope", loss_for_slope(here, steps)),
        "quartic_eta": (
            "the learning rate is that of later tasks",
            path(here.other_start, cohort.quartic.eta),
        ),
        "half_slope": ("the steps are half as long as they should be", path(here.other_start, here.eta / 2)),
        "losses_not_weights": ("these are losses; the weights are wanted", here.coefficient * want**2),
        "uphill": ("it walks up the slope", path(here.other_start, -here.eta)),
    }
    assert_close(student.path_from_right, want, "path_from_right", rtol=1e-5, mistakes=mistakes)
    got = np.asarray(student.path_from_right, dtype=float)
    is_cut = (np.round(got, 10) == got).all() and (np.abs(got - want) > 1e-11).any()
    require(not is_cut, "path_from_right is rounded; give it as it is calculated.", diagnosis="rounded")

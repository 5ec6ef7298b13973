"""Task other_side: the same descent, started on the other side of the valley."""

import numpy as np

from gradekit.assertions import assert_close, assert_shape, require
from gradekit.checks import Task, check

TASK = Task("other_side", needs=["derivative", "update_rule"])
ROUNDED = "path_from_right is rounded; give it as it is calculated."


@check(points=0.5, public=True)
def test_path_from_right_starts_on_the_other_side(student, cohort):
    """path_from_right starts on the other side, and every step is η times the slope, downhill."""
    path, here = student.path_from_right, cohort.descent
    want = here.other_start * (1 - 2 * here.coefficient * here.eta) ** np.arange(here.n_steps + 1)
    require_start_and_steps(path, want, "path_from_right")
    path = np.asarray(path, dtype=float)
    require(
        path[-1] != here.other_start,
        "The path runs backwards: its first entry should be the start.",
        diagnosis="path_reversed",
    )
    mistakes = {
        "wrong_start": ("this path starts where the first one did", here.start),
        "losses_not_weights": ("these are losses; the weights are wanted", here.coefficient * here.other_start**2),
        "slopes_not_weights": (
            "these are slopes; the weights are wanted",
            2 * here.coefficient * here.other_start,
        ),
        "path_reversed": (
            "the path runs backwards",
            here.start * (1 - 2 * here.coefficient * here.eta) ** here.n_steps,
        ),
        "sign_of_start": ("the start has lost its sign", -here.other_start),
    }
    assert_close(path[0], here.other_start, "The first entry of path_from_right", mistakes=mistakes)
    steps, slopes = np.diff(path), 2 * here.coefficient * path[:-1]
    is_right = np.allclose(steps, -here.eta * slopes, rtol=1e-4, atol=1e-7)
    require(is_right or not is_rounded(path, want), ROUNDED, diagnosis="rounded")
    by_share = np.linspace(path[0], path[-1], len(path))
    require(
        not np.allclose(path, by_share, rtol=1e-6),
        "The weights are evenly spaced, but steps get shorter with the slope.",
        diagnosis="evenly_spaced",
    )
    first = here.start * (1 - 2 * here.coefficient * here.eta) ** np.arange(len(path))
    require(
        not np.allclose(path - path[0], first - first[0], rtol=1e-6),
        "It is the first path, moved to another start; the slope is another one there, so walk anew.",
        diagnosis="first_path_moved",
    )
    require(
        np.all(steps * slopes < 0),
        "Not every step of the path goes downhill: is the slope that of the valley, L = a W²?",
        diagnosis="uphill",
    )
    require(
        is_right,
        "A step is not as long as η times the slope at the weight before: are slope and learning rate those of the"
        " first path?",
        diagnosis="wrong_steps",
    )


def is_rounded(path, want):
    """Whether a path is the right one with fewer digits."""
    return (
        any((np.round(path, n) == path).all() and np.allclose(path, np.round(want, n)) for n in range(11))
        and (np.abs(path - want) > 1e-11).any()
    )


def require_start_and_steps(path, want, name):
    """Fail unless a path has a number for the start and for each step."""
    start_missing = f"{name} has one number too few: it holds the start, and one weight for each of the n_steps steps."
    require(np.shape(path) != (len(want) - 1,), start_missing, diagnosis="start_missing")
    assert_shape(path, want.shape, name)


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
        "slopes_not_weights": ("these are slopes; the weights are wanted", 2 * here.coefficient * want),
        "evenly_spaced": ("the weights are evenly spaced", np.linspace(want[0], want[-1], len(want))),
        "first_path_moved": (
            "it is the first path, moved; the slope is another one there",
            path(here.start, here.eta) + here.other_start - here.start,
        ),
        "first_path_reversed": ("it is the first path, backwards", path(here.start, here.eta)[::-1]),
        "first_path_mirrored": ("it is the first path with another sign", -path(here.start, here.eta)),
    }
    assert_close(student.path_from_right, want, "path_from_right", rtol=1e-5, mistakes=mistakes)
    require(not is_rounded(np.asarray(student.path_from_right, dtype=float), want), ROUNDED, diagnosis="rounded")

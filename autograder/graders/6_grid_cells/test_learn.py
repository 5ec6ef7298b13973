"""Task learn: n_steps steps of w ← relu(w + C w), scaled to length 1.

The example 0.5; one step 1.5, where one slip is looked past; many steps, exact, with C and w as they were, 1.
"""

from dataclasses import dataclass

import numpy as np

from gradekit import Function, Task, array, assert_close, check
from gradekit.causes import SLIPS
from gradekit.problems import Letters

TASK = Task("learn")
NAME = "learn(C, w, n_steps)"
CUT_FIRST = "the weights are cut off before C w is added; the sum has to be cut off"
SAID = {
    "not_cut_off": "weights below zero are not cut off",
    "cut_off_last": "the weights are cut off after the last step only",
    "cut_off_first": CUT_FIRST,
    "change_cut_off": "C w is cut off; the sum of w and C w has to be",
    "absolute": "weights below zero lose their sign; they have to become zero",
    "w_missing": "w itself is not added: the new weights are relu(w + C w)",
    "minus": "C w is subtracted; Hebb's rule adds it",
    "transposed_C": "it multiplies w with C from the other side",
    "one_step": "only one step is taken",
    "one_too_many": "there is one step too many",
    "one_too_few": "there is one step too few",
    "sum_is_one": "the weights add up to 1; their length has to be 1",
    "largest_is_one": "the largest weight is 1; the length has to be 1",
    "length_squared": "it is divided by the square of the length",
    "not_scaled": "the weights are not scaled to length 1",
    "unit_weights_only": "it never uses the w that it is given",
}


@dataclass(frozen=True)
class Steps(Letters):
    """A number of steps."""

    def draw(self, rng, sizes, kind=""):
        return int(rng.integers(3, 7))


def walk(C, w, n_steps, step):
    """The weights after steps that are each scaled to length 1."""
    w = np.asarray(w, dtype=float)
    for _ in range(n_steps):
        w = step(np.asarray(C, dtype=float), w)
        w = w / np.linalg.norm(w)
    return w


def rule(C, w):
    return np.maximum(0, w + C @ w)


def scaled(right, length):
    return right / length


MISTAKES = {
    "not_cut_off": (SAID["not_cut_off"], lambda C, w, n_steps: walk(C, w, n_steps, lambda C, w: w + C @ w)),
    "cut_off_last": (
        SAID["cut_off_last"],
        lambda C, w, n_steps: np.maximum(0, walk(C, w, n_steps, lambda C, w: w + C @ w)),
    ),
    "cut_off_first": (
        SAID["cut_off_first"],
        lambda C, w, n_steps: walk(C, w, n_steps, lambda C, w: np.maximum(0, w) + C @ w),
    ),
    "change_cut_off": (
        SAID["change_cut_off"],
        lambda C, w, n_steps: walk(C, w, n_steps, lambda C, w: w + np.maximum(0, C @ w)),
    ),
    "absolute": (SAID["absolute"], lambda C, w, n_steps: walk(C, w, n_steps, lambda C, w: np.abs(w + C @ w))),
    "w_missing": (SAID["w_missing"], lambda C, w, n_steps: walk(C, w, n_steps, lambda C, w: np.maximum(0, C @ w))),
    "minus": (SAID["minus"], lambda C, w, n_steps: walk(C, w, n_steps, lambda C, w: np.maximum(0, w - C @ w))),
    "transposed_C": (
        SAID["transposed_C"],
        lambda C, w, n_steps: walk(C, w, n_steps, lambda C, w: np.maximum(0, w + C.T @ w)),
    ),
    "one_step": (SAID["one_step"], lambda C, w: walk(C, w, 1, rule)),
    "one_too_many": (SAID["one_too_many"], lambda C, w, n_steps: walk(C, w, n_steps + 1, rule)),
    "one_too_few": (SAID["one_too_few"], lambda C, w, n_steps: walk(C, w, n_steps - 1, rule)),
    "sum_is_one": (SAID["sum_is_one"], lambda right: scaled(right, np.abs(right).sum())),
    "largest_is_one": (SAID["largest_is_one"], lambda right: scaled(right, right.max())),
    "length_squared": (SAID["length_squared"], lambda C, w, n_steps: length_squared(C, w, n_steps)),
    "not_scaled": (SAID["not_scaled"], lambda C, w, n_steps: unscaled(C, w, n_steps)),
    "unit_weights_only": (SAID["unit_weights_only"], lambda C, n_steps: walk(C, np.ones(len(C)), n_steps, rule)),
}


def unscaled(C, w, n_steps):
    for _ in range(n_steps):
        w = rule(np.asarray(C, dtype=float), w)
    return w


def length_squared(C, w, n_steps):
    for _ in range(n_steps):
        w = rule(np.asarray(C, dtype=float), w)
        w = w / (w @ w)
    return w


learn = Function(
    NAME,
    right=lambda C, w, n_steps: walk(C, w, n_steps, rule),
    mistakes=MISTAKES,
    words={"K": "cell"},
    takes={"C": array("K K", -0.5, 0.6), "w": array("K", 0.1, 1.0), "n_steps": Steps("")},
)
KINDS = ("all_kinds", "whole_numbers")  # large numbers below zero would cut off all weights at once


def many_steps(rng):
    """Correlations of a small sheet: they have eigenvalues near 1, and the weights settle."""
    R = rng.normal(size=(12, 30))
    C = R @ R.T / 30
    return [("many_steps", "for many steps", {"C": C / np.linalg.eigvalsh(C)[-1], "w": rng.random(12), "n_steps": 200})]


OTHERS = (
    {
        "not_cut_off": [0.6928092, -0.1039214, 0.7135935],
        "w_missing": [0.3530573, 0, 0.9356017],
        "minus": [0.624695, 0.7808688, 0],
        "not_scaled": [1, 0, 1.03],
        "sum_is_one": [0.4926108, 0, 0.5073892],
        "one_too_many": [0.6990711, 0, 0.7150522],
        "change_cut_off": [0.6818516, 0.2045555, 0.7023072],
        "absolute": [0.6928092, 0.1039214, 0.7135935],
    },
    {
        "one_step": [0.6965809, 0, 0.7174783],
        "not_cut_off": [0.7042779, -0.308501, 0.6393902],
        "cut_off_last": [0.7042779, 0, 0.6393902],
        "w_missing": [0.5594089, 0.0325869, 0.828251],
        "minus": [0.7327935, 0.6804511, 0],
        "not_scaled": [1.706, 0, 1.745],
        "sum_is_one": [0.4943495, 0, 0.5056505],
        "one_too_many": [0.7009698, 0, 0.713191],
        "change_cut_off": [0.5970795, 0.1273996, 0.7920009],
    },
)
"""What mistakes make of the second example, after one step and after two."""


def told(values):
    """The mistakes of the example with their sentences."""
    return {slug: (SAID[slug], value) for slug, value in values.items()}


@check(points=0.5, public=True)
def test_worked_example(student):
    """The weights of the worked example stay, others move, and nothing becomes of no step."""
    C = np.array([[1.0, -3.0], [-3.0, 1.0]])
    assert_close(student.learn(C, np.array([1.0, 0.0]), 1), [1, 0], NAME, rtol=1e-5, atol=1e-9)
    C = np.array([[0.5, -1.0, 0.2], [-1.0, 0.5, 0.4], [0.2, 0.4, 0.5]])
    w = np.array([0.8, 0.3, 0.5])
    assert_close(
        student.learn(C, w, 1), [0.6965809, 0, 0.7174783], NAME, rtol=1e-5, atol=1e-6, mistakes=told(OTHERS[0])
    )
    assert_close(
        student.learn(C, w, 2), [0.6990711, 0, 0.7150522], NAME, rtol=1e-5, atol=1e-6, mistakes=told(OTHERS[1])
    )


@check(points=1.5)
def test_one_step(student, rng):
    """But for one slip, one step is right."""
    cases = [(slug, "for one step", {**learn.draw(rng), "n_steps": 1}) for slug in ("one_step_a", "one_step_b")]
    learn.holds(
        student,
        rng,
        only=cases,
        looks_past={*SLIPS, *MISTAKES} - {"unit_weights_only"},
        without=("unharmed", "nothing_kept"),
    )


@check(points=1)
def test_any_weights(student, rng):
    """Many steps are right for any number of cells, and leave C and w as they were."""
    learn.holds(student, rng, without=KINDS, also=many_steps(rng), many={"K": 150})

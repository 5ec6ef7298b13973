"""Task learn: n_steps steps of w ← relu(w + C w), scaled to length 1.

The example 0.5; one step 1.5, where one slip is looked past; many steps, exact, with C and w as they were, 1.
"""

import numpy as np
from gradekit import Task, assert_close, check

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

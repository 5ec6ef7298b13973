"""Task loss_and_error: L = 1/N Σ |ŷ − y|² and the mean distance, for any numbers of coordinates and datapoints.

Each of the two functions: the small example 0.25, other positions 0.25, any coordinates and kinds of numbers 0.5.
Nothing is looked past: a slip in one function leaves the other's points.
"""

import numpy as np
from gradekit.assertions import assert_close, require
from gradekit.causes import named
from gradekit.checks import Task, check

TASK = Task("loss_and_error")

LOSS, ERROR = "loss(Y_pred, Y_true)", "error(Y_pred, Y_true)"

OVER_OUTPUTS = "it is averaged over the coordinates too; they are added up"

FIRST_ONLY = "only the first coordinate is in it"

SPREAD = "it is a variance or a spread: the mean of the difference is taken off, and should not be"

ONE_DISTANCE = "it is one distance over all datapoints; take the mean of their distances"

ONE_NUMBER = "one number is wanted, not an array that holds it"

AVERAGED_FIRST = "differences are averaged before they are squared, so that they cancel"

OF_A_MATRIX = "it is the norm of a whole matrix; give `norm` the axis of the coordinates"

MEAN_OF_FEW = "only the first {} coordinates are in it"


def norms(D):
    return np.sqrt(np.sum(D**2, axis=0))


def of_each(each):
    """What people make of the mean of one value for each datapoint: each(D), (N,)."""

    def mean(values, n):
        return values.sum() / n

    return {
        "not_averaged": ("it is not averaged: divide by the number of datapoints", lambda D: each(D).sum()),
        "larger_number": (
            "it is divided by the larger number of the shape; N is that of the columns",
            lambda D: mean(each(D), max(D.shape)),
        ),
        "one_less": ("it is divided by N − 1 in place of N", lambda D: mean(each(D), max(D.shape[1] - 1, 1))),
        "one_more": ("it is divided by N + 1 in place of N", lambda D: mean(each(D), D.shape[1] + 1)),
        "divided_by_outputs": (
            "it is divided by the number of coordinates, not of datapoints",
            lambda D: mean(each(D), len(D)),
        ),
        "last_left_out": ("the last datapoint is left out of the sum", lambda D: mean(each(D)[:-1], D.shape[1])),
        "first_left_out": (
            "the first datapoint is left out of the sum: indices start at zero",
            lambda D: mean(each(D)[1:], D.shape[1]),
        ),
        "returned_too_early": (
            "only the first datapoint is in it: mind where `return` stands",
            lambda D: mean(each(D)[:1], D.shape[1]),
        ),
        "as_many_as_outputs": (
            "only as many datapoints are in it as there are coordinates: N is the number of columns",
            lambda D: each(D)[: len(D)].mean(),
        ),
        "five_datapoints": ("it takes the number of datapoints to be five, whatever it is", lambda D: mean(each(D), 5)),
        "median": ("it is the median; the mean is wanted", lambda D: np.median(each(D))),
        "zeros_left_out": (
            "datapoints without a difference are left out of the mean",
            lambda D: each(D)[each(D) > 0].mean(),
        ),
        "largest": ("it is the largest one; the mean is wanted", lambda D: each(D).max()),
        "per_datapoint": ("one number is wanted, not one per datapoint", each),
        "in_an_array": (ONE_NUMBER, lambda right: [right]),
        "in_a_matrix": (ONE_NUMBER, lambda right: [[right]]),
        "truth_forgotten": ("the truth is not subtracted", lambda Y_pred: each(Y_pred).mean()),
        "added": ("the two are added; their difference is wanted", lambda Y_pred, Y_true: each(Y_pred + Y_true).mean()),
        "first_coordinate_only": (FIRST_ONLY, lambda D: each(D[:1]).mean()),
        "first_coordinates_only": (MEAN_OF_FEW.format("two"), lambda D: each(D[:2]).mean()),
        "three_coordinates_only": (MEAN_OF_FEW.format("three"), lambda D: each(D[:3]).mean()),
        "cut_to_whole": ("the differences are cut to whole numbers", lambda D: each(np.trunc(D)).mean()),
        "summed_first": (
            "the coordinates are added up before they are squared; square each of them first",
            lambda D: each(D.sum(axis=0, keepdims=True)).mean(),
        ),
        "half_of_it": ("a factor ½ is in it, which formula and text have not", lambda right: right / 2),
        "small_is_zero": ("small differences are taken as zero", lambda D, right: right * (np.abs(D).max() > 1e-6)),
    }


def between_all(Y_pred, Y_true):
    """The distance of each prediction to each truth, (N, N), for few."""
    return np.linalg.norm(Y_pred[:, :200, None] - Y_true[:, None, :200], axis=0)


WRONG_LOSSES = of_each(lambda D: np.sum(D**2, axis=0)) | {
    "mean_over_outputs": (OVER_OUTPUTS, lambda right, D: right / len(D)),
    "root_taken": ("the loss has no root in it", lambda right: np.sqrt(right)),
    "no_square": (
        "the coordinates enter by their size; their squares are wanted",
        lambda D: np.abs(D).sum(axis=0).mean(),
    ),
    "not_squared": ("the differences are not squared", lambda D: D.sum(axis=0).mean()),
    "square_of_mean": (
        "it is the square of the mean distance; square first, then average",
        lambda D: norms(D).mean() ** 2,
    ),
    "error_for_loss": ("it is the error, not the loss", lambda D: norms(D).mean()),
    "twice_the_mean": ("it takes the number of coordinates to be two, whatever it is", lambda D: 2 * np.mean(D**2)),
    "averaged_first": (AVERAGED_FIRST, lambda D: np.sum(D.mean(axis=1) ** 2)),
    "spread": (SPREAD, lambda D: D.var(axis=1).sum()),
    "spread_of_all": (SPREAD, lambda D: D.var()),
    "difference_of_lengths": (
        "it is made of the difference of two lengths; the length of the difference is wanted",
        lambda Y_pred, Y_true: np.mean((norms(Y_pred) - norms(Y_true)) ** 2),
    ),
    "difference_of_squares": (
        "the squares are subtracted; square the difference",
        lambda Y_pred, Y_true: np.mean(np.sum(Y_pred**2 - Y_true**2, axis=0)),
    ),
    "all_pairs": (
        "each prediction is compared with every truth; compare it with its own",
        lambda Y_pred, Y_true: np.mean(between_all(Y_pred, Y_true) ** 2),
    ),
    "per_output": ("one number is wanted, not one per coordinate", lambda D: np.mean(D**2, axis=1)),
}

WRONG_ERRORS = of_each(norms) | {
    "root_of_mean": (
        "it is the root of the mean square; take the root of each datapoint first, then the mean",
        lambda D: np.sqrt(np.sum(D**2) / D.shape[1]),
    ),
    "along_walls": (
        "it adds up the distances along the two coordinates; the straight distance is wanted",
        lambda D: np.abs(D).sum(axis=0).mean(),
    ),
    "mean_over_outputs": (OVER_OUTPUTS, lambda D: np.abs(D).mean()),
    "root_of_mean_over_outputs": (OVER_OUTPUTS, lambda right, D: right / np.sqrt(len(D))),
    "no_root": ("the root is missing: these are squared distances", lambda D: np.mean(norms(D) ** 2)),
    "half_for_root": ("the root is missing (`** 1 / 2` is none: `** 0.5` is)", lambda D: np.mean(norms(D) ** 2) / 2),
    "root_of_sum": (ONE_DISTANCE, lambda D: np.linalg.norm(D)),
    "root_of_sum_divided": (ONE_DISTANCE, lambda D: np.linalg.norm(D) / D.shape[1]),
    "wrong_axis": (
        "the distance has to be taken over the coordinates, not over time",
        lambda D: np.linalg.norm(D, axis=1).mean(),
    ),
    "in_centimetres": ("it should stay in metres", lambda right: 100 * right),
    "averaged_first": (AVERAGED_FIRST, lambda D: np.linalg.norm(D.mean(axis=1))),
    "averaged_first_along": (AVERAGED_FIRST, lambda D: np.abs(D.mean(axis=1)).sum()),
    "averaged_first_both": (AVERAGED_FIRST, lambda D: np.abs(D.mean())),
    "spread": (SPREAD, lambda D: np.sqrt(D.var(axis=1).sum())),
    "difference_of_lengths": (
        "it is made of the difference of two lengths; the length of the difference is wanted",
        lambda Y_pred, Y_true: np.mean(np.abs(norms(Y_pred) - norms(Y_true))),
    ),
    "all_pairs": (
        "each prediction is compared with every truth; compare it with its own",
        lambda Y_pred, Y_true: between_all(Y_pred, Y_true).mean(),
    ),
    "matrix_norm": (OF_A_MATRIX, lambda D: np.linalg.norm(D, 2)),
    "matrix_norm_divided": (OF_A_MATRIX, lambda D: np.linalg.norm(D, 2) / D.shape[1]),
    "larger_coordinate": (
        "only the coordinate with the larger difference is in it; the straight distance is wanted",
        lambda D: np.abs(D).max(axis=0).mean(),
    ),
    "loss_for_error_root": (
        "it is the root of half the loss; take the root of each datapoint",
        lambda D: np.sqrt(np.mean(norms(D) ** 2) / 2),
    ),
    "per_output": ("one number is wanted, not one per coordinate", lambda D: np.abs(D).mean(axis=1)),
    "left_by_loss": ("it is that of the data that loss was called with before; use the arguments", lambda left: left),
}

# On the student's side: whether a function is the library's, or calls it by a name of the notebook.
IS_OF_THE_LIBRARY = """lambda f: any(
    one is own for library in [__import__('decoding')] for own in (library.loss, library.error) for one in
    [f, *(getattr(f, '__globals__', {}).get(name) for name in getattr(getattr(f, '__code__', 0), 'co_names', ()))])"""


def require_own(student, name):
    """Fail where an answer is the function that later chapters are given."""
    text = f"`{name}` is the one that the library has for later chapters; write your own, with NumPy."
    require(not student.function(IS_OF_THE_LIBRARY)(getattr(student, name)), text, diagnosis="of_the_library")


def example_holds(student, name, call, right, mistakes):
    require_own(student, name)
    Y_true = np.array([[1.0, 2.0, 0.0, 4.0, 0.5], [1.0, 0.0, 5.0, 4.0, 0.5]])
    D = np.array([[3.0, 0.0, -5.0, 8.0, 0.0], [4.0, 0.0, 12.0, -6.0, -17.0]])
    known = {"Y_pred": Y_true + D, "Y_true": Y_true, "D": D, "right": right}
    got = getattr(student, name)(Y_true + D, Y_true)
    assert_close(got, right, call, rtol=1e-5, mistakes=named(mistakes, known))


@check(points=0.25, public=True)
def test_loss_of_small_example(student):
    """For five datapoints `loss` gives what one finds by hand."""
    example_holds(student, "loss", LOSS, 116.6, WRONG_LOSSES)


@check(points=0.25, public=True)
def test_error_of_small_example(student):
    """For five datapoints `error` gives what one finds by hand."""
    example_holds(student, "error", ERROR, 9.0, WRONG_ERRORS)

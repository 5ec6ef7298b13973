"""Task loss_and_error: loss (1/N) Σ_n ‖ŷ_n − y_n‖² and error (1/N) Σ_n ‖ŷ_n − y_n‖."""

from functools import partial
import numpy as np
from gradekit.assertions import assert_close, require
from gradekit.checks import Task, check

TASK = Task("loss_and_error")

LOSS, ERROR = "loss(Y_pred, Y_true)", "error(Y_pred, Y_true)"

OVER_OUTPUTS = "it is averaged over the coordinates too; add them up and average over the N datapoints only"

NOT_AVERAGED = "it is added up over the datapoints; the mean over them is wanted"

ROOT_OF_MEAN = "it is the root of the mean square; take the root of each datapoint first, then the mean"

NO_SQUARE = "the coordinates enter by their size; their squares are wanted"

ROOT_TAKEN = "the loss has no root in it"

ALONG_WALLS = "it adds up the distances along the two coordinates; the straight distance is wanted"

NO_ROOT = "the root is missing: these are squared distances"

ONE_LESS = "it is divided by N − 1 in place of N"

NO_DIFFERENCE = "Y_true is not taken off: the difference of the two is wanted"

OVER_THE_COORDINATES = "it is divided by the number of coordinates in place of the number of datapoints"

FIRST_ONLY = "only the first coordinate is in it"

MEDIAN = "it is the median; the mean is wanted"

SUMMED_FIRST = "the two differences are added before they are squared; square each of them first"

ONE_DISTANCE = "it is one distance over all datapoints; take the mean of their distances"

FOR_ONE = " (for one coordinate: is an axis of length 1 lost?)"

ADDED = "the two are added; their difference is wanted"

ONE_NUMBER = "one number is wanted, not an array that holds it"

AVERAGED_FIRST = "differences are averaged before they are squared, so that they cancel"

OF_LENGTHS = "it is made of the difference of two lengths; the length of the difference is wanted"

ALL_PAIRS = "each prediction is compared with every truth; compare it with its own"

ZEROS_LEFT_OUT = "datapoints without a difference are left out of the mean"

OF_A_MATRIX = "it is the norm of a whole matrix; give `norm` the axis of the coordinates"

HALF = " (or a factor ½ is in it, which the formula has not)"

SMALL_IS_ZERO = "small differences are taken as zero"

OR_ZEROS = ", or datapoints without a difference are left out"


def lengths_apart(Y_pred, Y_true):
    """The difference of the two lengths in each column, (N,)."""
    return np.linalg.norm(Y_pred, axis=0) - np.linalg.norm(Y_true, axis=0)


def mean_of_squares(Y_pred, Y_true):
    """The mean of the difference of the squares."""
    return np.mean(np.sum(Y_pred**2 - Y_true**2, axis=0))


def between_all(Y_pred, Y_true):
    """The distance of each prediction to each truth, (N, N), for few."""
    few = slice(0, 200)
    if Y_pred.shape[1] > 200:
        return np.full((1, 1), np.nan)
    return np.linalg.norm(Y_pred[:, few, None] - Y_true[:, None, few], axis=0)


# On the student's side: whether a function is the library's, or calls it by a name of the notebook.
IS_OF_THE_LIBRARY = """lambda f: any(
    one is own for library in [__import__('decoding')] for own in (library.loss, library.error) for one in
    [f, *(getattr(f, '__globals__', {}).get(name) for name in getattr(getattr(f, '__code__', 0), 'co_names', ()))])"""


def require_own(student, name):
    """Fail where an answer is the function that later chapters are given."""
    require(
        not student.function(IS_OF_THE_LIBRARY)(getattr(student, name)),
        f"`{name}` is the one that the library has for later chapters; write your own, with NumPy.",
        diagnosis="of_the_library",
    )


def small_example():
    """Predictions and truth of five datapoints, each (2, 5)."""
    Y_true = np.array([[1.0, 2.0, 0.0, 4.0, 0.5], [1.0, 0.0, 5.0, 4.0, 0.5]])
    differences = np.array([[3.0, 0.0, -5.0, 8.0, 0.0], [4.0, 0.0, 12.0, -6.0, -17.0]])
    return Y_true + differences, Y_true


@check(points=0.25, public=True)
def test_loss_of_small_example(student):
    """For five datapoints `loss` gives what one finds by hand."""
    require_own(student, "loss")
    arrays = small_example()
    assert_close(student.loss(*arrays), 116.6, LOSS, rtol=1e-5, mistakes=partial(wrong_losses, *arrays))


@check(points=0.25, public=True)
def test_error_of_small_example(student):
    """For five datapoints `error` gives what one finds by hand."""
    require_own(student, "error")
    arrays = small_example()
    assert_close(student.error(*arrays), 9, ERROR, rtol=1e-5, mistakes=partial(wrong_errors, *arrays))


def squares_of(D):
    """The squared length of each column of D, (N,)."""
    return np.sum(D**2, axis=0)


def wrong_means(values, n_out):
    """What people calculate in place of the mean of one value for each datapoint."""
    n, total, right = len(values), values.sum(), values.mean()
    return {
        "not_averaged": (NOT_AVERAGED + FOR_ONE * (n_out == 1), total),
        "larger_number": (
            "it is divided by the larger number of the shape; N is that of the columns",
            total / max(n_out, n),
        ),
        "one_less": (ONE_LESS + OR_ZEROS * bool((values == 0).sum() == 1), total / max(n - 1, 1)),
        "one_more": ("it is divided by N + 1 in place of N", total / (n + 1)),
        "divided_by_outputs": (OVER_THE_COORDINATES, total / n_out),
        "last_left_out": ("the last datapoint is left out of the sum", values[:-1].sum() / n),
        "first_left_out": ("the first datapoint is left out of the sum: indices start at zero", values[1:].sum() / n),
        "returned_too_early": ("only the first datapoint is in it: mind where `return` stands", values[0] / n),
        "as_many_as_outputs": (
            "only as many datapoints are in it as there are coordinates: N is the number of columns",
            values[:n_out].mean(),
        ),
        "five_datapoints": ("it takes the number of datapoints to be five, whatever it is", total / 5),
        "median": (MEDIAN, np.median(values)),
        "zeros_left_out": (ZEROS_LEFT_OUT, lambda: values[values > 0].mean()),
        "largest": ("it is the largest one; the mean is wanted", values.max()),
        "per_datapoint": ("one number is wanted, not one per datapoint", values),
        "in_an_array": (ONE_NUMBER, [right]),
        "in_a_matrix": (ONE_NUMBER, [[right]]),
    }


def wrong_losses(Y_pred, Y_true):
    """What people calculate in place of the loss."""
    n_out, n = Y_pred.shape
    D = Y_pred - Y_true
    squares = squares_of(D)
    right = squares.mean()
    return wrong_means(squares, n_out) | {
        "mean_over_outputs": (OVER_OUTPUTS + HALF * (n_out == 2), right / n_out),
        "root_taken": (ROOT_TAKEN, np.sqrt(right)),
        "no_square": (NO_SQUARE, np.abs(D).sum(axis=0).mean()),
        "not_squared": ("the differences are not squared", D.sum(axis=0).mean()),
        "square_of_mean": (
            "it is the square of the mean distance; square first, then average",
            np.sqrt(squares).mean() ** 2,
        ),
        "added": (ADDED, squares_of(Y_pred + Y_true).mean()),
        "error_for_loss": ("it is the error, not the loss", np.sqrt(squares).mean()),
        "truth_forgotten": (NO_DIFFERENCE, np.sum(Y_pred**2) / n),
        "summed_first": (SUMMED_FIRST, np.mean(D.sum(axis=0) ** 2)),
        "first_coordinate_only": (FIRST_ONLY, np.mean(D[0] ** 2)),
        "first_coordinates_only": ("only the first two coordinates are in it", squares_of(D[:2]).mean()),
        "three_coordinates_only": ("only the first three coordinates are in it", squares_of(D[:3]).mean()),
        "twice_the_mean": ("it takes the number of coordinates to be two, whatever it is", 2 * np.mean(D**2)),
        "small_is_zero": (SMALL_IS_ZERO, 0.0 if np.abs(D).max() < 1e-6 else None),
        "cut_to_whole": ("the differences are cut to whole numbers", squares_of(np.trunc(D)).mean()),
        "averaged_first": (AVERAGED_FIRST, np.sum(D.mean(axis=1) ** 2)),
        "spread": ("it is a variance: the mean of the difference is taken off, and should not be", D.var(axis=1).sum()),
        "spread_of_all": ("it is a variance: the mean of the difference is taken off, and should not be", D.var()),
        "difference_of_lengths": (OF_LENGTHS, np.mean(lengths_apart(Y_pred, Y_true) ** 2)),
        "difference_of_squares": ("the squares are subtracted; square the difference", mean_of_squares(Y_pred, Y_true)),
        "all_pairs": (ALL_PAIRS, lambda: np.mean(between_all(Y_pred, Y_true) ** 2)),
        "half_of_it": ("a factor ½ is in it, which formula and text have not", right / 2),
        "per_output": ("one number is wanted, not one per coordinate", np.mean(D**2, axis=1)),
    }


def wrong_errors(Y_pred, Y_true):
    """What people calculate in place of the error."""
    n_out, n = Y_pred.shape
    D = Y_pred - Y_true
    distances = np.linalg.norm(D, axis=0)
    right = distances.mean()
    over_time = ("the distance has to be taken over the coordinates, not over time", np.linalg.norm(D, axis=1).mean())
    return wrong_means(distances, n_out) | {
        "root_of_mean": (ROOT_OF_MEAN, np.sqrt(np.mean(distances**2))),
        "along_walls": (ALONG_WALLS, np.abs(D).sum(axis=0).mean()),
        "mean_over_outputs": (OVER_OUTPUTS, np.abs(D).mean()),
        "root_of_mean_over_outputs": (OVER_OUTPUTS, right / np.sqrt(n_out)),
        "no_root": (NO_ROOT, np.mean(distances**2)),
        "half_for_root": ("the root is missing (`** 1 / 2` is none: `** 0.5` is)", np.mean(distances**2) / 2),
        "added": (ADDED, np.linalg.norm(Y_pred + Y_true, axis=0).mean()),
        "root_of_sum": (ONE_DISTANCE + FOR_ONE * (n_out == 1), np.linalg.norm(D)),
        "root_of_sum_divided": (ONE_DISTANCE, np.linalg.norm(D) / n),
        "wrong_axis": over_time,
        "in_centimetres": ("it should stay in metres", 100 * right),
        "truth_forgotten": (NO_DIFFERENCE, np.linalg.norm(Y_pred, axis=0).mean()),
        "summed_first": (SUMMED_FIRST, np.abs(D.sum(axis=0)).mean()),
        "first_coordinate_only": (FIRST_ONLY, np.abs(D[0]).mean()),
        "first_coordinates_only": ("only the first two coordinates are in it", np.sqrt(squares_of(D[:2])).mean()),
        "three_coordinates_only": ("only the first three coordinates are in it", np.sqrt(squares_of(D[:3])).mean()),
        "small_is_zero": (SMALL_IS_ZERO, 0.0 if np.abs(D).max() < 1e-6 else None),
        "cut_to_whole": ("the differences are cut to whole numbers", np.sqrt(squares_of(np.trunc(D))).mean()),
        "averaged_first": (AVERAGED_FIRST, np.linalg.norm(D.mean(axis=1))),
        "averaged_first_along": (AVERAGED_FIRST, np.abs(D.mean(axis=1)).sum()),
        "averaged_first_both": (AVERAGED_FIRST, np.abs(D.mean())),
        "spread": ("it is a spread: the mean of the difference is taken off", np.sqrt(D.var(axis=1).sum())),
        "difference_of_lengths": (OF_LENGTHS, np.mean(np.abs(lengths_apart(Y_pred, Y_true)))),
        "all_pairs": (ALL_PAIRS, lambda: between_all(Y_pred, Y_true).mean()),
        "matrix_norm": (OF_A_MATRIX, np.linalg.norm(D, 2)),
        "matrix_norm_divided": (OF_A_MATRIX, np.linalg.norm(D, 2) / n),
        "larger_coordinate": (
            "only the coordinate with the larger difference is in it; the straight distance is wanted",
            np.abs(D).max(axis=0).mean(),
        ),
        "loss_for_error_root": (
            "it is the root of half the loss; take the root of each datapoint",
            np.sqrt(0.5 * np.mean(distances**2)),
        ),
        "half_of_it": ("a factor ½ is in it, which formula and text have not", right / 2),
        "per_output": ("one number is wanted, not one per coordinate", np.abs(D).mean(axis=1)),
    }

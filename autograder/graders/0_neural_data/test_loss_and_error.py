"""Task loss_and_error: loss (1/N) Σ_n ‖ŷ_n − y_n‖² and error (1/N) Σ_n ‖ŷ_n − y_n‖."""

import numpy as np

from decoding.checks import Task, assert_close, check, require, value_of

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
ONE_NUMBER = "one number is wanted, not an array that holds it"


@check(points=0.5, public=True)
def test_small_example(student):
    """For four datapoints they give what one finds by hand."""
    Y_true = np.array([[1.0, 2.0, 0.0, 4.0], [1.0, 0.0, 5.0, 4.0]])
    Y_pred = Y_true + np.array([[3.0, 0.0, -6.0, 0.0], [4.0, 0.0, 8.0, 0.0]])
    mistakes = {
        "mean_over_outputs": (OVER_OUTPUTS, 125 / 8),
        "not_averaged": (NOT_AVERAGED, 125),
        "one_less": (ONE_LESS, 125 / 3),
        "root_taken": (ROOT_TAKEN, np.sqrt(125 / 4)),
        "no_square": (NO_SQUARE, 21 / 4),
        "error_for_loss": ("it is the error, not the loss", 15 / 4),
        "truth_forgotten": (NO_DIFFERENCE, np.sum(Y_pred**2) / 4),
        "per_output": ("one number is wanted, not one per coordinate", [45 / 4, 80 / 4]),
        "per_datapoint": ("one number is wanted, not one per datapoint", [25, 0, 100, 0]),
        "in_an_array": (ONE_NUMBER, [125 / 4]),
        "in_a_matrix": (ONE_NUMBER, [[125 / 4]]),
    }
    assert_close(student.loss(Y_pred, Y_true), 125 / 4, LOSS, rtol=1e-5, mistakes=mistakes)
    mistakes = {
        "root_of_mean": (ROOT_OF_MEAN, np.sqrt(125 / 4)),
        "not_averaged": (NOT_AVERAGED, 15),
        "one_less": (ONE_LESS, 15 / 3),
        "along_walls": (ALONG_WALLS, 21 / 4),
        "mean_over_outputs": (OVER_OUTPUTS, 21 / 8),
        "root_of_mean_over_outputs": (OVER_OUTPUTS, 15 / 4 / np.sqrt(2)),
        "no_root": (NO_ROOT, 125 / 4),
        "root_of_sum": ("it is one distance over all datapoints; take the mean of their distances", np.sqrt(125)),
        "wrong_axis": (
            "the distance has to be taken over the coordinates, not over time",
            (np.sqrt(45) + np.sqrt(80)) / 2,
        ),
        "in_centimetres": ("it should stay in metres", 375),
        "truth_forgotten": (NO_DIFFERENCE, np.linalg.norm(Y_pred, axis=0).mean()),
        "per_datapoint": ("one number is wanted, not one per datapoint", [5, 0, 10, 0]),
        "in_an_array": (ONE_NUMBER, [15 / 4]),
        "in_a_matrix": (ONE_NUMBER, [[15 / 4]]),
    }
    assert_close(student.error(Y_pred, Y_true), 15 / 4, ERROR, rtol=1e-5, mistakes=mistakes)


def data_sets(rng, session):
    """Predictions and truths: few and many outputs and datapoints, then whole numbers."""
    for n_out, n in [(2, 7), (2, 7), (1, 5), (3, 4), (2, 1), (2, session.t.size)]:
        yield rng.normal(size=(2, n_out, n))
    yield rng.integers(-9, 10, size=(2, 2, 6))


@check(points=0.5)
def test_other_inputs(student, session, rng):
    """They are right for any number of coordinates and datapoints, and leave both arrays as they were."""
    for Y_pred, Y_true in data_sets(rng, session):
        n_out, n = Y_pred.shape
        squares = np.sum((Y_pred - Y_true) ** 2, axis=0)
        pred, true = student.keep(Y_pred), student.keep(Y_true)
        got = student.loss(pred, true)
        require_unharmed("loss", pred, true, Y_pred, Y_true)
        mistakes = {
            "mean_over_outputs": (OVER_OUTPUTS, np.mean(squares) / n_out),
            "two_outputs_only": ("it is right for two coordinates only", 2 * np.mean(squares) / n_out),
        }
        assert_close(got, np.mean(squares), LOSS, rtol=1e-4, n=n, mistakes=mistakes)
        got = student.error(pred, true)
        require_unharmed("error", pred, true, Y_pred, Y_true)
        mistakes = {
            "root_of_mean": (ROOT_OF_MEAN, np.sqrt(np.mean(squares))),
            "along_walls": (ALONG_WALLS, np.mean(np.sum(np.abs(Y_pred - Y_true), axis=0))),
        }
        assert_close(got, np.mean(np.sqrt(squares)), ERROR, rtol=1e-4, n=n, mistakes=mistakes)


def require_unharmed(function, pred, true, Y_pred, Y_true):
    """Fail where a function has written into one of its arguments."""
    for name, kept, was in (("Y_pred", pred, Y_pred), ("Y_true", true, Y_true)):
        require(
            np.array_equal(value_of(kept), was),
            f"{function} changes the array {name} that it is given: put the difference into a new array.",
            diagnosis="damages_input",
        )

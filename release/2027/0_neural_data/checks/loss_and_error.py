"""Task loss_and_error: loss (1/N) Σ_n ‖ŷ_n − y_n‖² and error (1/N) Σ_n ‖ŷ_n − y_n‖."""

import numpy as np
from decoding.checks import Task, assert_close, check

TASK = Task("loss_and_error")

OVER_OUTPUTS = "it is averaged over the coordinates too; add them up and average over the N datapoints only"

NOT_AVERAGED = "it is added up over the datapoints; the mean over them is wanted"

ROOT_OF_MEAN = "it is the root of the mean square; take the root of each datapoint first, then the mean"

NO_SQUARE = "the coordinates enter by their size; their squares are wanted"

ROOT_TAKEN = "the loss has no root in it"

ALONG_WALLS = "it adds up the distances along the two coordinates; the straight distance is wanted"

NO_ROOT = "the root is missing: these are squared distances"


@check(points=0.5, public=True)
def test_small_example(student):
    """For four datapoints they give what one finds by hand."""
    Y_true = np.array([[1.0, 2.0, 0.0, 4.0], [1.0, 0.0, 5.0, 4.0]])
    Y_pred = Y_true + np.array([[3.0, 0.0, -6.0, 0.0], [4.0, 0.0, 8.0, 0.0]])
    mistakes = {
        "mean_over_outputs": (OVER_OUTPUTS, 125 / 8),
        "not_averaged": (NOT_AVERAGED, 125),
        "root_taken": (ROOT_TAKEN, np.sqrt(125 / 4)),
        "no_square": (NO_SQUARE, 21 / 4),
        "error_for_loss": ("it is the error, not the loss", 15 / 4),
        "per_output": ("one number is wanted, not one a coordinate", [45 / 4, 80 / 4]),
        "per_datapoint": ("one number is wanted, not one a datapoint", [25, 0, 100, 0]),
    }
    assert_close(student.loss(Y_pred, Y_true), 125 / 4, "loss(Y_pred, Y_true)", rtol=1e-5, mistakes=mistakes)
    mistakes = {
        "root_of_mean": (ROOT_OF_MEAN, np.sqrt(125 / 4)),
        "not_averaged": (NOT_AVERAGED, 15),
        "along_walls": (ALONG_WALLS, 21 / 4),
        "mean_over_outputs": (OVER_OUTPUTS, 21 / 8),
        "no_root": (NO_ROOT, 125 / 4),
        "wrong_axis": (
            "the distance has to be taken over the coordinates, not over time",
            (np.sqrt(45) + np.sqrt(80)) / 2,
        ),
        "in_centimetres": ("it should stay in metres", 375),
        "per_datapoint": ("one number is wanted, not one a datapoint", [5, 0, 10, 0]),
    }
    assert_close(student.error(Y_pred, Y_true), 15 / 4, "error(Y_pred, Y_true)", rtol=1e-5, mistakes=mistakes)

"""Task grid_cells: the errors of three decoders on the grid session, each of its own order of magnitude."""

import numpy as np

from decoding.checks import Task, as_array, assert_close, check, fail, require, type_name

TASK = Task("grid_cells", needs=["build_network", "training_step", "adam"])

KEYS = ("linear", "by_hand", "pytorch")


def three_errors(student):
    """The three numbers, in the order of KEYS."""
    errors = student.grid_errors
    if not isinstance(errors, dict):
        fail(f"grid_errors should be a dictionary, but it is a {type_name(errors)}.", diagnosis="no_dictionary")
    missing = [key for key in KEYS if key not in errors]
    require(not missing, f"grid_errors lacks the keys {', '.join(missing)}.", diagnosis="keys_missing")
    numbers = []
    for key in KEYS:
        value = as_array(errors[key], f'grid_errors["{key}"]')
        require(value.size == 1, f'grid_errors["{key}"] should be one number.', diagnosis="not_one_number")
        numbers.append(float(value.reshape(-1)[0]))
        require(np.isfinite(numbers[-1]), f'grid_errors["{key}"] is not finite.', diagnosis="not_finite")
    return numbers


@check(points=0.5, public=True)
def test_three_errors_in_metres(student):
    """grid_errors holds three errors in metres: no longer than the box, and the networks do better than a sum."""
    linear, by_hand, pytorch = three_errors(student)
    require(
        max(linear, by_hand, pytorch) < 1.5,
        "An error is larger than the box: metres are wanted.",
        diagnosis="not_metres",
    )
    require(min(linear, by_hand, pytorch) > 0, "An error should be above zero.", diagnosis="not_positive")
    require(linear > by_hand > pytorch, "The order is not the one to be expected.", diagnosis="order")


@check(points=0.5)
def test_linear_error_is_that_of_the_best_weighted_sum(student, sessions):
    """The linear model is the best weighted sum of the grid cells' rates, judged on the test data."""
    grid, place = sessions("grid"), sessions("place")
    mistakes = {
        "training_data": ("it is the error on the training data", linear_error(grid, "train")),
        "other_session": ("it is the error on the place cells", linear_error(place, "test")),
        "fitted_to_test": ("the weights are fitted to the test data", linear_error(grid, "test", "test")),
        "loss": ("it is the loss; the mean distance is wanted", linear_error(grid, "test", power=2)),
        "root_of_the_loss": (
            "it is the root of the loss; the mean distance is wanted",
            np.sqrt(linear_error(grid, "test", power=2)),
        ),
        "with_bias": ("the model has a bias; LinearModel has none", linear_error(grid, "test", bias=True)),
        "centimetres": ("it is in centimetres; metres are wanted", 100 * linear_error(grid, "test")),
    }
    want = linear_error(grid, "test")
    assert_close(three_errors(student)[0], want, 'grid_errors["linear"]', rtol=1e-4, mistakes=mistakes)


def linear_error(session, part, fitted_to="train", power=1, bias=False):
    """The mean distance of least squares, metres, to the power given."""
    arrays = session.arrays
    X, Y, X_fit, Y_fit = (arrays[f"{name}_{which}"] for which in (part, fitted_to) for name in "XY")
    if bias:
        X, X_fit = (np.vstack([np.ones(one.shape[1]), one]) for one in (X, X_fit))
    W = np.linalg.lstsq(X_fit.T, Y_fit.T, rcond=None)[0].T
    return float(np.mean(np.linalg.norm(W @ X - Y, axis=0) ** power))


@check(points=1)
def test_network_by_hand_is_between_the_two(student, sessions, bounds):
    """The network by hand does clearly better than the weighted sum, and the deep network clearly better still."""
    _, by_hand, pytorch = three_errors(student)
    linear = linear_error(sessions("grid"), "test")
    require(
        by_hand < 0.7 * linear,
        "The network by hand is hardly better than the sum: train it.",
        diagnosis="by_hand_untrained",
    )
    require(
        by_hand > 1.2 * bounds["grid_cells"],
        "The network by hand is too good: is it the error on the training data, or of another model or session?",
        diagnosis="by_hand_too_good",
    )
    require(by_hand > pytorch, "The deep network should do better than the one by hand.", diagnosis="order")


@check(points=1)
def test_deep_network_reaches_the_error_that_it_can(student, bounds):
    """The deep network comes as close as Adam can bring it, on data that it was not trained with."""
    pytorch = three_errors(student)[2]
    detail = f"{100 * pytorch:.2f} cm, at most {100 * bounds['grid_cells']:.2f} cm"
    require(pytorch <= bounds["grid_cells"], "The deep network ends at too large an error.", detail, "error_too_large")
    require(
        pytorch > 0.25 * bounds["grid_cells"],
        "The deep network is too good: is it the error on the training data, or on the place cells?",
        detail,
        "pytorch_too_good",
    )


def calibration_run(student, sessions, cohort):
    """Train the deep network on the grid session as the task says; the mean error on the test data, metres."""
    grid = sessions("grid")
    data = {name: array[:, ::40] if "test" in name else array for name, array in grid.arrays.items()}
    network = student.TorchNetwork(**data)
    student.train_with_adam(network, cohort.grid_cells.torch_epochs, cohort.torch.batch_frac)
    predicted = np.asarray(network.forward(grid.X_test), dtype=float)
    return float(np.linalg.norm(predicted - grid.Y_test, axis=0).mean())

"""Task grid_cells: three decoders of grid cells, trained as the task says, and their errors.

Graded are the models. Their weights are taken out, and what they predict for the test walk is worked out here.
"""

import numpy as np
from gradekit.assertions import as_array, assert_close, assert_finite, assert_shape, fail, require
from gradekit.cases import case
from gradekit.checks import Task, check
from gradekit.proxy import type_name

TASK = Task("grid_cells", needs=["build_network", "training_step", "adam"])

KEYS = ("linear", "by_hand", "pytorch")

OF_SOMETHING_ELSE = (
    "where a number is not what the model that is kept, as it is in the end, errs by on the test data, on average: it"
    " may be measured before the training, of another model, or in another way"
)

NEAR = 6e-4  # m; rounding to a millimetre does no harm


def three_errors(student):
    """The three numbers, by key."""
    errors = student.grid_errors
    if not isinstance(errors, dict):
        fail(f"grid_errors should be a dictionary, but it is a {type_name(errors)}.", diagnosis="no_dictionary")
    missing = [key for key in KEYS if key not in errors]
    lacks = f"grid_errors lacks the key{'s' * (len(missing) > 1)} {', '.join(missing)}."
    require(not missing, lacks, diagnosis="keys_missing")
    numbers = {}
    for key in KEYS:
        value = as_array(errors[key], f'grid_errors["{key}"]')
        require(value.size == 1, f'grid_errors["{key}"] should be one number.', diagnosis="not_one_number")
        numbers[key] = float(value.reshape(-1)[0])
        require(np.isfinite(numbers[key]), f'grid_errors["{key}"] is not finite.', diagnosis="not_finite")
    return numbers


def mean_distance(Y_pred, Y):
    """The mean Euclidean distance, metres."""
    return float(np.mean(np.linalg.norm(Y_pred - Y, axis=0)))


@check(points=0.75, public=True)
def test_errors_are_those_of_the_three_models(student, sessions):
    """grid_errors holds what your three models err by on the test data, in metres."""
    errors, grid, place = three_errors(student), sessions("grid"), sessions("place")
    models = {"linear": student.grid_linear, "by_hand": student.grid_by_hand, "pytorch": student.grid_pytorch}
    predicted = {key: model.forward(grid.X_test) for key, model in models.items()}
    for key, Y_pred in predicted.items():
        name = f"grid_{key}.forward(grid.X_test)"
        assert_shape(Y_pred, grid.Y_test.shape, name)
        assert_finite(Y_pred, name)
    wanted = {key: mean_distance(np.asarray(Y_pred), grid.Y_test) for key, Y_pred in predicted.items()}
    for key, want in wanted.items():

        def mistakes(key=key, want=want):
            on_training = np.asarray(models[key].forward(grid.X_train))
            loss = np.mean(np.sum((np.asarray(predicted[key]) - grid.Y_test) ** 2, axis=0))
            recorded = student.function(HISTORY)(models[key])
            nearest = min(recorded, key=lambda value: abs(errors[key] - value), default=None)
            other = None
            if place.n_cells == grid.n_cells:
                other = mean_distance(np.asarray(models[key].forward(place.X_test)), place.Y_test)
            before_the_end = None if recorded[-1:] == [nearest] else nearest
            return {
                "centimetres": ("it is in centimetres; metres are wanted", 100 * want),
                "training_data": ("it is the error on the training data", mean_distance(on_training, grid.Y_train)),
                "error_on_place": ("it is the error on the session of place cells", other),
                "loss": ("it is the loss; the mean distance is wanted", loss),
                "root_of_the_loss": ("it is the root of the loss; the mean distance is wanted", np.sqrt(loss)),
                "before_the_end": ("it was measured before the training was finished", before_the_end),
            } | {
                f"error_of_{other}": (f"it is the error of grid_{other}", error)
                for other, error in wanted.items()
                if other != key
            }

        with case("of_something_else", OF_SOMETHING_ELSE):
            assert_close(errors[key], want, f'grid_errors["{key}"]', rtol=0, atol=NEAR, mistakes=mistakes)
        is_number = as_array(student.grid_errors[key], f'grid_errors["{key}"]').ndim == 0
        require(is_number, f'grid_errors["{key}"] is an array; a plain number is wanted.', diagnosis="array_of_one")
    constant = mean_distance(grid.Y_test.mean(axis=1, keepdims=True), grid.Y_test)
    require(
        errors["by_hand"] < 0.9 * constant,
        "Both networks should do better than a guess that is always the same: is each trained on the grid session, with"
        " the epochs and the learning rate of the task?",
        diagnosis="always_the_same",
    )


@check(points=0, public=True)
def test_each_model_does_better_than_the_one_before(student):
    """Each model does better than the one before. This has no points; whether it is trained as told, others check."""
    errors = three_errors(student)
    require(
        errors["linear"] > errors["by_hand"] > errors["pytorch"],
        "Each model should do better than the one before: is each trained as the table says, on the grid session?",
        diagnosis="order",
    )


HISTORY = "lambda model: [float(value) for value in getattr(model, 'history', {}).get('test_error', [])]"

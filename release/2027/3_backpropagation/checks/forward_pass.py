"""Task forward_pass: Ŷ = σ(W3 σ(W2 σ(W1 X))), with rows of ones, and the layers stored on the way.

The worked example: its prediction 0.5, its layers 0.5. The method of the prediction 1, the first layer 0.5, the second
0.5 and the output before its bend 0.5 where they are stored: all four look past one slip, and have as many moments as
the training data. The prediction exactly, for other sizes and for large values 0.5; without biases 0.5; called again,
with nothing kept or damaged, 0.5.
"""

import numpy as np
from gradekit import Task, assert_close, case, check, require

TASK = Task("forward_pass")

CUT = "it is cut off; nothing else is done to the prediction"

# The worked example, with a second hidden layer that passes everything on and a second output, 0.5 + σ(x − 2).
EXAMPLE = {
    "W1": [[-2.0, 1.0], [2.0, -1.0]],
    "W2": [[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    "W3": [[1.0, 2.0, -1.0], [0.5, 1.0, 0.0]],
}

EXAMPLE_LAYERS = {
    "N1": [[-1.0, 1.0], [1.0, -1.0]],
    "H1": [[0.0, 1.0], [1.0, 0.0]],
    "N2": [[0.0, 1.0], [1.0, 0.0]],
    "H2": [[0.0, 1.0], [1.0, 0.0]],
    "N3": [[0.0, 3.0], [0.5, 1.5]],
}

EXAMPLE_PREDICTION = [[0.0, 3.0], [0.5, 1.5]]

RELU = "lambda N, deriv=False: (N > 0) * 1.0 if deriv else np.maximum(N, 0)"

# The same with another bend, σ(N) = 1 − 2 N, that changes every layer, the last one too.
MIRROR = "lambda N, deriv=False: 0.0 * N - 2.0 if deriv else 1.0 - 2.0 * N"

MIRRORED_OUTPUT, MIRRORED_PREDICTION = [[-12.0, 12.0], [-4.5, 3.5]], [[25.0, -23.0], [10.0, -6.0]]


@check(points=0.5, public=True)
def test_prediction_of_the_worked_example(student):
    """With the weights of the worked example, the prediction is that of the example, for σ = 1 − 2 N too."""
    model = model_of_the_example(student, RELU)
    Y_pred = model.forward(np.array([[1.0, 3.0]]))
    require(Y_pred is not None, "forward returns nothing.", diagnosis="nothing_returned")
    require(
        np.shape(Y_pred) != (2, 3),
        "forward should predict from its argument X, but it predicts from the training data.",
        diagnosis="uses_training_data",
    )
    mistakes = {
        "biases_left_out": ("the biases are left out", [[2.0, 6.0], [1.0, 3.0]]),
        "clipped": (CUT, cut_like(Y_pred, EXAMPLE_PREDICTION)),
    }
    assert_close(Y_pred, EXAMPLE_PREDICTION, "forward(X)", rtol=1e-5, atol=1e-6, mistakes=mistakes)
    mistakes = {
        "output_not_bent": ("the output is not bent: the activation function acts on it as well", MIRRORED_OUTPUT),
        "bent_twice": ("the output is bent twice", [[-49.0, 47.0], [-19.0, 13.0]]),
        "relu_always": ("it uses relu whatever activation function the model was given", EXAMPLE_PREDICTION),
    }
    with case("another_bend", "for the bend 1 − 2 N"):
        Y_pred = model_of_the_example(student, MIRROR).forward(np.array([[1.0, 3.0]]))
        mistakes["clipped"] = (CUT, cut_like(Y_pred, MIRRORED_PREDICTION))
        assert_close(Y_pred, MIRRORED_PREDICTION, "forward(X)", rtol=1e-5, atol=1e-6, mistakes=mistakes)


def cut_like(Y_pred, right):
    """The right prediction, cut off where this one ends; nothing where this one is the same everywhere."""
    low, high = np.min(Y_pred), np.max(Y_pred)
    return np.clip(right, low, high) if low < high else None


@check(points=0.5, public=True)
def test_layers_of_the_worked_example(student):
    """With the weights of the worked example, the layers that are stored are those of the example."""
    model = model_of_the_example(student, RELU)
    model.forward(np.array([[1.0, 3.0]]))
    for name, layer in EXAMPLE_LAYERS.items():
        found = student.function("lambda model, name: getattr(model, name, 'not stored')")(model, name)
        require(
            found != "not stored" if isinstance(found, str) else True,
            f"forward stores no {name}: the model needs it as self.{name}.",
            diagnosis="not_stored",
        )
        with_ones = [[1.0, 1.0], *layer]
        mistakes = {"row_of_ones_stored": ("store the layer without its row of ones", with_ones)}
        if name == "N1":
            text = "it holds what belongs in a later layer, or negative values are set to zero"
            mistakes["holds_a_later_layer"] = (text, EXAMPLE_LAYERS["H1"])
        assert_close(found, layer, name, rtol=1e-5, atol=1e-6, mistakes=mistakes)


def model_of_the_example(student, activation):
    """A student's network with the weights of the worked example."""
    data = {f"X_{part}": np.array([[0.5, 1.5, 2.5]]) for part in ("train", "test")}
    data |= {f"Y_{part}": np.array([[0.5, 0.5, 0.5], [0.2, 0.4, 0.6]]) for part in ("train", "test")}
    model = student.DeepNeuralNetwork(**data, activation=student.function(activation), n_hidden=2)
    for name, W in EXAMPLE.items():
        setattr(model, name, np.array(W))
    return model

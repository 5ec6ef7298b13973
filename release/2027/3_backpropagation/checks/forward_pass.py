"""Task forward_pass: Ŷ = σ(W3 σ(W2 σ(W1 X))), with rows of ones, and the layers stored on the way."""

import numpy as np
from decoding.checks import Task, assert_shape, check, require

TASK = Task("forward_pass")

STORED = ("N1", "H1", "N2", "H2", "N3")


@check(points=1, public=True)
def test_every_layer_has_its_shape(student, session):
    """forward(X) gives one position a column, and the stored layers have a row a unit and a column a moment."""
    wave = student.function("lambda N, deriv=False: np.cos(N) if deriv else np.sin(N)")
    model = student.DeepNeuralNetwork(**session.arrays, activation=wave, n_hidden=7)
    X = session.X_test[:, :50]
    Y_pred = model.forward(X)
    require(
        np.shape(Y_pred) != session.Y_train.shape,
        "forward should predict from its argument X, but it predicts from the training data.",
        diagnosis="uses_training_data",
    )
    assert_shape(Y_pred, (2, 50), "forward(X)")
    for name in STORED:
        layer = getattr(model, name)
        rows = 2 if name == "N3" else 7
        require(
            np.shape(layer) != (rows + 1, 50),
            f"{name} has one row too many: store the layer without its row of ones.",
            diagnosis="row_of_ones_stored",
        )
        assert_shape(layer, (rows, 50), name)

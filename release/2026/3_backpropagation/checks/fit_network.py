"""Task fit_network: training on random batches.

No variable of the student's is looked at. With one batch of the whole training set the change of the weights is the
step itself; and an activation function that remembers what it was given tells which columns each batch was made of.
"""

import numpy as np
from decoding.checks import Task, assert_finite, assert_shape, check, require

TASK = Task("fit_network", needs=["forward_pass", "gradients", "weight_update"])


@check(points=1, public=True)
def test_training_changes_all_weights_and_fills_the_history(student, session):
    """Two epochs change all three matrices, and the history says how it went."""
    wave = student.function("lambda N, deriv=False: np.cos(N) if deriv else np.sin(N)")
    model = student.DeepNeuralNetwork(**session.arrays, activation=wave, n_hidden=8)
    before = model.W1, model.W2, model.W3
    model.fit(epochs=2, batch_frac=0.1)
    shapes = ((8, session.n_cells + 1), (8, 9), (2, 9))
    for k, (W, start, shape) in enumerate(zip((model.W1, model.W2, model.W3), before, shapes, strict=True), 1):
        assert_finite(start, f"W{k} before training")
        assert_shape(W, shape, f"W{k}")
        assert_finite(W, f"W{k}")
        require(not np.array_equal(W, start), f"fit has not changed W{k}.", diagnosis="not_moved")
    history = model.history
    for key in ("epoch", "error", "test_error"):
        require(len(history[key]) > 0, f'history["{key}"] is empty: call record.', diagnosis="no_history")
        assert_finite(history[key], f'history["{key}"]')
    require(
        0.9 <= history["epoch"][-1] <= 2.0001,
        "After two epochs the history has counted another number of epochs.",
        f"it has counted {history['epoch'][-1]:.3g}",
        "epochs_miscounted",
    )

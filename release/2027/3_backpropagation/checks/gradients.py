"""Task gradients: backpropagation through two hidden layers, each matrix against the central difference of the loss."""

import numpy as np
from decoding.checks import Task, assert_shape, check, fail, require

TASK = Task("gradients", needs=["forward_pass"])


@check(points=1, public=True)
def test_slopes_have_the_shapes_of_the_weights(student, session):
    """There are three arrays of slopes, one for each matrix of weights and of its shape, with biases and without."""
    wave = student.function("lambda N, deriv=False: np.cos(N) if deriv else np.sin(N)")
    for use_bias in (True, False):
        model = student.DeepNeuralNetwork(**session.arrays, activation=wave, n_hidden=7, use_bias=use_bias)
        model.forward(session.X_train[:, :20])
        slopes = three_arrays(student.gradients(model, session.Y_train[:, :20]))
        shapes = [(7, session.n_cells + use_bias), (7, 7 + use_bias), (2, 7 + use_bias)]
        require(
            [np.shape(one) for one in slopes] != shapes[::-1],
            "The slopes come in the wrong order: return those of W1, W2 and W3, in this order.",
            diagnosis="order_reversed",
        )
        for k, (one, shape) in enumerate(zip(slopes, shapes, strict=True), 1):
            require(
                np.shape(one) != (shape[0], shape[1] - 1) or not use_bias,
                f"dLdW{k} has no column for the biases: in equation (7) the row of ones stays.",
                diagnosis="no_slopes_of_biases",
            )
            assert_shape(one, shape, f"dLdW{k}")


def three_arrays(found):
    """The three arrays of slopes that the student's function gave."""
    require(found is not None, "gradients returns nothing.", diagnosis="wrong_type")
    if not isinstance(found, list) or len(found) != 3:
        fail("gradients should return three arrays: dLdW1, dLdW2, dLdW3.", diagnosis="not_three")
    return found

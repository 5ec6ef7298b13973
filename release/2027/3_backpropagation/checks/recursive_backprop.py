"""Task recursive_backprop: the backward sweep for any number of layers, each matrix against the central difference.

Slopes of one and two matrices by central differences 0.5; one matrix 0.5, one hidden layer 0.5 and two 0.5, which look
past one slip; three and more layers 0.5; each layer with its own activation function, and nothing damaged, 0.5.
"""

import numpy as np
from gradekit import Task, assert_gradient, check, numerical_gradient, require

TASK = Task("recursive_backprop")


@check(points=0.5, public=True)
def test_slopes_agree_with_central_differences(student, rng):
    """For one matrix and for two, there is one array of slopes for each, and it agrees with central differences."""
    wave = student.function("lambda N, deriv=False: np.cos(N) if deriv else np.sin(N)")
    W, V = rng.normal(size=(4, 3)), rng.normal(size=(2, 4))
    X, Y_one, Y_two = rng.normal(size=(3, 6)), rng.normal(size=(4, 6)), rng.normal(size=(2, 6))

    def loss(Y_pred, Y):
        return float(np.sum((Y_pred - Y) ** 2) / 6)

    slopes = list_of_slopes(student.recursive_gradients([W], [wave], X, Y_one), 1)
    one_matrix = numerical_gradient(lambda W: loss(np.sin(W @ X), Y_one), W)
    assert_gradient(slopes[0], one_matrix, "slopes[0] of one matrix", n=6, rtol=2e-3)

    slopes = list_of_slopes(student.recursive_gradients([W, V], [wave, wave], X, Y_two), 2)
    shapes = [np.shape(one) for one in slopes]
    reversed_order = "The slopes come in the wrong order, those of the last matrix first."
    require(shapes != [(2, 4), (4, 3)], reversed_order, diagnosis="order_reversed")
    upper = numerical_gradient(lambda V: loss(np.sin(V @ np.sin(W @ X)), Y_two), V)
    lower = numerical_gradient(lambda W: loss(np.sin(V @ np.sin(W @ X)), Y_two), W)
    for k, differences in ((1, upper), (0, lower)):
        assert_gradient(slopes[k], differences, f"slopes[{k}] of two matrices", n=6, rtol=2e-3)


def list_of_slopes(found, n_layers):
    """The arrays of slopes that the student's function gave, one for each matrix."""
    require(found is not None, "recursive_gradients returns nothing.", diagnosis="nothing_returned")
    require(
        isinstance(found, list) and len(found) == n_layers,
        "recursive_gradients should return a list with one array for each matrix, and none from an earlier call.",
        diagnosis="not_one_a_matrix",
    )
    return found

"""Task recursive_backprop: the backward sweep for any number of layers, each matrix against the central difference."""

from itertools import pairwise
import numpy as np
from decoding.checks import Task, assert_shape, check, require

TASK = Task("recursive_backprop")


@check(points=0.5, public=True)
def test_one_array_of_slopes_for_each_matrix(student, rng):
    """There is one array of slopes for each matrix, of its shape, in the order of the matrices."""
    wave = student.function("lambda N, deriv=False: np.cos(N) if deriv else np.sin(N)")
    for widths in ((3, 2), (5, 3, 4, 2)):
        weights = [rng.normal(size=(above, below)) for below, above in pairwise(widths)]
        X, Y = rng.normal(size=(widths[0], 6)), rng.normal(size=(widths[-1], 6))
        slopes = student.recursive_gradients(weights, [wave] * len(weights), X, Y)
        require(slopes is not None, "recursive_gradients returns nothing.", diagnosis="wrong_type")
        require(
            isinstance(slopes, list) and len(slopes) == len(weights),
            "recursive_gradients should return a list with one array for each matrix.",
            diagnosis="not_one_a_matrix",
        )
        shapes = [np.shape(one) for one in slopes]
        require(
            len(weights) == 1 or shapes != [W.shape for W in weights[::-1]],
            "The slopes come in the wrong order, those of the last matrix first.",
            diagnosis="order_reversed",
        )
        for k, (one, W) in enumerate(zip(slopes, weights, strict=True)):
            assert_shape(one, W.shape, f"slopes[{k}]")

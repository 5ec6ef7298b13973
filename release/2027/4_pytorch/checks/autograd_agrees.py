"""Task autograd_agrees: slopes by autograd for the two-hidden-layer network of the last chapter."""

import numpy as np
from decoding.checks import Task, assert_gradient, assert_shape, check, numerical_gradient, require, type_name

TASK = Task("autograd_agrees")

CLOSE = 5e-4  # relative; single precision is right too


def three_slopes(result):
    """What torch_gradients gave, as a list of three arrays."""
    require(result is not None, "torch_gradients returns nothing.", diagnosis="nothing_returned")
    is_list = isinstance(result, list) and len(result) == 3
    require(is_list, "torch_gradients should return a list of three arrays.", f"{type_name(result)}", "not_three")
    missing = any(one is None for one in result)
    require(not missing, "Slopes are None: no sweep has reached these tensors.", diagnosis="no_slopes")
    return result


def loss_of(weights, X, Y):
    """The loss of network (2), a number."""
    H = X
    for W in weights:
        H = np.maximum(W @ np.vstack([np.ones((1, H.shape[1])), H]), 0)
    return float(np.sum((H - Y) ** 2) / X.shape[1])


@check(points=0.5, public=True)
def test_slopes_agree_with_the_central_difference(student):
    """On a small problem each of the three slopes has the shape of its matrix and agrees with central differences."""
    rng = np.random.default_rng(5)
    weights = [rng.normal(0.2, 0.5, size=shape) for shape in ((4, 3), (3, 5), (2, 4))]
    weights[2][:, 0] += 1.0
    X, Y = rng.uniform(size=(2, 6)), rng.uniform(size=(2, 6))
    slopes = three_slopes(student.torch_gradients(weights, X, Y))
    turned = [np.shape(slope) for slope in slopes[::-1]] == [W.shape for W in weights]
    require(not turned, "The slopes come in the wrong order: that of W1 first.", diagnosis="order_reversed")
    for k, W in enumerate(weights):
        name = f"the slope of W{k + 1}"
        assert_shape(slopes[k], W.shape, name)

        def nudged(V, k=k):
            return loss_of([*weights[:k], V, *weights[k + 1 :]], X, Y)

        assert_gradient(slopes[k], numerical_gradient(nudged, W), name, n=6, rtol=CLOSE)

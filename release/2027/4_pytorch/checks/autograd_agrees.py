"""Task autograd_agrees: slopes by autograd for the two-hidden-layer network of the last chapter."""

import numpy as np
from gradekit.assertions import assert_gradient, assert_shape, numerical_gradient, require
from gradekit.checks import Task, check
from gradekit.proxy import keep, type_name, value_of

TASK = Task("autograd_agrees")

CLOSE = 2e-3  # relative; single precision is right too

KINDS = (
    "lambda found: ['array' if isinstance(one, np.ndarray) else type(one).__name__ for one in found]"
    " if isinstance(found, (list, tuple)) else []"
)


def of_three(found):
    """Three slopes; anything else fails the check."""
    require(found is not None, "torch_gradients returns nothing.", diagnosis="nothing_returned")
    is_three = isinstance(found, (list, tuple)) and len(found) == 3
    require(is_three, "torch_gradients should return a list of three arrays.", diagnosis="not_three")
    missing = any(one is None for one in found)
    require(not missing, "Slopes are None: no sweep has reached these tensors.", diagnosis="no_slopes")
    return found


def three_arrays(student, *arguments):
    """What torch_gradients gives for these arguments, as a list of three arrays."""
    kept = keep(student.torch_gradients)(*arguments)
    found, kinds = of_three(value_of(kept)), student.function(KINDS)(kept)
    is_list = isinstance(found, list) and len(kinds) == 3
    require(is_list, "torch_gradients should return a list of three arrays.", f"{type_name(found)}", "not_three")
    tensors = "torch_gradients returns tensors; numpy arrays are wanted."
    require(not any(kind in ("Tensor", "Parameter") for kind in kinds), tensors, diagnosis="tensors_returned")
    require(all(kind == "array" for kind in kinds), "The slopes should be numpy arrays.", diagnosis="not_arrays")
    return found


def loss_of(weights, X, Y):
    """The loss of network (2), a number."""
    H = X
    for W in weights:
        H = np.maximum(W @ np.vstack([np.ones((1, H.shape[1])), H]), 0)
    return float(np.sum((H - Y) ** 2) / X.shape[1])


def require_order(slopes, shapes):
    """Fail where three slopes have the shapes of the three matrices, but in another order."""
    found = [np.shape(slope) for slope in slopes]
    in_order = found == shapes or sorted(found) != sorted(shapes)
    wrong = "The slopes come in the wrong order: that of W1 first, then that of W2, at last that of W3."
    require(in_order, wrong, diagnosis="order_reversed" if found == shapes[::-1] else "other_order")


@check(points=0.5, public=True)
def test_slopes_agree_with_the_central_difference(student):
    """On a small problem each of the three slopes is an array like its matrix and agrees with central differences."""
    rng = np.random.default_rng(5)
    weights = [rng.normal(0.2, 0.5, size=shape) for shape in ((4, 3), (3, 5), (2, 4))]
    weights[2][:, 0] += 1.0
    X, Y = rng.uniform(size=(2, 6)), rng.uniform(size=(2, 6))
    slopes = three_arrays(student, weights, X, Y)
    require_order(slopes, [W.shape for W in weights])
    for k, W in enumerate(weights):
        name = f"the slope of W{k + 1}"
        assert_shape(slopes[k], W.shape, name)

        def nudged(V, k=k):
            return loss_of([*weights[:k], V, *weights[k + 1 :]], X, Y)

        assert_gradient(slopes[k], numerical_gradient(nudged, W), name, n=6, rtol=CLOSE)

"""Task autograd_agrees: slopes by autograd for the two-hidden-layer network of the last chapter.

Central differences 0.5; the slope of W3 0.5, where one slip is looked past; all slopes exactly 0.5; found by autograd,
with nothing damaged or kept, 0.5, where one slip is looked past.
"""

from functools import partial
import numpy as np
from gradekit import Task, assert_gradient, assert_shape, check, hint_if_raised, numerical_gradient, require
from gradekit.assertions import as_array
from gradekit.proxy import keep, type_name, value_of

TASK = Task("autograd_agrees")

CLOSE = 2e-3  # relative; single precision is right too

KINDS = (
    "lambda found: ['array' if isinstance(one, np.ndarray) else type(one).__name__ for one in found]"
    " if isinstance(found, (list, tuple)) else []"
)

NO_SLOPE = (
    "If it is `.grad` that is None: a sweep leaves slopes only in tensors that were made with requires_grad=True, not"
    " in what is calculated from them, and only where the record is not cut on the way, as by detach."
)

# What bends a layer, and its slope.
RELU = (lambda N: np.maximum(N, 0), lambda N: N > 0)

OTHER_BENDS = {
    "sigmoid": ("go through a sigmoid, not ReLU", (lambda N: 1 / (1 + np.exp(-N)), lambda N: 1 / (2 + 2 * np.cosh(N)))),
    "tanh": ("go through tanh, not ReLU", (np.tanh, lambda N: 1 - np.tanh(N) ** 2)),
    "leaky": (
        "go through a leaky ReLU; below zero it should give zero",
        (lambda N: np.where(N > 0, N, 0.01 * N), lambda N: np.where(N > 0, 1, 0.01)),
    ),
    **{
        f"relu_{top}": (
            "are cut off where they are large; ReLU goes on rising",
            (lambda N, top=top: np.clip(N, 0, top), lambda N, top=top: (N > 0) & (top > N)),
        )
        for top in (1, 6, 10, 20)
    },
}


def three_arrays(student, *arguments):
    """What torch_gradients gives for these arguments, as a list of three arrays."""
    with hint_if_raised(NO_SLOPE):
        kept = keep(student.torch_gradients)(*arguments)
    found, kinds = value_of(kept), student.function(KINDS)(kept)
    require(found is not None, "torch_gradients returns nothing.", diagnosis="nothing_returned")
    is_list = isinstance(found, list) and len(found) == len(kinds) == 3
    require(is_list, "torch_gradients should return a list of three arrays.", f"{type_name(found)}", "not_three")
    missing = any(one is None for one in found)
    require(not missing, "Slopes are None: no sweep has reached these tensors.", diagnosis="no_slopes")
    tensors = "torch_gradients returns tensors; numpy arrays are wanted."
    require(not any(kind in ("Tensor", "Parameter") for kind in kinds), tensors, diagnosis="tensors_returned")
    require(all(kind == "array" for kind in kinds), "The slopes should be numpy arrays.", diagnosis="not_arrays")
    return found


def loss_of(weights, X, Y, bends=(RELU, RELU, RELU)):
    """The loss of network (2), or of one that bends otherwise, a number."""
    H = X
    for W, (bend, _) in zip(weights, bends, strict=True):
        H = bend(W @ np.vstack([np.ones((1, H.shape[1])), H]))
    return float(np.sum((H - Y) ** 2) / X.shape[1])


def half_precision(slope):
    """The mistake of a slope of fractions that have no more digits than bfloat16 keeps, the first half of float32."""
    single = as_array(slope, "a slope").astype(np.float32)
    is_half = (single.view(np.uint32) % 2**16 == 0).all() and (single % 1 != 0).any()
    return {"half_precision": ("it is in half precision (bfloat16), which keeps two digits", slope)} if is_half else {}


@check(points=0.5, public=True)
def test_slopes_agree_with_the_central_difference(student):
    """On a small problem each of the three slopes is an array like its matrix and agrees with central differences."""
    rng = np.random.default_rng(5)
    weights = [rng.normal(0.2, 0.5, size=shape) for shape in ((4, 3), (3, 5), (2, 4))]
    weights[2][:, 0] += 1.0
    X, Y = rng.uniform(size=(2, 6)), rng.uniform(size=(2, 6))
    slopes = three_arrays(student, weights, X, Y)
    found, shapes = [np.shape(slope) for slope in slopes], [W.shape for W in weights]
    wrong = "The slopes come in the wrong order: that of W1 first, then that of W2, at last that of W3."
    reversed_order = "order_reversed" if found == shapes[::-1] else "other_order"
    require(found == shapes or sorted(found) != sorted(shapes), wrong, diagnosis=reversed_order)
    for k, W in enumerate(weights):
        name = f"the slope of W{k + 1}"
        assert_shape(slopes[k], W.shape, name)

        def slope(*bends, k=k, W=W):
            return numerical_gradient(lambda V: loss_of([*weights[:k], V, *weights[k + 1 :]], X, Y, *bends), W)

        mistakes = {
            slug: (f"{layers} {sentence}", partial(slope, bends))
            for one, (sentence, bend) in OTHER_BENDS.items()
            for slug, layers, bends in (
                (one, "the layers", (bend, bend, bend)),
                (f"hidden_{one}", "the hidden layers", (bend, bend, RELU)),
                (f"output_{one}", "the outputs", (RELU, RELU, bend)),
            )
        }
        mistakes |= half_precision(slopes[k])
        assert_gradient(slopes[k], slope(), name, n=6, rtol=CLOSE, mistakes=mistakes)

"""Task autograd_agrees: slopes by autograd for the two-hidden-layer network of the last chapter."""

from functools import partial
import numpy as np
from gradekit.assertions import as_array, assert_gradient, assert_shape, numerical_gradient, require
from gradekit.checks import Task, check
from gradekit.failures import CheckFailed, StudentRaised
from gradekit.proxy import keep, type_name, value_of

TASK = Task("autograd_agrees")

CLOSE = 2e-3  # relative; single precision is right too

KINDS = (
    "lambda found: ['array' if isinstance(one, np.ndarray) else type(one).__name__ for one in found]"
    " if isinstance(found, (list, tuple)) else []"
)

NO_SLOPE = (
    "it is `.grad`. A sweep leaves slopes only in tensors that were made with requires_grad=True, not in what is "
    "calculated from them, and only where the record is not cut on the way, as by detach"
)


def called(student, *arguments):
    """What torch_gradients gives for these arguments, kept on the student's side."""
    try:
        return keep(student.torch_gradients)(*arguments)
    except StudentRaised as raised:
        if "NoneType" not in raised.detail or ".grad" not in raised.message:
            raise
        message = raised.message.replace("a function may lack its return", NO_SLOPE)
        raise CheckFailed(message, raised.detail, "no_slopes", "raised") from raised


def of_three(found):
    """Three slopes; anything else fails the check."""
    require(found is not None, "torch_gradients returns nothing.", diagnosis="nothing_returned")
    is_three = isinstance(found, (list, tuple)) and len(found) == 3
    require(is_three, "torch_gradients should return a list of three arrays.", diagnosis="not_three")
    missing = any(one is None for one in found)
    require(not missing, "Slopes are None: no sweep has reached these tensors.", diagnosis="no_slopes")
    return found


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


def bent_otherwise():
    """What bends each of the three layers where all of them, the hidden ones or the output are bent by another thing.

    Three of them come with a slug and the sentence.
    """
    for slug, (sentence, bend) in OTHER_BENDS.items():
        yield slug, f"the layers {sentence}", (bend, bend, bend)
        yield f"hidden_{slug}", f"the hidden layers {sentence}", (bend, bend, RELU)
        yield f"output_{slug}", f"the outputs {sentence}", (RELU, RELU, bend)


def three_arrays(student, *arguments):
    """What torch_gradients gives for these arguments, as a list of three arrays."""
    kept = called(student, *arguments)
    found, kinds = of_three(value_of(kept)), student.function(KINDS)(kept)
    is_list = isinstance(found, list) and len(kinds) == 3
    require(is_list, "torch_gradients should return a list of three arrays.", f"{type_name(found)}", "not_three")
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


def require_order(slopes, shapes):
    """Fail where three slopes have the shapes of the three matrices, but in another order."""
    found = [np.shape(slope) for slope in slopes]
    in_order = found == shapes or sorted(found) != sorted(shapes)
    wrong = "The slopes come in the wrong order: that of W1 first, then that of W2, at last that of W3."
    require(in_order, wrong, diagnosis="order_reversed" if found == shapes[::-1] else "other_order")


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
    require_order(slopes, [W.shape for W in weights])
    for k, W in enumerate(weights):
        name = f"the slope of W{k + 1}"
        assert_shape(slopes[k], W.shape, name)

        def slope(*bends, k=k, W=W):
            return numerical_gradient(lambda V: loss_of([*weights[:k], V, *weights[k + 1 :]], X, Y, *bends), W)

        mistakes = {slug: (sentence, partial(slope, bends)) for slug, sentence, bends in bent_otherwise()}
        mistakes |= half_precision(slopes[k])
        assert_gradient(slopes[k], slope(), name, n=6, rtol=CLOSE, mistakes=mistakes)

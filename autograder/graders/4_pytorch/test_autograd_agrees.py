"""Task autograd_agrees: slopes by autograd for the two-hidden-layer network of the last chapter.

Central differences 0.5; the slope of W3 0.5, where one slip is looked past; all slopes exactly 0.5; found by autograd,
with nothing damaged or kept, 0.5, where one slip is looked past.
"""

from functools import partial
from itertools import pairwise

import numpy as np

from gradekit import (
    Function,
    StudentRaised,
    Task,
    assert_gradient,
    assert_shape,
    check,
    hint_if_raised,
    numerical_gradient,
    require,
)
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
CUT = "it is cut off; slopes are to be as steep as they are"
FIXED = "it is divided by a fixed number, whatever the number of moments is"


# What bends a layer, and its slope.
RELU = (lambda N: np.maximum(N, 0), lambda N: N > 0)
NONE = (lambda N: N, np.ones_like)
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
"""What layers go through in place of ReLU, with the sentences."""


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


def sweep(weights, X, Y, bends=(RELU, RELU, RELU), power=2):
    """The slopes of the loss for each matrix, from the output backwards."""
    H, N = [X], []
    for W, (bend, _) in zip(weights, bends, strict=True):
        N.append(W @ np.vstack([np.ones((1, H[-1].shape[1])), H[-1]]))
        H.append(bend(N[-1]))
    off = H[-1] - Y
    blame = {0: off / np.linalg.norm(off, axis=0) / 2, 1: np.sign(off) / 2, 2: off}[power]
    slopes = []
    for k in reversed(range(len(weights))):
        blame = bends[k][1](N[k]) * blame
        slopes.append(2 / X.shape[1] * blame @ np.vstack([np.ones((1, X.shape[1])), H[k]]).T)
        blame = weights[k][:, 1:].T @ blame
    return slopes[::-1]


def of_network(bends=(RELU, RELU, RELU), inputs=lambda X: X, power=2, without=(), ones_below=()):
    """The slopes of another network: bent otherwise, of other inputs, without biases, with the ones at the bottom."""

    def slopes(weights, X, Y):
        has = [k not in without for k in range(3)]
        turned = [k in ones_below for k in range(3)]
        weights = [np.hstack([W[:, :1] * one, W[:, 1:]]) for W, one in zip(weights, has, strict=True)]
        weights = [np.roll(W, one, axis=1) for W, one in zip(weights, turned, strict=True)]
        found = [
            np.roll(W, -one, axis=1) for W, one in zip(sweep(weights, inputs(X), Y, bends, power), turned, strict=True)
        ]
        return [np.hstack([W[:, :1] * one, W[:, 1:]]) for W, one in zip(found, has, strict=True)]

    return slopes


def in_half_precision(right, got):
    """What was given, if it has no more digits than bfloat16 keeps and is near what is right."""

    def is_it(one):
        single = np.asarray(got, dtype=np.float32)
        near = single.shape == one.shape and np.allclose(single, one, rtol=0.1, atol=0.05 * np.abs(one).max())
        return near and (single.view(np.uint32) % 2**16 == 0).all() and (single % 1 != 0).any()

    return [got if is_it(one) else one for one in right]


def times(factor):
    return lambda right, X, Y, n_train: [factor(X.shape[1], len(X), len(Y), n_train) * one for one in right]


def each(change):
    return lambda right: [change(one) for one in right]


SLIPS = {
    "half": ("it is half of what it should be, as where a factor 2 is missing", times(lambda n, *_: 0.5)),
    "twice": ("it is twice what it should be", times(lambda n, *_: 2)),
    "sign_flipped": ("the sign is flipped", times(lambda n, *_: -1)),
    "n_times": ("it is N times too large, as where the mean over the moments is missing", times(lambda n, *_: n)),
    "one_over_n": ("it is N times too small: there is one mean too many", times(lambda n, *_: 1 / n)),
    "averaged_over_outputs": (
        "the mean over the outputs is taken too; the loss (1) sums over them",
        times(lambda n, n_in, n_out, _: 1 / n_out),
    ),
    "wrong_axis": (
        "it is summed over the moments and averaged over the outputs; the loss (1) is the other way round",
        times(lambda n, n_in, n_out, _: n / n_out),
    ),
    "twice_the_mean": (
        "it is twice the mean over all entries, which is the loss (1) for two outputs only",
        times(lambda n, n_in, n_out, _: 2 / n_out),
    ),
    "n_inputs": ("it is divided by the number of inputs, not of moments", times(lambda n, n_in, *_: n / n_in)),
    "wrong_divisor": (
        "the mean is taken over the training set, not over the moments that were given",
        times(lambda n, n_in, n_out, n_train: n / n_train),
    ),
    "transposed": ("it is turned round", each(lambda one: one.T)),
    "order_reversed": ("the slopes come in the wrong order: W1, W2, W3", lambda right: right[::-1]),
    "other_order": ("the slopes come in the wrong order: W1, W2, W3", lambda right: [right[0], right[2], right[1]]),
    "first_two_exchanged": (
        "the slopes of W1 and W2 have changed places",
        lambda right: [right[1], right[0], right[2]],
    ),
    "half_precision": ("it is in half precision (bfloat16), which keeps two digits", in_half_precision),
    "output_not_bent": ("the output of this network is bent too", of_network((RELU, RELU, NONE))),
    "not_bent": ("there is no ReLU", of_network((NONE, NONE, NONE))),
    "hidden_not_bent": ("the hidden layers are not bent", of_network((NONE, NONE, RELU))),
    "first_not_bent": ("the first hidden layer is not bent", of_network((NONE, RELU, RELU))),
    "second_not_bent": ("the second hidden layer is not bent", of_network((RELU, NONE, RELU))),
    "inputs_bent": ("the inputs are bent too; ReLU acts on layers", of_network(inputs=lambda X: np.maximum(X, 0))),
    "inputs_absolute": ("negative inputs have lost their sign", of_network(inputs=np.abs)),
    "ones_below": ("the row of ones goes on top, not below", of_network(ones_below=(0, 1, 2))),
    "ones_below_in_the_last": ("the row of ones goes on top in the last layer too", of_network(ones_below=(2,))),
    "biases_of_the_first_layer_only": (
        "the biases of the second and the third layer are left out",
        of_network(without=(1, 2)),
    ),
    "biases_left_out": ("the biases are left out", of_network(without=(0, 1, 2))),
    "absolute": ("the loss has squares of the differences", of_network(power=1)),
    "distance": ("the loss has squared distances", of_network(power=0)),
    "bias_slopes_zero": ("the slopes of the biases are zero", each(lambda one: one * (np.arange(one.shape[1]) > 0))),
    "bias_column_missing": ("it has no column for the biases", each(lambda one: one[:, 1:])),
    "squeezed": (
        "for a single moment each output is compared with all true ones: keep the shape (n_out, 1) of Y",
        lambda weights, X, Y, right: sweep(weights, X, np.full_like(Y, Y.mean())) if X.shape[1] == 1 else right,
    ),
    **{
        slug: (f"{layers} {sentence}", of_network(bends))
        for one, (sentence, bend) in OTHER_BENDS.items()
        for slug, layers, bends in (
            (one, "the layers", (bend, bend, bend)),
            (f"hidden_{one}", "the hidden layers", (bend, bend, RELU)),
            (f"output_{one}", "the outputs", (RELU, RELU, bend)),
        )
    },
}
MISTAKES = {
    **SLIPS,
    "all_zero": ("it is zero everywhere: the record is cut on the way to this matrix", each(lambda one: 0 * one)),
    "weights_themselves": ("these are the matrices themselves, not their slopes", lambda weights: weights),
    "piled_up": (
        "the slopes of an earlier call are still in it: make new tensors for each call, or empty their `.grad`",
        lambda right, before: [one + old for one, old in zip(right, before, strict=True)],
    ),
    **{f"clipped_{most}": (CUT, each(lambda one, most=most: np.clip(one, -most, most))) for most in (1, 5, 10, 100)},
    **{
        f"divided_by_{one}": (FIXED, times(lambda n, *_, one=one: n / one))
        for one in (3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 32, 48, 50, 64, 100)
    },
}
OF_ANY_KIND = (
    "lambda f: lambda weights, X, Y: (lambda found: list(found.values()) if isinstance(found, dict) else found)"
    "(f(weights, X, Y))"
)
slopes_of = Function(
    "torch_gradients(weights, X, Y)",
    name="The list of slopes",
    right=sweep,
    mistakes=MISTAKES,
    parts=("the slope of W1", "the slope of W2", "the slope of W3"),
    hint=NO_SLOPE,
    through=lambda student: keep(student.function(OF_ANY_KIND))(student.torch_gradients),
    rtol=CLOSE,
)


# Counts how often a sweep takes a tensor out of PyTorch's record while a function runs.
WATCHED = (
    "lambda function, *arguments: (lambda torch, contextlib, taken: [type('Watched',"
    " (torch.autograd.graph.saved_tensors_hooks, contextlib.ContextDecorator), {})"
    "(lambda tensor: tensor, lambda tensor: (taken.append(1), tensor)[1])(function)(*arguments), len(taken)])"
    "(__import__('torch'), __import__('contextlib'), [])"
)


def require_autograd(student, rng):
    """Fail unless a sweep goes through PyTorch's record while the slopes are found."""
    try:
        taken = student.function(WATCHED)(student.torch_gradients, *problem(rng, (3, 5, 4, 2), 8).values())[1]
    except StudentRaised:
        return  # torch.func sweeps too, and cannot be watched
    by_other_means = "The slopes are not found by autograd: no sweep goes through PyTorch's record."
    require(taken > 0, by_other_means, diagnosis="not_by_autograd")


def problem(rng, sizes, n):
    """A problem with three matrices, biases in column 0; no pre-activation is near the kink."""
    while True:
        weights = [rng.normal(0.1, 1 / np.sqrt(n_from), size=(n_to, n_from + 1)) for n_from, n_to in pairwise(sizes)]
        weights[-1][:, 0] += 1.0
        X, Y = rng.normal(0.5, 0.7, size=(sizes[0], n)), rng.uniform(size=(sizes[-1], n))
        H, N = X, []
        for W in weights:
            N.append(W @ np.vstack([np.ones((1, n)), H]))
            H = np.maximum(N[-1], 0)
        slopes = sweep(weights, X, Y)
        alive = all(np.abs(slope).max() > 1e-3 for slope in (*slopes, *slopes[-1]))  # each output too
        clear = n > 100 or min(np.abs(one).min() for one in N) > 1e-3
        mixed = n in (1, 300) or all((one < 0).any() and (one > 0).any() for one in N)
        if clear and alive and mixed and (n > 1 or (N[-1] > 0).all()):
            return {"weights": weights, "X": X, "Y": Y}


def holds(student, rng, session, cases, *places, looks_past=(), **laws):
    alike = problem(rng, (2, 2, 2, 2), 3)
    n_train = session.n_train
    slopes_of.holds(
        student, rng, only=cases, places=places, looks_past=looks_past, alike=alike, n_train=n_train, **laws
    )


def of_sizes(rng, *sizes):
    return [("other_data", "for other networks", problem(rng, *one)) for one in sizes]


SIZES = ((3, 6, 5, 2), 11), ((5, 4, 7, 3), 4), ((4, 3, 5, 1), 6)


@check(points=0.5)
def test_slope_of_the_last_matrix_is_that_of_the_sweep_by_hand(student, rng, session):
    """The slope of W3, the first that the sweep comes to, is that by hand but for one slip; autograd finds it."""
    holds(student, rng, session, of_sizes(rng, *SIZES), 2, looks_past=SLIPS, without=("nothing_kept", "unharmed"))
    require_autograd(student, rng)


@check(points=0.5)
def test_slopes_are_those_of_the_sweep_by_hand(student, rng, session):
    """For other sizes, numbers of outputs and of moments, autograd agrees with the sweep by hand."""
    cases = of_sizes(rng, SIZES[0], ((3, 6, 5, 2), 7), *SIZES[1:], ((3, 5, 4, 2), 1))
    cases.append(("larger_sizes", "for a larger network and more moments", problem(rng, (25, 40, 30, 2), 300)))
    large = problem(rng, (3, 7, 5, 2), 11)
    large |= {name: 3e4 * large[name] for name in "XY"}
    cases.append(("large_values", "where layers and slopes are large", large))
    holds(student, rng, session, cases, 2, 1, 0, without=("nothing_kept", "unharmed"))
    require_autograd(student, rng)


@check(points=0.5)
def test_found_by_autograd_and_nothing_is_damaged(student, rng, session):
    """The slopes are found by autograd; weights, X and Y stay as they were, and a second call gives the same slopes."""
    kept = student.keep(problem(rng, (4, 5, 3, 2), 8)["weights"])
    matrices = keep(student.function("lambda weights: list(weights)"))(kept)
    one = problem(rng, (4, 5, 3, 2), 8)
    keep(student.torch_gradients)(kept, one["X"], one["Y"])
    same = student.function("lambda one, other: len(one) == len(other) and all(map(lambda a, b: a is b, one, other))")
    replaced = "torch_gradients puts other matrices into the list that it is given: make a list of your own."
    require(same(matrices, kept), replaced, diagnosis="damages_list")
    cases = [("other_data", "for other networks", problem(rng, (4, 5, 3, 2), 8)) for _ in range(2)]
    holds(student, rng, session, cases, 2, 1, 0, looks_past=SLIPS, pair=(one, problem(rng, (4, 5, 3, 2), 8)))
    require_autograd(student, rng)
